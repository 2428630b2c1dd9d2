package dev.quarry.history;

import dev.quarry.run.RunRequest;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a run was made of, known before its first piece comes.
///
/// @param task the name of the preset
/// @param presetText the preset as it was used, in the format of preset files
/// @param values of the preset's fields, by parameter name
/// @param language the ID of the input's language
/// @param instruction what the user said besides the input, such as how to refine the answer before; may be empty
/// @param connection the label of the connection it went to
/// @param conversation the first run of the conversation this one goes on with; null for a run that begins one
public record RunStart(
        Instant begun,
        String task,
        String presetText,
        Map<String, String> values,
        String language,
        String input,
        String instruction,
        RunRequest request,
        String connection,
        @Nullable Long conversation,
        Origin origin) {

    private static final int LONGEST_TITLE = 100;
    private static final int LINES_LOOKED_AT = 200;

    /// What many files begin with: imports, the start of a comment or of a script.
    private static final Pattern OPENING = Pattern.compile(
            "^\\s*(import\\b|package\\b|using\\b|from \\S+ import\\b|use [\\w:]+|#include\\b|#!|<\\?php|/\\*+\\s*$|\\)|\"\"\"\\s*$|\"[^\"]+\"\\s*$)");

    /// One of the window.
    public RunStart(
            Instant begun,
            String task,
            String presetText,
            Map<String, String> values,
            String language,
            String input,
            String instruction,
            RunRequest request,
            String connection,
            @Nullable Long conversation) {
        this(
                begun,
                task,
                presetText,
                values,
                language,
                input,
                instruction,
                request,
                connection,
                conversation,
                Origin.WINDOW);
    }

    public RunStart {
        values = Map.copyOf(values);
    }

    /// One line that a person knows the run again by: what was said, else the first line of the input that says
    /// something of it.
    String title() {
        var from = instruction.isBlank() ? input : instruction;
        var line = from.lines()
                .limit(LINES_LOOKED_AT)
                .filter(l -> !l.isBlank() && !OPENING.matcher(l).find())
                .findFirst()
                .or(() -> from.lines().filter(l -> !l.isBlank()).findFirst())
                .orElse("")
                .strip();
        return line.length() <= LONGEST_TITLE ? line : line.substring(0, LONGEST_TITLE);
    }
}
