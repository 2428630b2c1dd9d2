package dev.quarry.preset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Gathers a prompt of another tool and writes it as a preset: its placeholders become parameters, and what merely
/// looks
/// like a placeholder of ours stays text.
final class ForeignTemplate {
    private static final int MAX_PARAMETERS = 50;
    private static final List<List<String>> DELIMITERS =
            List.of(List.of("{{", "}}"), List.of("<%", "%>"), List.of("<@", "@>"), List.of("[[", "]]"));

    /// A piece of a template.
    sealed interface Piece {

        record Text(String text) implements Piece {}

        record Placeholder(String name) implements Piece {}
    }

    /// What a placeholder of another tool stands for.
    @FunctionalInterface
    interface Meaning {
        Piece of(MatchResult placeholder) throws PresetException;
    }

    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();
    private boolean usesInput;

    void note(String sentence) {
        if (!notes.contains(sentence)) {
            notes.add(sentence);
        }
    }

    /// The place of the input.
    Piece input() {
        usesInput = true;
        return new Piece.Placeholder("code");
    }

    /// The place of a parameter, which is made when it is new.
    ///
    /// @param fallback its default, or null to leave it to the user
    Piece parameter(String foreignName, @Nullable String label, @Nullable String fallback) throws PresetException {
        var name = name(foreignName);
        var key = name.toLowerCase(Locale.ROOT);
        var known = parameters.get(key);
        if (known == null) {
            if (parameters.size() == MAX_PARAMETERS) {
                throw new PresetException("The prompt has more than " + MAX_PARAMETERS + " placeholders.", 0);
            }
            var shown = label == null || label.isBlank() ? foreignName : label;
            var type = fallback != null && fallback.strip().contains("\n")
                    ? Parameter.Type.MULTILINE
                    : Parameter.Type.TEXT;
            known = new Parameter(name, Excerpt.of(shown), type, fallback, List.of(), fallback == null);
            parameters.put(key, known);
        }
        return new Piece.Placeholder(known.name());
    }

    private static String name(String foreign) {
        var plain = foreign.replaceAll("[^A-Za-z0-9_]", "_");
        var named = plain.matches("[A-Za-z].*") ? plain : "p" + plain;
        return PromptTemplate.RESERVED.contains(named) ? named + "_value" : named;
    }

    /// Cuts a text at its placeholders.
    List<Piece> cut(String text, Pattern placeholder, Meaning meaning) throws PresetException {
        var pieces = new ArrayList<Piece>();
        var matcher = placeholder.matcher(text);
        var end = 0;
        while (matcher.find()) {
            pieces.add(new Piece.Text(text.substring(end, matcher.start())));
            pieces.add(meaning.of(matcher.toMatchResult()));
            end = matcher.end();
        }
        pieces.add(new Piece.Text(text.substring(end)));
        return pieces;
    }

    /// The preset, with the input at the end of the prompt where the prompt did not name it.
    ///
    /// @param name as it stands in the file; made one line
    PresetImport.Imported preset(
            String name,
            @Nullable String description,
            Preset.Output output,
            @Nullable Double temperature,
            @Nullable Integer maxTokens,
            List<Piece> system,
            List<Piece> user)
            throws PresetException {
        var complete = new ArrayList<>(user);
        if (!usesInput) {
            complete.add(new Piece.Text("\n\n"));
            complete.add(input());
        }
        var preset = new Preset(
                Excerpt.of(name),
                description == null ? "" : description,
                Preset.DEFAULT_ORDER,
                Preset.Input.CODE,
                output,
                false,
                null,
                temperature,
                maxTokens,
                null,
                new ArrayList<>(parameters.values()),
                written(system),
                written(complete));
        return new PresetImport.Imported(preset, notes);
    }

    /// With delimiters that the text itself does not use.
    private static String written(List<Piece> pieces) throws PresetException {
        var text = new StringBuilder();
        pieces.forEach(p -> text.append(p instanceof Piece.Text t ? t.text() : ""));
        for (var delimiters : DELIMITERS) {
            var open = delimiters.getFirst();
            var close = delimiters.getLast();
            if (text.indexOf(open) < 0) {
                return written(pieces, open, close);
            }
        }
        throw new PresetException("The prompt uses {{, <%, <@ and [[ as text, so its placeholders cannot be told.", 0);
    }

    private static String written(List<Piece> pieces, String open, String close) {
        var plain = open.equals("{{");
        var template = new StringBuilder();
        for (var piece : pieces) {
            switch (piece) {
                case Piece.Text t -> template.append(t.text());
                case Piece.Placeholder p ->
                    template.append(open).append(p.name()).append(close);
            }
        }
        if (plain) {
            return template.toString().replace("{{code}}", "{{{code}}}").strip();
        }
        return "{{=" + open + " " + close + "=}}" + template.toString().strip();
    }
}
