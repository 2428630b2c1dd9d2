package dev.quarry.preset;

import com.samskivert.mustache.Mustache;
import dev.quarry.language.Language;
import dev.quarry.language.Languages;
import java.util.Map;

/// Writes the prompts of one input. Used by one thread.
final class PromptWriter implements Mustache.Visitor {
    private final Preset preset;
    private final String input;
    private final Language source;
    private final Map<String, String> values;
    private final int maxLength;

    private final StringBuilder out = new StringBuilder();
    private boolean afterFence;
    private boolean tooLong;

    /// @param values by parameter name, checked, one for each parameter
    /// @param maxLength of one prompt, in UTF-16 units
    PromptWriter(Preset preset, String input, Language source, Map<String, String> values, int maxLength) {
        this.preset = preset;
        this.input = input;
        this.source = source;
        this.values = values;
        this.maxLength = maxLength;
    }

    String write(MustacheText text) throws PresetException {
        out.setLength(0);
        afterFence = false;
        text.visit(this);
        if (tooLong) {
            throw new PresetException(
                    "The prompt is longer than %,d characters. Take a smaller input.".formatted(maxLength), 0);
        }
        return withoutBlankEnds(out);
    }

    @Override
    public void visitText(String piece) {
        append(piece);
    }

    @Override
    public void visitVariable(String name) {
        switch (name) {
            case "code" -> appendFenced();
            case "input" -> {
                if (preset.input() == Preset.Input.CODE) {
                    appendFenced();
                } else {
                    append(input);
                }
            }
            case "source" -> append(source.name());
            default -> append(value(name));
        }
    }

    @Override
    public boolean visitSection(String name) {
        return switch (name) {
            case "code", "input" -> !input.isBlank();
            case "source" -> !source.equals(Languages.PLAIN_TEXT);
            default ->
                isBoolean(name)
                        ? Boolean.parseBoolean(value(name))
                        : !value(name).isEmpty();
        };
    }

    @Override
    public boolean visitInvertedSection(String name) {
        return !visitSection(name);
    }

    @Override
    public boolean visitInclude(String name) {
        throw new IllegalStateException("a template that takes in another does not compile: " + name);
    }

    private String value(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("a template with an unknown name does not compile: " + name);
        }
        return value;
    }

    private boolean isBoolean(String name) {
        return preset.parameters().stream().anyMatch(p -> p.name().equals(name) && p.type() == Parameter.Type.BOOLEAN);
    }

    /// A fence counts only on lines of its own.
    private void appendFenced() {
        var lineStart = out.lastIndexOf("\n") + 1;
        if (out.substring(lineStart).isBlank()) {
            out.setLength(lineStart);
        } else {
            append("\n");
        }
        append(Fence.around(
                input,
                source.fenceLabels().isEmpty() ? "" : source.fenceLabels().getFirst()));
        afterFence = true;
    }

    private void append(String piece) {
        if (piece.isEmpty() || tooLong) {
            return;
        }
        var gap = afterFence && !piece.startsWith("\n") ? "\n" : "";
        afterFence = false;
        if ((long) out.length() + gap.length() + piece.length() > maxLength) {
            tooLong = true;
            return;
        }
        out.append(gap).append(piece);
    }

    /// Sections that were left out leave blank lines. The first line keeps its indentation: it may be the input's.
    private static String withoutBlankEnds(CharSequence text) {
        var end = text.toString().stripTrailing();
        var start = 0;
        for (var i = 0; i < end.length() && Character.isWhitespace(end.charAt(i)); i++) {
            if (end.charAt(i) == '\n') {
                start = i + 1;
            }
        }
        return end.substring(start);
    }
}
