package dev.quarry.preset;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A Mustache template all of whose names are known. It is walked, never executed: so that a value is put in as it is,
/// whatever it looks like, and a name means one thing everywhere.
final class MustacheText {
    private static final int MAX_SECTIONS = 200;
    private static final Pattern LINE_OF_ERROR = Pattern.compile(" @ line (\\d+)$");

    private final Template template;

    private MustacheText(Template template) {
        this.template = template;
    }

    /// @param firstLine where the text starts in its file, 1-based; 0 for a text that is in no file
    /// @param names what may be used in it
    static MustacheText of(String text, int firstLine, Set<String> names) throws PresetException {
        var template = compile(text, firstLine);
        var check = new Check(text, names);
        template.visit(check);
        if (check.sentence != null) {
            throw new PresetException(check.sentence, line(firstLine, check.line));
        }
        return new MustacheText(template);
    }

    /// Walks the text from start to end; the visitor says which sections are entered.
    void visit(Mustache.Visitor visitor) {
        template.visit(visitor);
    }

    private static Template compile(String text, int firstLine) throws PresetException {
        try {
            return Mustache.compiler().escapeHTML(false).compile(text);
        } catch (MustacheException e) {
            var message = String.valueOf(e.getMessage());
            var matcher = LINE_OF_ERROR.matcher(message);
            var line = matcher.find() ? Integer.parseInt(matcher.group(1)) : 1;
            var what = Excerpt.of(LINE_OF_ERROR.matcher(message).replaceFirst(""));
            throw new PresetException("The prompt is not a valid template: " + what + ".", line(firstLine, line));
        } catch (IndexOutOfBoundsException e) { // the engine's answer to a tag with nothing in it
            var line = lineOf(text, Pattern.compile("\\{\\{[\\s=&#^/!>]*}}"));
            throw new PresetException("The prompt has a tag with nothing in it: '{{}}'.", line(firstLine, line));
        }
    }

    private static int line(int firstLine, int lineInText) {
        return firstLine == 0 ? 0 : firstLine + lineInText - 1;
    }

    /// The line of the first match, 1-based; the first line when there is none.
    private static int lineOf(String text, Pattern wanted) {
        var matcher = wanted.matcher(text);
        return matcher.find()
                ? 1
                        + (int) text.substring(0, matcher.start())
                                .chars()
                                .filter(c -> c == '\n')
                                .count()
                : 1;
    }

    /// Finds the first thing that is wrong with a template that parses.
    private static final class Check implements Mustache.Visitor {
        private final String text;
        private final Set<String> names;
        private final boolean ownDelimiters;
        private int sections;
        private @Nullable String sentence;
        private int line;

        Check(String text, Set<String> names) {
            this.text = text;
            this.names = names;
            this.ownDelimiters = text.contains("{{=");
        }

        @Override
        public void visitText(String piece) {
            var start = piece.indexOf("{{");
            if (start >= 0 && !ownDelimiters) { // the engine takes a tag without an end for text
                var rest = piece.substring(start).lines().findFirst().orElse("");
                wrong(
                        "The tag '" + Excerpt.of(rest) + "' has no end: '}}' is missing.",
                        Pattern.compile(Pattern.quote(rest)));
            }
        }

        @Override
        public void visitVariable(String name) {
            check(name);
        }

        @Override
        public boolean visitSection(String name) {
            return checkSection(name);
        }

        @Override
        public boolean visitInvertedSection(String name) {
            return checkSection(name);
        }

        @Override
        public boolean visitInclude(String name) {
            return refuse(">", name);
        }

        @Override
        public boolean visitParent(String name) {
            return refuse("<", name);
        }

        @Override
        public boolean visitBlock(String name) {
            return refuse("$", name);
        }

        /// The walk is recursive, so its depth is bounded here, where it passes first.
        private boolean checkSection(String name) {
            if (++sections > MAX_SECTIONS) {
                wrong("The prompt has more than " + MAX_SECTIONS + " sections.", tag(""));
                return false;
            }
            return check(name);
        }

        private boolean check(String name) {
            if (!names.contains(name)) {
                wrong(
                        "'%s' is neither a parameter nor one of code, input, source.".formatted(Excerpt.of(name)),
                        tag("[{#^&]?\\s*" + Pattern.quote(name) + "\\s*}"));
            }
            return sentence == null;
        }

        private boolean refuse(String sign, String name) {
            wrong(
                    "A prompt cannot take in another file: '{{%s%s}}'.".formatted(sign, Excerpt.of(name)),
                    tag(Pattern.quote(sign) + "\\s*" + Pattern.quote(name)));
            return false;
        }

        private void wrong(String what, Pattern place) {
            if (sentence == null) {
                sentence = what;
                line = lineOf(text, place);
            }
        }

        private static Pattern tag(String inside) {
            return Pattern.compile("\\{\\{" + inside);
        }
    }
}
