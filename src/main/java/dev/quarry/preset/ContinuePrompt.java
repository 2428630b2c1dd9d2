package dev.quarry.preset;

import dev.quarry.preset.ForeignTemplate.Piece;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Prompts of Continue: Markdown with front matter, or a `.prompt` file whose front matter has no opening line, with an
/// optional `<system>` part and Handlebars placeholders such as `{{{ input }}}`.
final class ContinuePrompt {
    private static final Pattern SYSTEM = Pattern.compile("<system>(?<system>.*?)</system>", Pattern.DOTALL);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\{?\\s*(?<name>[^{}\\n]{1,200}?)\\s*}?}}");
    private static final Pattern CONTEXT = Pattern.compile("(?m)(?:^|\\s)@(?<name>[A-Za-z][\\w./-]{0,200})");
    private static final Set<String> INPUT = Set.of("input", "currentFile", "selectedCode", "selection", "code");

    private ContinuePrompt() {}

    static PresetImport.Imported read(String fileName, String text) throws PresetException {
        var foreign = ForeignText.withoutOpening(text);
        var template = new ForeignTemplate();
        if (foreign.has("model")) {
            template.note("The model is named as Continue names it, so the preset is not pinned to one.");
        }
        var body = foreign.body();
        var system = "";
        var found = SYSTEM.matcher(body);
        if (found.find()) {
            system = found.group("system").strip();
            body = (body.substring(0, found.start()) + body.substring(found.end())).strip();
        }
        var context = CONTEXT.matcher(body);
        while (context.find()) {
            template.note("'@" + Excerpt.of(context.group("name")) + "' brings no context here and stays as it is.");
        }
        if (body.isEmpty() && system.isEmpty()) {
            throw new PresetException("The file holds no prompt.", 1);
        }
        return template.preset(
                foreign.value("name").orElse(fileName),
                foreign.value("description").orElse(null),
                Preset.Output.MARKDOWN,
                ForeignText.temperature(foreign.frontMatter()).orElse(null),
                null,
                pieces(template, system),
                pieces(template, body));
    }

    private static List<Piece> pieces(ForeignTemplate template, String text) throws PresetException {
        return template.cut(text, PLACEHOLDER, found -> {
            var name = found.group("name");
            if (INPUT.contains(name)) {
                return template.input();
            }
            if (name.matches("[A-Za-z_]\\w*")) {
                return template.parameter(name, null, null);
            }
            template.note("'" + Excerpt.of(found.group()) + "' means nothing here and stays as it is.");
            return new Piece.Text(found.group());
        });
    }
}
