package dev.quarry.check;

import dev.quarry.check.tool.SearchPath;
import dev.quarry.check.tool.ToolCommand;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The commands that are offered when their tool is installed. None of them runs any of the code it is given: so not
/// `perl -c`, whose BEGIN blocks run, and not Elixir's compiler, whose macros do.
public final class DefaultTools {

    /// By language ID; of several, the first that is there.
    private static final Map<String, List<String>> COMMANDS = commands();

    private DefaultTools() {}

    private static Map<String, List<String>> commands() {
        var commands = new LinkedHashMap<String, List<String>>();
        commands.put("python", List.of("python3 -I -m py_compile {file}", "python -I -m py_compile {file}"));
        commands.put("javascript", List.of("node --check {file}"));
        commands.put("typescript", List.of("tsc --noEmit --skipLibCheck --target esnext {file}"));
        commands.put("go", List.of("gofmt -e"));
        commands.put(
                "rust",
                List.of(
                        "rustc --edition 2021 --crate-type lib --emit=metadata --error-format=short -A warnings {file}"));
        commands.put("bash", List.of("bash --norc --noprofile -n {file}"));
        commands.put("ruby", List.of("ruby --disable-all -c {file}"));
        commands.put("php", List.of("php -n -l {file}"));
        commands.put("c", List.of("gcc -fsyntax-only -w -x c {file}", "clang -fsyntax-only -w -x c {file}"));
        commands.put(
                "cpp",
                List.of(
                        "g++ -fsyntax-only -w -std=c++20 -x c++ {file}",
                        "clang++ -fsyntax-only -w -std=c++20 -x c++ {file}"));
        commands.put("lua", List.of("luac -p {file}"));
        commands.put("swift", List.of("swiftc -parse {file}"));
        return commands;
    }

    /// Those whose tool is on that path, by language ID.
    public static Map<String, ToolCommand> found(SearchPath path) {
        var found = new LinkedHashMap<String, ToolCommand>();
        COMMANDS.forEach((language, lines) -> lines.stream()
                .map(ToolCommand::parse)
                .filter(c -> path.find(c.program()).isPresent())
                .findFirst()
                .ifPresent(c -> found.put(language, c)));
        return found;
    }

    /// The IDs of the languages for which there is one, in the order they are shown.
    public static List<String> languages() {
        return List.copyOf(COMMANDS.keySet());
    }

    /// The command that is offered for a language whether it is installed or not; empty when there is none.
    public static Optional<ToolCommand> offered(String languageId) {
        return Optional.ofNullable(COMMANDS.get(languageId)).map(l -> ToolCommand.parse(l.getFirst()));
    }
}
