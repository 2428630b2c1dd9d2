package dev.quarry.history;

/// The history cannot do what was asked. The message is a sentence for the user.
public final class HistoryException extends Exception {
    private static final long serialVersionUID = 1L;

    HistoryException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    HistoryException(String sentence) {
        super(sentence);
    }

    /// What happened and what to do; never null.
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
