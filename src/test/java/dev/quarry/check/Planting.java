package dev.quarry.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Spoils code the ways models do. Finds functions by brackets, indentation and `end`, so that it does not share the
/// blind spots of what it tests.
final class Planting {

    /// The phrases of the half that rules were written for, and those of the half that was held back.
    private static final List<List<String>> PHRASES = List.of(
            List.of(
                    "... rest of the code remains unchanged",
                    "existing code here",
                    "Rest of the method unchanged",
                    "... (same as before)",
                    "implementation omitted for brevity",
                    "other methods remain the same",
                    "TODO: implement the remaining logic"),
            List.of(
                    "remaining implementation stays as in the original",
                    "... existing implementation ...",
                    "unchanged",
                    "same as the original",
                    "The rest of this function is unchanged",
                    "Your existing code goes here",
                    "[rest of the body omitted]",
                    "... other code ...",
                    "keep the original implementation here",
                    "(code unchanged)"));

    private static final Set<String> NOT_NAMES = Set.of(
            "if",
            "for",
            "while",
            "switch",
            "catch",
            "return",
            "else",
            "do",
            "new",
            "match",
            "function",
            "foreach",
            "using",
            "lock",
            "synchronized",
            "when",
            "try",
            "elseif",
            "unless",
            "until",
            "case",
            "describe",
            "it",
            "test");
    private static final Pattern BRACED = Pattern.compile(
            "(?m)^[ \\t]*(?:[\\w@<>\\[\\],.?*&:]+[ \\t]+)*[*&]?(?:\\([^)\\n]*\\)[ \\t]*)?(?<name>[A-Za-z_]\\w*)[ \\t]*(?:<[^>\\n]*>)?\\([^;{}]*\\)[^;{}=\\n]*\\{[ \\t]*$");
    private static final Pattern DEF =
            Pattern.compile("(?m)^(?<indent>[ \\t]*)(?:async )?def (?<name>\\w+)[^\\n]*\\([^:]*\\)[^:\\n]*:[ \\t]*$");
    private static final Pattern ENDED =
            Pattern.compile("(?m)^(?<indent>[ \\t]*)(?:local )?(?:def|function) (?:[\\w]+[.:])?(?<name>\\w+)[^\\n]*$");

    /// What an example in a comment declares is no loss.
    private static final Pattern COMMENTED = Pattern.compile("^\\s*(?:\\*|//|/\\*|#)");

    private record Function(String name, int start, int bodyStart, int bodyEnd, int end) {}

    private final String inputLanguage;
    private final String language;
    private final String comment;
    private final int half;
    private final Random random;

    /// @param half 0 for tuning, 1 for the half held back
    Planting(String inputLanguage, String language, String comment, int half, long seed) {
        this.inputLanguage = inputLanguage;
        this.language = language;
        this.comment = comment;
        this.half = half;
        random = new Random(seed);
    }

    /// What came of the code, by what was done to it; only what could be done.
    Map<String, String> of(String code, String before) {
        var spoilt = new TreeMap<String, String>();
        var had = functions(before, inputLanguage).stream()
                .map(f -> plain(f.name()))
                .collect(Collectors.toSet());
        // What the input never had cannot be missing.
        var functions = functions(code, language).stream()
                .filter(f -> had.contains(plain(f.name())))
                .toList();
        pick(functions)
                .ifPresent(f -> spoilt.put(
                        "placeholder", body(code, f, "\n" + indent(code, f) + comment + " " + phrase() + "\n")));
        pick(functions).ifPresent(f -> spoilt.put("emptied", body(code, f, nothing(code, f))));
        pick(functions.stream()
                        .filter(f -> functions.stream()
                                        .filter(g -> g.name().equals(f.name()))
                                        .count()
                                == 1)
                        .toList())
                .ifPresent(f -> spoilt.put("dropped", code.substring(0, f.start()) + code.substring(f.end())));
        spoilt.put("cut", code.substring(0, code.length() * (50 + random.nextInt(45)) / 100));
        broken(code).ifPresent(b -> spoilt.put("broken", b));
        return spoilt;
    }

    private String phrase() {
        var phrases = PHRASES.get(half);
        return phrases.get(random.nextInt(phrases.size()));
    }

    private Optional<Function> pick(List<Function> from) {
        return from.isEmpty() ? Optional.empty() : Optional.of(from.get(random.nextInt(from.size())));
    }

    private static String body(String code, Function f, String body) {
        return code.substring(0, f.bodyStart()) + body + code.substring(f.bodyEnd());
    }

    private String nothing(String code, Function f) {
        return language.equals("python") ? "\n" + indent(code, f) + "pass\n" : "\n";
    }

    private static String indent(String code, Function f) {
        var line = code.substring(f.bodyStart(), f.bodyEnd())
                .lines()
                .filter(l -> !l.isBlank())
                .findFirst()
                .orElse("    ");
        return line.substring(0, line.length() - line.stripLeading().length());
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    private static List<Function> functions(String code, String language) {
        var found = new ArrayList<Function>();
        var pattern = language.equals("python") ? DEF : Set.of("ruby", "lua").contains(language) ? ENDED : BRACED;
        var match = pattern.matcher(code);
        while (match.find()) {
            var name = match.group("name");
            var end = pattern == BRACED
                    ? close(code, match.end() - 1)
                    : endOf(code, match.end(), match.group("indent"), pattern == DEF);
            if (NOT_NAMES.contains(name)
                    || end < 0
                    || COMMENTED.matcher(match.group()).find()) {
                continue;
            }
            var bodyEnd = pattern == DEF ? end : code.lastIndexOf('\n', pattern == BRACED ? end : end - 2) + 1;
            var bodyStart = pattern == BRACED ? code.lastIndexOf('{', match.end()) + 1 : match.end();
            if (bodyEnd > bodyStart
                    && code.substring(bodyStart, bodyEnd)
                                    .lines()
                                    .filter(l -> !l.isBlank())
                                    .count()
                            >= 3) {
                var next = code.indexOf('\n', end);
                found.add(new Function(
                        name,
                        match.start(),
                        bodyStart,
                        bodyEnd,
                        pattern == DEF ? end : next < 0 ? code.length() : next + 1));
            }
        }
        return found;
    }

    private static int close(String code, int from) {
        var depth = 0;
        for (var i = code.lastIndexOf('{', from + 1); i >= 0 && i < code.length(); i++) {
            depth += code.charAt(i) == '{' ? 1 : code.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /// The end of an indented block, or the start of the line after its `end`.
    private static int endOf(String code, int from, String indent, boolean python) {
        var at = code.indexOf('\n', from) + 1;
        while (at > 0 && at < code.length()) {
            var next = code.indexOf('\n', at);
            var line = code.substring(at, next < 0 ? code.length() : next);
            if (python && !line.isBlank() && line.length() - line.stripLeading().length() <= indent.length()) {
                return at;
            }
            if (!python && line.matches(Pattern.quote(indent) + "end\\b.*")) {
                return next < 0 ? code.length() : next + 1;
            }
            if (next < 0) {
                return python ? code.length() : -1;
            }
            at = next + 1;
        }
        return python && at >= code.length() ? code.length() : -1;
    }

    /// Without one bracket of a line that has neither strings nor comments and is in no string.
    private Optional<String> broken(String code) {
        var places = new ArrayList<Integer>();
        var at = 0;
        var quoted = false; // in a text of several lines a bracket means nothing
        for (var line : code.split("\n", -1)) {
            quoted ^= Pattern.compile("\"\"\"|\'\'\'").matcher(line).results().count() % 2 == 1;
            if (!quoted && !line.matches(".*[\"'`/#*\\\\-].*")) {
                for (var i = 0; i < line.length(); i++) {
                    if ("()[]{}".indexOf(line.charAt(i)) >= 0) {
                        places.add(at + i);
                    }
                }
            }
            at += line.length() + 1;
        }
        if (places.isEmpty()) {
            return Optional.empty();
        }
        var gone = places.get(random.nextInt(places.size()));
        return Optional.of(code.substring(0, gone) + code.substring(gone + 1));
    }
}
