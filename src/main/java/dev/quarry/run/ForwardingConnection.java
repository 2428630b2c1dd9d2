package dev.quarry.run;

import java.util.Optional;
import java.util.OptionalLong;

/// A connection that goes over another one, and does something of its own on the way. Closing it closes
/// nothing: the other belongs to whoever opened it.
public abstract class ForwardingConnection implements ModelConnection {
    private final ModelConnection to;

    protected ForwardingConnection(ModelConnection to) {
        this.to = to;
    }

    /// The one it goes over.
    protected final ModelConnection to() {
        return to;
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
        return to.countTokens(request);
    }

    @Override
    public final void close() {}
}
