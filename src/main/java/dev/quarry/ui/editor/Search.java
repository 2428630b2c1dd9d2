package dev.quarry.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/// Finds what is searched for. Pure; any thread.
///
/// @param text what is searched for
/// @param regex whether the text is a regular expression
/// @param matchCase whether upper and lower case differ
record Search(String text, boolean regex, boolean matchCase) {

    /// More matches than anyone walks through; a pattern that matches everywhere must not fill the memory.
    static final int MOST = 20_000;

    /// Steps of the matcher that one search may take; a pattern that backtracks without end stops there.
    private static final int MOST_STEPS = 50_000_000;

    /// Where one match is, in UTF-16 units; end is exclusive.
    record Match(int start, int end) {}

    /// What was found.
    ///
    /// @param problem why nothing could be searched, or null; a sentence for the user
    record Result(List<Match> matches, @Nullable String problem) {}

    /// The matches in order, [#MOST] at most; empty ones are left out.
    Result in(String haystack) {
        if (text.isEmpty()) {
            return new Result(List.of(), null);
        }
        try {
            var matcher = pattern().matcher(new Patient(haystack));
            var found = new ArrayList<Match>();
            while (found.size() < MOST && matcher.find()) {
                if (matcher.end() > matcher.start()) {
                    found.add(new Match(matcher.start(), matcher.end()));
                }
            }
            return new Result(List.copyOf(found), null);
        } catch (PatternSyntaxException e) {
            return new Result(List.of(), e.getDescription());
        } catch (TooSlow | StackOverflowError e) {
            return new Result(List.of(), "the pattern takes too long");
        }
    }

    /// The text with the match replaced.
    ///
    /// @param replacement with `$1` and `\n` understood when this is a regular expression
    String replacement(String haystack, Match match, String replacement) {
        if (!regex) {
            return replacement;
        }
        var matcher = pattern().matcher(haystack);
        if (!matcher.find(match.start())) {
            return haystack.substring(match.start(), match.end());
        }
        var result = new StringBuilder();
        matcher.appendReplacement(result, replacement.replace("\\n", "\n").replace("\\t", "\t"));
        return result.substring(match.start());
    }

    private Pattern pattern() {
        var flags = matchCase ? Pattern.MULTILINE : Pattern.MULTILINE | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        return Pattern.compile(regex ? text : Pattern.quote(text), flags);
    }

    /// Why [Matcher] gave up: thrown from under it, for it has no other way to be stopped.
    private static final class TooSlow extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /// Counts how often the matcher looks at a character.
    private static final class Patient implements CharSequence {
        private final String text;
        private int steps;

        private Patient(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++steps > MOST_STEPS) {
                throw new TooSlow();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
