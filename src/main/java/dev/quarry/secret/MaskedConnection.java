package dev.quarry.secret;

import dev.quarry.run.ModelConnection;
import dev.quarry.run.Outcome;
import dev.quarry.run.RunEvent;
import dev.quarry.run.RunException;
import dev.quarry.run.RunRequest;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// A connection that lets no credential out: placeholders go in their place, and the answer gets them back.
/// Closing it closes nothing: the connection belongs to whoever opened it.
public final class MaskedConnection implements ModelConnection {
    private final ModelConnection to;
    private final Vault vault;

    /// @param vault takes in what is found
    public MaskedConnection(ModelConnection to, Vault vault) {
        this.to = to;
        this.vault = vault;
    }

    @Override
    public String label() {
        return to.label();
    }

    @Override
    public Optional<String> answerNotice() {
        return to.answerNotice();
    }

    @Override
    public Optional<String> onlyModel() {
        return to.onlyModel();
    }

    @Override
    public void warm() {
        to.warm();
    }

    @Override
    public OptionalLong countTokens(RunRequest request) throws InterruptedException {
        return to.countTokens(masked(request));
    }

    @Override
    public Outcome converse(RunRequest request, Consumer<? super RunEvent> sink)
            throws RunException, InterruptedException {
        var sent = masked(request);
        if (vault.isEmpty()) {
            return to.converse(sent, sink);
        }
        var answer = vault.unmasking();
        var outcome = to.converse(sent, event -> {
            if (event instanceof RunEvent.Text text) {
                pass(answer.take(text.piece()), sink);
            } else {
                sink.accept(event);
            }
        });
        pass(answer.finish(), sink);
        return outcome;
    }

    private static void pass(String piece, Consumer<? super RunEvent> sink) {
        if (!piece.isEmpty()) {
            sink.accept(new RunEvent.Text(piece));
        }
    }

    private RunRequest masked(RunRequest request) {
        var all = request.system() + "\n"
                + request.messages().stream().map(m -> m.text()).collect(Collectors.joining("\n"));
        vault.keep(all, SecretScanner.scan(all));
        return vault.isEmpty() ? request : vault.mask(request);
    }

    @Override
    public void close() {}
}
