package dev.quarry.language.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.language.Languages;
import org.junit.jupiter.api.Test;

class QueryFileTest {

    @Test
    void queryIsCutIntoItsPatterns() {
        var query = "; (no) pattern\n(a) @x\n\"(\" @y ; not this\n[\"if\" (b)] @z\n((c) @w (#eq? @w \"\\\")\"))\n";
        assertThat(QueryFile.patterns(query))
                .containsExactly("(a) @x", "\"(\" @y", "[\"if\" (b)] @z", "((c) @w (#eq? @w \"\\\")\"))");
    }

    @Test
    void whatAGrammarDoesNotKnowIsLeftOut() {
        var java = Grammars.ofApplication()
                .of(Languages.named("java").orElseThrow())
                .orElseThrow();
        var compiled = QueryFile.compile(
                java.language(), "(no_such_node) @a\n(identifier) @b\n[(super) (nor_this) \"if\"] @c\n");
        try (var query = compiled.query()) {
            assertThat(compiled.dropped()).containsExactly("(no_such_node) @a", "(nor_this)");
            assertThat(query.getCaptureNames()).containsExactly("b", "c");
        }
    }

    @Test
    void queryComesBehindThoseItInherits() {
        var query = QueryFile.read("cpp");
        assertThat(query.indexOf("\"const\""))
                .isLessThan(query.indexOf("\"constexpr\""))
                .isNotNegative();
    }
}
