package dev.quarry.cli;

import dev.quarry.run.CodeAssistant;
import dev.quarry.run.Continuation;
import dev.quarry.run.LooseEnd;
import dev.quarry.run.ModelConnection;
import dev.quarry.run.RunEvent;
import dev.quarry.run.RunRequest;
import dev.quarry.run.RunResult;
import dev.quarry.run.Seam;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// One run with its answer on standard output and its story on standard error.
final class TerminalRun {
    private final CodeAssistant assistant;
    private final Cancellation cancellation;
    private final RunLog log;
    private final AnswerWriter answer;
    private final SecretGate secrets;
    private final Till till;
    private final KeptTurns kept;

    /// Set on the run's thread when standard output takes no more.
    private final AtomicReference<@Nullable IOException> unwritten = new AtomicReference<>();

    TerminalRun(
            CodeAssistant assistant,
            Cancellation cancellation,
            RunLog log,
            AnswerWriter answer,
            SecretGate secrets,
            Till till,
            KeptTurns kept) {
        this.kept = kept;
        this.secrets = secrets;
        this.till = till;
        this.assistant = assistant;
        this.cancellation = cancellation;
        this.log = log;
        this.answer = answer;
    }

    /// Blocks until the run is over. How the answer ends is for the caller to tell.
    ///
    /// @param continuations how often the model may be asked for the rest of an answer that is not whole
    /// @throws IOException when the answer could not be written; the run was cancelled then, since nobody
    ///     reads it
    RunResult toEnd(ModelConnection connection, RunRequest asked, int continuations)
            throws IOException, InterruptedException {
        var request = secrets.outgoing(asked); // a repair quotes the answer, credentials included
        var end = new LooseEnd();
        var incoming = secrets.incoming();
        // What will not be continued is passed on as it comes.
        UnaryOperator<String> firm = continuations == 0 ? piece -> piece : end::take;
        var result =
                run(connection, request, kept.begin(request), piece -> answer.piece(incoming.take(firm.apply(piece))));
        for (var i = 1; i <= continuations && Continuation.isPossible(result.outcome(), result.answer()); i++) {
            var more = Continuation.of(request, result.answer());
            var refusal = till.refusal(more);
            if (refusal.isPresent()) {
                log.say(refusal.get());
                break;
            }
            log.continues(result.outcome(), i, continuations);
            var _ = end.release(); // the seam has it
            var seam = new Seam(result.answer());
            var rest = run(
                    connection,
                    more,
                    kept.resume(more, result.answer()),
                    piece -> answer.piece(incoming.take(end.take(seam.take(piece)))));
            answer.piece(incoming.take(end.take(seam.finish())));
            result = result.followedBy(rest);
        }
        answer.piece(incoming.take(end.release()) + incoming.finish());
        return secrets.incoming(result);
    }

    /// Takes a piece of the answer on the run's thread.
    private interface Pieces {
        void take(String piece) throws IOException;
    }

    private RunResult run(ModelConnection connection, RunRequest request, Consumer<RunEvent> keeper, Pieces pieces)
            throws IOException, InterruptedException {
        var run = assistant.run(connection, request, event -> {
            keeper.accept(event);
            take(event, pieces);
        });
        cancellation.covers(run);
        var result = run.await();
        till.settle(request, result);
        var broken = unwritten.get();
        if (broken != null) {
            throw broken;
        }
        return result;
    }

    private void take(RunEvent event, Pieces pieces) {
        log.event(event);
        if (event instanceof RunEvent.Text text && unwritten.get() == null) {
            try {
                pieces.take(text.piece());
            } catch (IOException e) {
                unwritten.set(e);
                cancellation.cancel();
            }
        }
    }
}
