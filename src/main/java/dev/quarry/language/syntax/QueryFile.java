package dev.quarry.language.syntax;

import io.github.treesitter.jtreesitter.Language;
import io.github.treesitter.jtreesitter.Query;
import io.github.treesitter.jtreesitter.QueryError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads the highlight queries that the application is built with. A query may name others to put before it,
/// in a line such as `; inherits: npm/javascript`.
final class QueryFile {

    private static final Pattern INHERITS = Pattern.compile("(?m)^; inherits: (.+)$");

    private static final Pattern NODE = Pattern.compile("\\(\\s*([a-z]\\w*)");

    private static final Pattern PUNCTUATION = Pattern.compile("[()\\[\\]{},;.]");

    /// No marks of comments, strings or interpolation.
    private static final Pattern OPERATOR = Pattern.compile("(?!//|/\\*|\\*/|\\.)[-+*/%=<>!&|^~?:.]{1,4}");

    private static final Pattern KEYWORD = Pattern.compile("[a-zA-Z_]{2,}");

    private QueryFile() {}

    /// A compiled query.
    ///
    /// @param dropped the patterns that the grammar does not know, which were left out
    record Compiled(Query query, List<String> dropped) {}

    /// The query of that grammar with those that it inherits, parents first. One of our own goes before that
    /// of the grammar's authors, which it may inherit as `npm/` and its name.
    ///
    /// @throws IllegalStateException when the application was built without it
    static String read(String name) {
        var text = find(name)
                .or(() -> find("npm/" + name))
                .orElseThrow(() -> new IllegalStateException("no highlight query for " + name));
        var whole = new StringBuilder();
        var inherits = INHERITS.matcher(text);
        if (inherits.find()) {
            for (var parent : inherits.group(1).split(", *", -1)) {
                whole.append(read(parent.strip())).append('\n');
            }
        }
        return whole.append(text).toString();
    }

    private static Optional<String> find(String name) {
        try (var in = QueryFile.class.getResourceAsStream("queries/" + name + ".scm")) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the highlight query " + name, e);
        }
    }

    /// Patterns for every sign and word that the grammar itself spells out. They come before all others, so
    /// that they colour what a query says nothing about.
    static String basics(Language language) {
        var punctuation = new TreeSet<String>();
        var operators = new TreeSet<String>();
        var keywords = new TreeSet<String>();
        for (var symbol = 0; symbol < language.getSymbolCount(); symbol++) {
            var id = (short) symbol;
            if (language.isNamed(id) || !language.isVisible(id)) {
                continue;
            }
            var name = language.getSymbolName(id);
            if (PUNCTUATION.matcher(name).matches()) {
                punctuation.add(name);
            } else if (OPERATOR.matcher(name).matches()) {
                operators.add(name);
            } else if (KEYWORD.matcher(name).matches()) {
                keywords.add(name);
            }
        }
        return choice(punctuation, "punctuation") + choice(operators, "operator") + choice(keywords, "keyword");
    }

    private static String choice(Set<String> tokens, String capture) {
        return tokens.isEmpty()
                ? ""
                : tokens.stream().map(t -> '"' + t + '"').collect(Collectors.joining(" ", "[", "] @" + capture + "\n"));
    }

    /// Compiles a query, leaving out patterns and alternatives that the grammar does not know: queries and
    /// grammars drift apart.
    static Compiled compile(Language language, String text) {
        try {
            return new Compiled(new Query(language, text), List.of());
        } catch (QueryError e) {
            return compileFitting(language, text);
        }
    }

    private static Compiled compileFitting(Language language, String text) {
        var kept = new ArrayList<String>();
        var dropped = new ArrayList<String>();
        for (var pattern : patterns(text)) {
            if (compiles(language, pattern)) {
                kept.add(pattern);
            } else {
                fittingPart(language, pattern, dropped).ifPresent(kept::add);
            }
        }
        return new Compiled(new Query(language, String.join("\n", kept)), List.copyOf(dropped));
    }

    /// What is left of a choice such as `["a" (b)] @kind` without the alternatives that the grammar does not
    /// know.
    private static Optional<String> fittingPart(Language language, String pattern, List<String> dropped) {
        var end = pattern.startsWith("[") ? pattern.lastIndexOf(']') : -1;
        if (end < 0) {
            dropped.add(pattern);
            return Optional.empty();
        }
        var tail = pattern.substring(end);
        var fitting = new ArrayList<String>();
        for (var alternative : patterns(pattern.substring(1, end))) {
            (knows(language, alternative) ? fitting : dropped).add(alternative);
        }
        var part = "[" + String.join(" ", fitting) + tail;
        if (fitting.isEmpty() || !compiles(language, part)) {
            dropped.addAll(fitting);
            return Optional.empty();
        }
        return Optional.of(part);
    }

    /// Far faster than to compile: there may be hundreds of alternatives.
    private static boolean knows(Language language, String alternative) {
        return NODE.matcher(alternative).results().allMatch(n -> language.getSymbolForName(n.group(1), true) != 0);
    }

    private static boolean compiles(Language language, String text) {
        try {
            new Query(language, text).close();
            return true;
        } catch (QueryError e) {
            return false;
        }
    }

    /// Cuts a query into its top-level patterns, each with the captures and predicates that follow it.
    static List<String> patterns(String text) {
        var patterns = new ArrayList<String>();
        var depth = 0;
        var start = -1;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == ';') {
                if (depth == 0) {
                    start = close(text, start, i, patterns);
                }
                i = text.indexOf('\n', i) < 0 ? text.length() : text.indexOf('\n', i);
                continue;
            }
            if (depth == 0 && (c == '(' || c == '[' || c == '"')) {
                start = close(text, start, i, patterns);
                start = i;
            }
            if (c == '"') {
                i = endOfString(text, i);
            } else if (c == '(' || c == '[') {
                depth++;
            } else if (c == ')' || c == ']') {
                depth--;
            }
        }
        close(text, start, text.length(), patterns);
        return patterns;
    }

    private static int close(String text, int start, int end, List<String> patterns) {
        if (start >= 0) {
            patterns.add(text.substring(start, end).strip());
        }
        return -1;
    }

    private static int endOfString(String text, int start) {
        var i = start + 1;
        while (i < text.length() && text.charAt(i) != '"') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return i;
    }
}
