package dev.quarry.preset;

/// A preset file or a value for a preset is wrong. The message is a sentence for the user.
public final class PresetException extends Exception {
    private static final long serialVersionUID = 1L;
    private final int line;

    /// @param line in the preset's file, 1-based; 0 when no line is to blame
    public PresetException(String sentence, int line) {
        super(sentence);
        this.line = line;
    }

    /// In the preset's file, 1-based; 0 when no line is to blame.
    public int line() {
        return line;
    }

    /// The message, which is never null here.
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
