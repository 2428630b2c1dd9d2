package dev.quarry.app;

/// No window can be shown. The message is a sentence for the user that says why.
final class NoWindowException extends Exception {
    private static final long serialVersionUID = 1L;

    NoWindowException(String sentence) {
        super(sentence);
    }

    NoWindowException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
