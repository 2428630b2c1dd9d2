package dev.quarry.run;

import java.util.Locale;
import java.util.Set;

/// What one line of an answer says about fences, read character by character. Each character costs the same, however
/// long the line is. The rules are CommonMark 0.31's, section 4.5.
final class FenceLine {

    /// An opening fence.
    ///
    /// @param marker a backtick or a tilde
    /// @param length how many of them
    /// @param indent columns before it; as many are taken off each line of its block
    /// @param deepestClose the most columns that may stand before its closing fence
    record Opening(char marker, int length, int indent, int deepestClose, String label) {

        private static final Set<String> MARKDOWN = Set.of("markdown", "md", "mdx");

        /// Whether the block is Markdown itself, where a fence with an info string opens a block within the block.
        boolean holdsMarkdown() {
            return MARKDOWN.contains(label.toLowerCase(Locale.ROOT));
        }
    }

    private static final int DEEPEST = 3;

    private int indent;
    private int run;
    private char marker;
    private boolean blank = true;
    private boolean backtickInInfo;
    private final StringBuilder info = new StringBuilder();
    private boolean infoStarted;
    private boolean hasInfo;

    void reset() {
        indent = 0;
        run = 0;
        marker = 0;
        blank = true;
        backtickInInfo = false;
        infoStarted = false;
        hasInfo = false;
        info.setLength(0);
    }

    /// Takes the next character of the line, its ending not included.
    void take(char c) {
        if (blank && c == ' ') {
            indent++;
        } else if (blank && c == '\t') {
            indent += 4 - indent % 4;
        } else if (blank) {
            blank = false;
            if (c == '`' || c == '~') {
                marker = c;
                run = 1;
            }
        } else if (run > 0 && !infoStarted && c == marker) {
            run++;
        } else if (run > 0) {
            infoStarted = true;
            hasInfo |= c != ' ' && c != '\t';
            backtickInInfo |= c == '`';
            info.append(c);
        }
    }

    boolean isBlank() {
        return blank;
    }

    int indent() {
        return indent;
    }

    /// Whether the line, as far as it has come, is an opening fence.
    ///
    /// @param container the column where the content of the enclosing list item starts; 0 outside of lists
    boolean opens(int container) {
        return run >= 3 && indent <= Math.min(container, indent) + DEEPEST && !(marker == '`' && backtickInInfo);
    }

    Opening opening(int container) {
        var words = info.toString().strip();
        var end = 0;
        while (end < words.length() && !Character.isWhitespace(words.charAt(end))) {
            end++;
        }
        return new Opening(marker, run, indent, Math.min(container, indent) + DEEPEST, words.substring(0, end));
    }

    /// Whether the line, as far as it has come, closes that block.
    boolean closes(Opening opening) {
        return isFenceFor(opening) && run >= opening.length && !hasInfo;
    }

    /// Whether the line, as far as it has come, opens a block within that block.
    boolean opensWithin(Opening opening) {
        return opening.holdsMarkdown()
                && isFenceFor(opening)
                && run >= opening.length
                && hasInfo
                && !(marker == '`' && backtickInInfo);
    }

    /// Whether more characters could make the line a fence for that block: until then it must not be taken as code.
    boolean mayBeFenceFor(Opening opening) {
        if (blank) {
            return indent <= opening.deepestClose;
        }
        if (!isFenceFor(opening)) {
            return false;
        }
        if (!infoStarted) {
            return true;
        }
        return closes(opening) || opensWithin(opening);
    }

    private boolean isFenceFor(Opening opening) {
        return run > 0 && marker == opening.marker && indent <= opening.deepestClose;
    }
}
