package dev.quarry.language.syntax;

import dev.quarry.language.Language;
import java.util.ArrayList;
import java.util.List;

/// Finds what would close a text that is not whole yet: the end of an open comment or string, and the
/// brackets that are open. With that behind it, an answer that streams in parses as a whole tree at every
/// moment, which keeps parsing incremental and colours steady. A guess by marks and brackets alone: when it
/// is wrong, the tree has an error near its end until more text comes.
final class ClosingTail {

    /// What the last units mean may depend on what follows them.
    private static final int UNDECIDED = 4;

    private static final String TEMPLATE = "`";

    private static final int LONG = 3;

    /// Longer ones open and close nothing.
    private static final int LONGEST_WORD = 16;

    /// What a statement or a value may follow on its line.
    private static final String STARTS = "\n\r;=(&|";

    private final Language language;
    private final List<String> marks;
    private final State sure = new State();
    private int read;

    /// Open brackets and, where a string template holds code, the template's own mark.
    private static final class State {
        private final List<String> open = new ArrayList<>();
        private String closing = ""; // of the open comment or string; a line feed for what ends with its line
        private boolean inComment;
        private boolean escaped;

        private State copy() {
            var copy = new State();
            copy.open.addAll(open);
            copy.closing = closing;
            copy.inComment = inComment;
            copy.escaped = escaped;
            return copy;
        }
    }

    ClosingTail(Language language) {
        this.language = language;
        marks = new ArrayList<>(language.texts());
        marks.addAll(language.strings());
    }

    /// What to put behind that text.
    ///
    /// @param same how many units at its start are those of the text before
    String of(String text, int same) {
        if (same < read) {
            read = 0;
            sure.open.clear();
            sure.closing = "";
            sure.inComment = false;
            sure.escaped = false;
        }
        read = scan(sure, text, read, Math.max(read, decided(text)));
        var guess = sure.copy();
        scan(guess, text, read, text.length());
        var tail = new StringBuilder();
        if (guess.escaped) {
            tail.append('\\');
        }
        // Some languages want the end of a long string on a line of its own.
        tail.append(guess.closing.length() == LONG && !guess.inComment ? "\n" + guess.closing : guess.closing);
        for (var open : guess.open.reversed()) {
            tail.append(isWordPart(open.charAt(0)) ? "\n" + open : open);
        }
        return tail.toString();
    }

    /// Returns where it stopped, at or a little after the end, as marks are taken whole.
    private int scan(State state, String text, int from, int to) {
        var at = from;
        while (at < to) {
            at = state.closing.isEmpty() ? code(state, text, at) : inside(state, text, at);
        }
        return Math.min(at, text.length());
    }

    /// Up to where the meaning of a text does not depend on what follows it: not within a mark nor a word.
    private int decided(String text) {
        var at = text.length() - UNDECIDED;
        if (!language.blocks().isEmpty()) {
            var least = at - LONGEST_WORD;
            while (at > 0 && at > least && isWordPart(text.charAt(at - 1)) && isWordPart(text.charAt(at))) {
                at--;
            }
        }
        return at;
    }

    private int inside(State state, String text, int at) {
        var c = text.charAt(at);
        if (state.escaped) {
            state.escaped = false;
            return at + 1;
        }
        if (text.startsWith(state.closing, at)) {
            var length = state.closing.length();
            state.closing = "";
            return at + length;
        }
        if (!state.inComment) {
            if (c == '\\') {
                state.escaped = true;
            } else if (c == '\n' && language.strings().contains(state.closing)) {
                state.closing = "";
            } else if (state.closing.equals(TEMPLATE) && text.startsWith("${", at)) {
                state.open.add(TEMPLATE);
                state.open.add("}");
                state.closing = "";
                return at + 2;
            }
        }
        return at + 1;
    }

    private int code(State state, String text, int at) {
        var comments = language.comments();
        if (comments.hasLine() && text.startsWith(comments.line(), at)) {
            state.closing = "\n";
            state.inComment = true;
            return at + comments.line().length();
        }
        if (comments.hasBlock() && text.startsWith(comments.open(), at)) {
            state.closing = comments.close();
            state.inComment = true;
            return at + comments.open().length();
        }
        for (var mark : marks) {
            if (text.startsWith(mark, at) && !isApostrophe(text, at)) {
                state.closing = mark;
                state.inComment = false;
                return at + mark.length();
            }
        }
        if (!language.blocks().isEmpty() && isWordPart(text.charAt(at))) {
            return word(state, text, at);
        }
        bracket(state, text.charAt(at));
        return at + 1;
    }

    private int word(State state, String text, int at) {
        var end = at;
        while (end < text.length() && isWordPart(text.charAt(end))) {
            end++;
        }
        if (end - at > LONGEST_WORD || (at > 0 && isWordPart(text.charAt(at - 1)))) {
            return end;
        }
        var word = text.substring(at, end);
        var isKey = end < text.length() && text.charAt(end) == ':';
        for (var block : language.blocks()) {
            if (word.equals(block.open()) && !isKey && (!block.leading() || isLeading(text, at))) {
                state.open.add(block.close());
                return end;
            }
            if (word.equals(block.close()) && !isKey) {
                close(state, word);
                return end;
            }
        }
        return end;
    }

    private static boolean isLeading(String text, int at) {
        var before = at - 1;
        while (before >= 0 && (text.charAt(before) == ' ' || text.charAt(before) == '\t')) {
            before--;
        }
        return before < 0 || STARTS.indexOf(text.charAt(before)) >= 0;
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private void bracket(State state, char c) {
        var pair = language.brackets().indexOf(c);
        if (pair < 0 || c == '<' || c == '>') {
            return;
        }
        if (pair % 2 == 0) {
            state.open.add(language.brackets().substring(pair + 1, pair + 2));
            return;
        }
        close(state, String.valueOf(c));
    }

    /// Whatever was left open within is given up, as a parser would.
    private static void close(State state, String closing) {
        var last = state.open.lastIndexOf(closing);
        if (last < 0) {
            return;
        }
        state.open.subList(last, state.open.size()).clear();
        if (!state.open.isEmpty() && state.open.getLast().equals(TEMPLATE)) {
            state.open.removeLast();
            state.closing = TEMPLATE;
            state.inComment = false;
        }
    }

    /// A quote that starts neither a string nor a character: `it's`, `&'a str`.
    private boolean isApostrophe(String text, int at) {
        if (text.charAt(at) != '\'') {
            return false;
        }
        if (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
            return true;
        }
        return language.id().equals("rust")
                && at + 2 < text.length()
                && Character.isLetter(text.charAt(at + 1))
                && text.charAt(at + 2) != '\'';
    }
}
