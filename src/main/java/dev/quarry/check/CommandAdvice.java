package dev.quarry.check;

import dev.quarry.check.tool.SearchPath;
import dev.quarry.check.tool.ToolCommand;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What is to be said of a command that a user has set for checking a language, before anything is checked with it.
///
/// @param level how much it matters
/// @param sentence for the user
public record CommandAdvice(Level level, String sentence) {

    /// How much an advice matters.
    public enum Level {
        GOOD,
        /// It can be kept, but look at it.
        WARNING,
        /// It cannot work.
        ERROR
    }

    private static final Set<String> SHELL = Set.of("|", "||", "&&", "&", ";", "<", ">", ">>", "2>&1", "2>", "&>");

    /// Interpreters run what they are given unless one of these stands among their arguments.
    private static final List<Interpreter> INTERPRETERS = List.of(
            new Interpreter("python[\\d.]*|pypy3?", "py_compile|compileall|ast|pyflakes|mypy|pylint|ruff|black"),
            new Interpreter("node|nodejs", "--check|-c"),
            new Interpreter("ruby", "-\\w*c\\w*"),
            new Interpreter("php", "-l|--syntax-check"),
            new Interpreter("(?:ba|z|k|da)?sh", "-n|-\\w*n\\w*"),
            new Interpreter(
                    "lua[\\d.]*|luajit|deno|bun|Rscript|pwsh|powershell|swift|scala|groovy|julia", "check|-parse"),
            new Interpreter("go", "vet|fmt"));

    /// They run code while they check or build it.
    private static final Pattern RUNS = Pattern.compile(
            "perl|elixirc?|mix|cargo|npm|npx|yarn|pnpm|make|gradle|gradlew|mvn|mvnw|sbt|rake|bundle|dotnet|java|jshell");

    private record Interpreter(String programs, String checks) {}

    /// Never runs the command.
    ///
    /// @param line as the user typed it, not blank
    /// @param path where programs are looked for
    public static CommandAdvice of(String line, SearchPath path) {
        if (line.chars().filter(c -> c == '"').count() % 2 != 0) {
            return new CommandAdvice(Level.ERROR, "A quotation mark is not closed.");
        }
        ToolCommand command;
        try {
            command = ToolCommand.parse(line);
        } catch (IllegalArgumentException e) {
            return new CommandAdvice(Level.ERROR, "Name a program.");
        }
        var shell = command.words().stream().filter(SHELL::contains).findFirst();
        if (shell.isPresent()) {
            return new CommandAdvice(
                    Level.ERROR,
                    "\"" + shell.get()
                            + "\" means nothing here: there is no shell. Put it into a script and name that.");
        }
        var program = command.program();
        var found = path.find(program);
        if (found.isEmpty()) {
            return program.contains("/") || program.contains("\\")
                    ? new CommandAdvice(Level.WARNING, program + " is no program. Name its whole path.")
                    : new CommandAdvice(
                            Level.WARNING, program + " was not found. Until it is, this check is not made.");
        }
        var runs = runsCode(command);
        return runs.orElseGet(() -> new CommandAdvice(
                Level.GOOD,
                found.get()
                        + (command.takesFile() ? " gets the code as a file." : " gets the code on standard input.")));
    }

    private static Optional<CommandAdvice> runsCode(ToolCommand command) {
        var program = command.program()
                .substring(command.program().replace('\\', '/').lastIndexOf('/') + 1)
                .replaceFirst("\\.(?:exe|cmd|bat)$", "");
        var checks = INTERPRETERS.stream()
                .filter(i -> program.matches(i.programs()))
                .findFirst()
                .map(i -> command.words().stream().skip(1).anyMatch(w -> w.matches(i.checks())))
                .orElse(!RUNS.matcher(program).matches());
        return checks
                ? Optional.empty()
                : Optional.of(
                        new CommandAdvice(
                                Level.WARNING,
                                program
                                        + " seems to run the code like this. A model wrote it: use a command that only checks."));
    }
}
