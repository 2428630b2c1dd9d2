package dev.quarry.cli;

import dev.quarry.run.CodeAssistant;
import dev.quarry.run.ModelConnection;
import dev.quarry.run.RunEvent;
import dev.quarry.run.RunRequest;
import dev.quarry.run.RunResult;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// One run with its answer on standard output and its story on standard error.
final class TerminalRun {
    private final CodeAssistant assistant;
    private final Cancellation cancellation;
    private final RunLog log;
    private final AnswerWriter answer;

    /// Set on the run's thread when standard output takes no more.
    private final AtomicReference<@Nullable IOException> unwritten = new AtomicReference<>();

    TerminalRun(CodeAssistant assistant, Cancellation cancellation, RunLog log, AnswerWriter answer) {
        this.assistant = assistant;
        this.cancellation = cancellation;
        this.log = log;
        this.answer = answer;
    }

    /// Blocks until the run is over. How the answer ends is for the caller to tell.
    ///
    /// @throws IOException when the answer could not be written; the run was cancelled then, since nobody reads
    /// it
    RunResult toEnd(ModelConnection connection, RunRequest request) throws IOException, InterruptedException {
        var run = assistant.run(connection, request, this::take);
        cancellation.covers(run);
        var result = run.await();
        var broken = unwritten.get();
        if (broken != null) {
            throw broken;
        }
        return result;
    }

    private void take(RunEvent event) {
        log.event(event);
        if (event instanceof RunEvent.Text text && unwritten.get() == null) {
            try {
                answer.piece(text.piece());
            } catch (IOException e) {
                unwritten.set(e);
                cancellation.cancel();
            }
        }
    }
}
