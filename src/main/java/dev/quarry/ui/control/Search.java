package dev.quarry.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/// Finds what is searched for. Pure; any thread.
///
/// @param text what is searched for
/// @param regex whether the text is a regular expression
/// @param matchCase whether upper and lower case differ
public record Search(String text, boolean regex, boolean matchCase) {

    /// More matches than anyone walks through; a pattern that matches everywhere must not fill the memory.
    public static final int MOST = 20_000;

    /// Steps of the matcher that one search may take; a pattern that backtracks without end stops there.
    private static final int MOST_STEPS = 50_000_000;

    private static final String TOO_SLOW = "the pattern takes too long";

    /// Where one match is, in UTF-16 units; end is exclusive.
    public record Match(int start, int end) {}

    /// What was found.
    ///
    /// @param problem why nothing could be searched, or null; a sentence for the user
    public record Result(List<Match> matches, @Nullable String problem) {}

    /// The matches in order, [#MOST] at most; empty ones are left out.
    public Result in(String haystack) {
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
            return new Result(List.of(), TOO_SLOW);
        }
    }

    /// What a match, or the whole text, becomes.
    ///
    /// @param count of the matches that were replaced
    /// @param problem why nothing could be replaced, or null; a sentence for the user
    public record Replaced(String text, int count, @Nullable String problem) {}

    /// What takes the place of one match.
    ///
    /// @param replacement with `$1` and `\n` understood when this is a regular expression
    public Replaced replaced(String haystack, Match match, String replacement) {
        var found = haystack.substring(match.start(), match.end());
        return replaced(found, () -> {
            var matcher = pattern().matcher(new Patient(haystack));
            if (!matcher.find(match.start())) {
                return new Replaced(found, 0, null);
            }
            var result = new StringBuilder();
            matcher.appendReplacement(result, expression(replacement));
            return new Replaced(result.substring(match.start()), 1, null);
        });
    }

    /// The text with every match replaced.
    public Replaced allReplaced(String haystack, String replacement) {
        return replaced(haystack, () -> {
            var matcher = pattern().matcher(new Patient(haystack));
            var expression = expression(replacement);
            var result = new StringBuilder();
            var count = 0;
            while (matcher.find()) {
                if (matcher.end() > matcher.start()) {
                    matcher.appendReplacement(result, expression);
                    count++;
                }
            }
            return new Replaced(matcher.appendTail(result).toString(), count, null);
        });
    }

    private static Replaced replaced(String unchanged, Supplier<Replaced> replacing) {
        try {
            return replacing.get();
        } catch (PatternSyntaxException e) {
            return new Replaced(unchanged, 0, e.getDescription());
        } catch (TooSlow | StackOverflowError e) {
            return new Replaced(unchanged, 0, TOO_SLOW);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return new Replaced(unchanged, 0, "the pattern has no such group");
        }
    }

    private String expression(String replacement) {
        return regex ? replacement.replace("\\n", "\n").replace("\\t", "\t") : Matcher.quoteReplacement(replacement);
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
