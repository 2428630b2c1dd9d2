package dev.quarry.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.run.InferenceSettings;
import dev.quarry.run.Message;
import dev.quarry.run.Outcome;
import dev.quarry.run.RunEvent;
import dev.quarry.run.RunRequest;
import dev.quarry.run.TokenUsage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// An open history, and what it said.
final class HistorySession implements AutoCloseable {
    final History history;
    final BlockingQueue<String> problems = new LinkedBlockingQueue<>();
    final BlockingQueue<Recovered> recovered = new LinkedBlockingQueue<>();

    HistorySession(Path file) {
        this(file, true, Retention.FOR_EVER);
    }

    HistorySession(Path file, boolean kept, Retention keep) {
        history = new History(
                file,
                (request, usage, received) -> request.model().equals("priced") ? (Long) (usage.output() * 15) : null);
        history.open(kept, keep, new HistoryListener() {
            @Override
            public void changed() {}

            @Override
            public void problem(String sentence) {
                problems.add(sentence);
            }

            @Override
            public void recovered(Recovered left) {
                recovered.add(left);
            }
        });
        history.await();
    }

    static RunStart start(String task, String input) {
        return start(task, input, Instant.now());
    }

    static RunStart start(String task, String input, Instant begun) {
        var request = new RunRequest(
                "some.model",
                "You are careful.",
                List.of(Message.user("Work on\n" + input)),
                new InferenceSettings(0.2, null, 500, List.of("END")));
        return new RunStart(
                begun,
                task,
                "---\nname: " + task,
                Map.of("target", "Go"),
                "python",
                input,
                "",
                request,
                "Scripted",
                null);
    }

    /// Records a whole run.
    long run(RunStart start, String answer) {
        return run(start, answer, new Outcome.Complete("end_turn"));
    }

    long run(RunStart start, String answer, Outcome outcome) {
        var recording = history.record(start);
        recording.accept(new RunEvent.Text(answer));
        recording.accept(new RunEvent.Usage(new TokenUsage(10, 20, 0, 0), Duration.ZERO));
        recording.accept(new RunEvent.Ended(outcome));
        history.await();
        return recording.id().join();
    }

    List<String> titles(HistoryQuery query) throws HistoryException {
        return history.search(query, Long.MAX_VALUE, 100).stream()
                .map(RunSummary::title)
                .toList();
    }

    String problem() throws InterruptedException {
        var said = problems.poll(20, TimeUnit.SECONDS);
        assertThat(said).isNotNull();
        return said;
    }

    /// Looks again and again until the condition holds.
    static void until(BooleanSupplier condition) throws InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it came about in time").isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    @Override
    public void close() {
        history.close();
    }
}
