package dev.quarry.language;

/// A file or stream cannot be used as source text. The message is a sentence for the user.
public final class SourceTextException extends Exception {
    private static final long serialVersionUID = 1L;

    SourceTextException(String sentence) {
        super(sentence);
    }

    /// The message that every constructor asks for; never null.
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
