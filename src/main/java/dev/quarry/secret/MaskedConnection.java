package dev.quarry.secret;

import dev.quarry.run.ForwardingConnection;
import dev.quarry.run.ModelConnection;
import dev.quarry.run.Outcome;
import dev.quarry.run.RunEvent;
import dev.quarry.run.RunException;
import dev.quarry.run.RunRequest;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// A connection that lets no credential out: placeholders go in their place, and the answer gets them back.
public final class MaskedConnection extends ForwardingConnection {
    private final Vault vault;

    /// @param vault takes in what is found
    public MaskedConnection(ModelConnection to, Vault vault) {
        super(to);
        this.vault = vault;
    }

    @Override
    public OptionalLong countTokens(RunRequest request) throws InterruptedException {
        return to().countTokens(masked(request));
    }

    @Override
    public Outcome converse(RunRequest request, Consumer<? super RunEvent> sink)
            throws RunException, InterruptedException {
        var sent = masked(request);
        if (vault.isEmpty()) {
            return to().converse(sent, sink);
        }
        var answer = vault.unmasking();
        var outcome = to().converse(sent, event -> {
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
}
