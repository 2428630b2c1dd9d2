package dev.quarry.cli;

/// The command line was called in a way that cannot work. The message is a sentence for the user.
final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    UsageException(String sentence) {
        super(sentence);
    }

    UsageException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
