package dev.quarry.context;

/// Files cannot be read along. The message is a sentence for the user.
public final class ContextException extends Exception {
    private static final long serialVersionUID = 1L;

    ContextException(String sentence) {
        super(sentence);
    }

    /// What happened and what to do; never null.
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
