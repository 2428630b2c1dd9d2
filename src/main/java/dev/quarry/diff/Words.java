package dev.quarry.diff;

import java.util.Arrays;

/// A text cut into words, runs of blanks, and single other characters. A line break and an ideograph are single
/// too; a character outside the Basic Multilingual Plane is never cut.
final class Words {
    private final String text;
    private final int[] starts;

    /// @param starts offset of each token and, last, the length of the text
    private Words(String text, int[] starts) {
        this.text = text;
        this.starts = starts;
    }

    static Words of(String text) {
        var starts = new int[text.length() + 1];
        var count = 0;
        var offset = 0;
        while (offset < text.length()) {
            starts[count++] = offset;
            var first = text.codePointAt(offset);
            offset += Character.charCount(first);
            var kind = kind(first);
            while (kind != Kind.SINGLE && offset < text.length() && kind(text.codePointAt(offset)) == kind) {
                offset += Character.charCount(text.codePointAt(offset));
            }
        }
        starts[count++] = text.length();
        return new Words(text, Arrays.copyOf(starts, count));
    }

    private enum Kind {
        WORD,
        BLANK,
        SINGLE
    }

    private static Kind kind(int codePoint) {
        if (codePoint == '_' || codePoint == '$') {
            return Kind.WORD;
        }
        if (Character.isLetterOrDigit(codePoint)) {
            return Character.isIdeographic(codePoint) ? Kind.SINGLE : Kind.WORD;
        }
        return codePoint != '\n' && Character.isWhitespace(codePoint) ? Kind.BLANK : Kind.SINGLE;
    }

    String text() {
        return text;
    }

    int size() {
        return starts.length - 1;
    }

    String word(int index) {
        return text.substring(starts[index], starts[index + 1]);
    }

    int start(int index) {
        return starts[index];
    }

    int end(int index) {
        return starts[index + 1];
    }

    int length(int index) {
        return starts[index + 1] - starts[index];
    }

    boolean isBlank(int index) {
        return Character.isWhitespace(text.charAt(starts[index]));
    }
}
