package dev.quarry.preset;

import dev.quarry.preset.ForeignTemplate.Piece;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Prompt files of VS Code, named `*.prompt.md`: Markdown with optional front matter and variables such as
/// `${input:name:hint}` and `${selection}`.
final class VsCodePrompt {
    private static final Pattern VARIABLE = Pattern.compile(
            "\\$\\{(?:input:(?<name>[^:}\\n]{1,100})(?::(?<hint>[^}\\n]{0,500}))?|(?<other>\\w{1,60}))}");
    private static final Set<String> INPUT = Set.of("selection", "selectedText", "file");

    private VsCodePrompt() {}

    static PresetImport.Imported read(String fileName, String text) throws PresetException {
        var foreign = ForeignText.of(text);
        var template = new ForeignTemplate();
        if (foreign.has("model")) {
            template.note("The model is named as VS Code names it, so the preset is not pinned to one.");
        }
        if (foreign.has("tools") || foreign.body().contains("#tool:")) {
            template.note("Quarry gives the model no tools.");
        }
        if (foreign.has("agent") || foreign.has("mode")) {
            template.note("Quarry has no chat modes: the prompt is sent once.");
        }
        var user = template.cut(
                foreign.body(),
                VARIABLE,
                found ->
                        piece(template, found.group("name"), found.group("hint"), found.group("other"), found.group()));
        return template.preset(
                foreign.value("name").orElse(fileName),
                foreign.value("description").orElse(null),
                Preset.Output.MARKDOWN,
                null,
                null,
                List.of(),
                user);
    }

    private static Piece piece(
            ForeignTemplate template,
            @Nullable String name,
            @Nullable String hint,
            @Nullable String other,
            String whole)
            throws PresetException {
        if (name != null) {
            return template.parameter(name, hint, null);
        }
        if (other != null && INPUT.contains(other)) {
            return template.input();
        }
        template.note("'" + Excerpt.of(whole) + "' means nothing here and stays as it is.");
        return new Piece.Text(whole);
    }
}
