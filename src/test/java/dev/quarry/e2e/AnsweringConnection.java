package dev.quarry.e2e;

import dev.quarry.run.ModelConnection;
import dev.quarry.run.Outcome;
import dev.quarry.run.RunEvent;
import dev.quarry.run.RunRequest;
import dev.quarry.run.TokenUsage;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/// Answers each request with the next answer that a test has put here, and keeps what was asked.
final class AnsweringConnection implements ModelConnection {
    final Queue<String> answers = new ConcurrentLinkedQueue<>();
    final BlockingQueue<RunRequest> asked = new LinkedBlockingQueue<>();

    @Override
    public String label() {
        return "Test";
    }

    @Override
    public void warm() {
        // there is nothing to build
    }

    @Override
    public Outcome converse(RunRequest request, Consumer<? super RunEvent> sink) {
        asked.add(request);
        var answer = answers.poll();
        if (answer == null) {
            return new Outcome.Interrupted("The test has no more answers.");
        }
        sink.accept(new RunEvent.Text(answer));
        sink.accept(new RunEvent.Usage(TokenUsage.NONE, Duration.ZERO));
        return new Outcome.Complete("end_turn");
    }

    @Override
    public void close() {
        // there is nothing to let go of
    }
}
