package dev.quarry.check;

import dev.quarry.check.tool.SearchPath;
import dev.quarry.check.tool.ToolCommand;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What compilers are used, and how long they may take.
///
/// @param commands by language ID; Java needs none
/// @param path where their programs are looked for
/// @param environment of this program, of which a tool sees a little
/// @param limit for each compiler
public record CheckTools(
        Map<String, ToolCommand> commands, SearchPath path, Map<String, String> environment, Duration limit) {

    public static final Duration USUAL_LIMIT = Duration.ofSeconds(10);

    public CheckTools {
        commands = Map.copyOf(commands);
        environment = Map.copyOf(environment);
    }

    /// What is installed on this machine, of what is known to be safe, with the user's own commands over it.
    ///
    /// @param lines by language ID; an empty one for no compiler
    public static CheckTools of(Map<String, String> lines, Map<String, String> environment, Duration limit) {
        var path = SearchPath.of(environment);
        var commands = new LinkedHashMap<>(DefaultTools.found(path));
        lines.forEach((language, line) -> {
            if (line.isBlank()) {
                commands.remove(language);
            } else {
                commands.put(language, ToolCommand.parse(line));
            }
        });
        return new CheckTools(commands, path, environment, limit);
    }

    /// What is installed on this machine, of what is known to be safe.
    public static CheckTools found(Map<String, String> environment) {
        return of(Map.of(), environment, USUAL_LIMIT);
    }

    /// No compiler but Java's own.
    public static CheckTools none() {
        return new CheckTools(Map.of(), new SearchPath(List.of(), List.of("")), Map.of(), USUAL_LIMIT);
    }
}
