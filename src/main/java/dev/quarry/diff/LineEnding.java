package dev.quarry.diff;

/// What ends a line.
public enum LineEnding {
    LF("\n"),
    CRLF("\r\n"),
    CR("\r"),
    /// The last line of a text without a final newline; no other line has it.
    NONE("");

    private final String text;

    LineEnding(String text) {
        this.text = text;
    }

    /// The characters themselves.
    public String text() {
        return text;
    }
}
