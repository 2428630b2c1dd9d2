package dev.quarry.preset;

import dev.quarry.language.Span;
import dev.quarry.language.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The placeholders in the text of a preset's file.
public final class Placeholders {
    private static final Pattern TAG = Pattern.compile("\\{\\{\\{[^{}\\n]*}}}|\\{\\{[^{}\\n]*}}");

    private Placeholders() {}

    /// Where they stand, in order.
    public static List<Span> in(String text) {
        return TAG.matcher(text)
                .results()
                .map(m -> new Span(m.start(), m.end(), TokenKind.CONSTANT))
                .toList();
    }

    /// What a prompt of the preset may name, its parameters first.
    public static List<String> names(Preset preset) {
        var names = new ArrayList<String>();
        preset.parameters().forEach(p -> names.add(p.name()));
        names.addAll(PromptTemplate.RESERVED);
        return names;
    }
}
