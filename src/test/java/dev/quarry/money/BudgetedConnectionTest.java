package dev.quarry.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarry.run.InferenceSettings;
import dev.quarry.run.Message;
import dev.quarry.run.ModelConnection;
import dev.quarry.run.Outcome;
import dev.quarry.run.RunEvent;
import dev.quarry.run.RunException;
import dev.quarry.run.RunRequest;
import dev.quarry.run.TokenUsage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class BudgetedConnectionTest {

    /// A dollar for each million tokens that goes out, ten for each that comes.
    private static final PriceTable TABLE = new PriceTable("2026-01-01", Map.of("m", new Price(1, 10, null, null)));

    @TempDir
    Path folder;

    private final AtomicInteger sent = new AtomicInteger();

    private Spending spending(@Nullable Long perDayMicros) throws Exception {
        var spending = new Spending(TABLE, folder, folder, UnaryOperator.identity(), List.of(), Clock.systemUTC());
        spending.setBudget(new Budget(perDayMicros, null));
        return spending;
    }

    private static RunRequest request(int maxTokens) {
        return new RunRequest(
                "m", "", List.of(Message.user("Hi")), new InferenceSettings(null, null, maxTokens, List.of()));
    }

    /// Answers with a hundred tokens once a gate is open.
    private ModelConnection answering(CountDownLatch gate, Optional<String> only) {
        return new ModelConnection() {
            @Override
            public String label() {
                return "there";
            }

            @Override
            public Optional<String> onlyModel() {
                return only;
            }

            @Override
            public void warm() {}

            @Override
            public Outcome converse(RunRequest request, Consumer<? super RunEvent> sink) throws InterruptedException {
                sent.incrementAndGet();
                gate.await();
                sink.accept(new RunEvent.Text("Hello"));
                sink.accept(new RunEvent.Usage(new TokenUsage(0, 100, 0, 0), Duration.ZERO));
                return new Outcome.Complete("end_turn");
            }

            @Override
            public void close() {}
        };
    }

    private static CountDownLatch open() {
        return new CountDownLatch(0);
    }

    @Test
    void whatARunCostIsCountedToTheDay() throws Exception {
        var spending = spending(null);
        var events = new ArrayList<RunEvent>();
        var to = new BudgetedConnection(answering(open(), Optional.empty()), () -> spending);
        assertThat(to.converse(request(200), events::add)).isInstanceOf(Outcome.Complete.class);
        assertThat(events).hasSize(2);
        assertThat(spending.today()).hasValue(1_000L);
    }

    @Test
    void nothingIsSentThatMayGoOverTheBudget() throws Exception {
        var spending = spending(1_500L);
        var to = new BudgetedConnection(answering(open(), Optional.empty()), () -> spending);
        assertThatThrownBy(() -> to.converse(request(200), event -> {}))
                .isInstanceOfSatisfying(RunException.class, e -> {
                    assertThat(e.reason()).isEqualTo(RunException.Reason.QUOTA);
                    assertThat(e.retryable()).isFalse();
                    assertThat(e.sentence()).contains("budget");
                });
        assertThat(sent).hasValue(0);
    }

    @Test
    void runsThatGoOnAtOnceDoNotSpendTheSameMoney() throws Exception {
        var spending = spending(3_000L); // each may cost 2,000 and a little
        var gate = new CountDownLatch(1);
        var to = new BudgetedConnection(answering(gate, Optional.empty()), () -> spending);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = pool.submit(() -> to.converse(request(200), event -> {}));
            while (sent.get() == 0) {
                Thread.onSpinWait();
            }
            assertThatThrownBy(() -> to.converse(request(200), event -> {})).isInstanceOf(RunException.class);
            gate.countDown();
            assertThat(first.get(10, TimeUnit.SECONDS)).isInstanceOf(Outcome.Complete.class);
        }
        // The first took only half of what was held for it.
        assertThat(to.converse(request(190), event -> {})).isInstanceOf(Outcome.Complete.class);
        assertThat(spending.today()).hasValue(2_000L);
    }

    @Test
    void samplesCostNothing() throws Exception {
        var spending = spending(1L);
        var to = new BudgetedConnection(answering(open(), Optional.of("m")), () -> spending);
        assertThat(to.converse(request(200), event -> {})).isInstanceOf(Outcome.Complete.class);
        assertThat(spending.today()).hasValue(0L);
    }
}
