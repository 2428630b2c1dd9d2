package dev.quarry.check;

import static dev.quarry.check.Answers.check;
import static dev.quarry.check.Answers.generated;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JavaCheckTest {

    private static Check compiled(String code) throws InterruptedException {
        return check(generated("java", code), Check.Kind.COMPILES);
    }

    @Test
    void aWholeClassCompilesWhateverItsFileIsCalled() throws InterruptedException {
        var found =
                compiled("package a.b;\nimport java.util.List;\npublic class Words { List<String> all = List.of(); }");
        assertThat(found.status()).as(found.toString()).isEqualTo(Check.Status.PASSED);
    }

    @Test
    void aTypeErrorIsToldWithItsLine() throws InterruptedException {
        var found = compiled("class A {\n  int one() {\n    return \"1\";\n  }\n}");
        assertThat(found.status()).isEqualTo(Check.Status.FAILED);
        assertThat(found.findings().getFirst().line()).isEqualTo(3);
    }

    @Test
    void aClassThatIsNotHereIsNoError() throws InterruptedException {
        var found = compiled("""
                import org.springframework.stereotype.Service;
                @Service
                public class Orders extends BaseOrders {
                  private final OrderRepository repository;
                  public Orders(OrderRepository repository) { super(repository); this.repository = repository; }
                  @Override public Order find(long id) { log.info("x"); return repository.findById(id).orElseThrow(); }
                }
                """);
        assertThat(found.status()).as(found.toString()).isEqualTo(Check.Status.NOT_CHECKED);
        assertThat(found.notChecked()).contains("OrderRepository", "BaseOrders");
    }

    @Test
    void aMethodThatThePlatformDoesNotHaveIsAnError() throws InterruptedException {
        var found = compiled("""
                import java.util.List;
                import com.example.Other;
                class A { int n(List<String> l, Other o) { return l.count(); } }
                """);
        assertThat(found.status()).as(found.toString()).isEqualTo(Check.Status.FAILED);
    }

    @Test
    void aVariableThatIsNowhereIsAnError() throws InterruptedException {
        var found = compiled("class A { int n() { return missing + 1; } }");
        assertThat(found.status()).as(found.toString()).isEqualTo(Check.Status.FAILED);
    }

    @Test
    void methodsWithoutAClassAreAFragment() throws InterruptedException {
        var found = compiled("int n(Thing t) { return t.size() + missing; }");
        assertThat(found.status()).as(found.toString()).isEqualTo(Check.Status.NOT_CHECKED);
    }

    @Test
    void whatFollowsFromAClassThatIsNotHereIsNoError() throws InterruptedException {
        var found = compiled("""
                package shop;
                import static shop.internal.Checks.positive;
                public class Orders {
                  private static final ThreadLocal<java.util.Set<Key>> KEYS = ThreadLocal.withInitial(java.util.HashSet::new);
                  Orders(Key key) { this(key, 1); }
                  Orders(Key key, int count) { Checks.notNull(key, "key"); positive(count); }
                  Orders(Source source, int count) { new Thread(new Job()); }
                  final class Job extends NamedJob { }
                  Object strategy() { return new Strategy() { @Override public int of() { return super.of(); } }; }
                }
                """);
        assertThat(found.status()).as(found.toString()).isEqualTo(Check.Status.NOT_CHECKED);
        assertThat(found.notChecked()).contains("Key", "Source", "NamedJob");
    }

    @Test
    void filesOfRealProjectsHaveNoErrors() throws InterruptedException {
        var java = CorpusPair.all().stream()
                .filter(p -> p.to().id().equals("java"))
                .toList();
        assertThat(java).hasSizeGreaterThan(10);
        for (var pair : java) {
            assertThat(compiled(pair.after()).findings()).as(pair.name()).isEmpty();
        }
    }
}
