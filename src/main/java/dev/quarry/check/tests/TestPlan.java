package dev.quarry.check.tests;

import dev.quarry.check.Subject;
import dev.quarry.check.tool.SearchPath;
import dev.quarry.check.tool.ToolCommand;
import dev.quarry.language.Language;
import dev.quarry.language.Languages;
import dev.quarry.run.FencedCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What would be run to run the tests of an answer: to be shown before it is.
///
/// @param files their texts by their paths in a folder of their own, with `/` between
/// @param commands one after the other in that folder, until one fails
public record TestPlan(Map<String, String> files, List<ToolCommand> commands) {

    /// A plan, or why there is none.
    public sealed interface Result {

        /// It can be run.
        record Ready(TestPlan plan) implements Result {}

        /// It cannot.
        ///
        /// @param reason a sentence that says what is missing
        record Missing(String reason) implements Result {}
    }

    private static final Pattern TESTS = Pattern.compile("(?m)^\\s*(?:async )?def test_|\\bunittest\\.TestCase\\b"
            + "|@(?:Parameterized|Repeated)?Test\\b|^func Test\\w*\\(|#\\[(?:\\w+::)*test\\]"
            + "|^\\s*(?:test|it|describe)\\s*\\(|<\\s*Minitest::Test\\b|\\bRSpec\\.describe\\b");

    public TestPlan {
        files = Map.copyOf(new TreeMap<>(files));
        commands = List.copyOf(commands);
        if (files.keySet().stream().anyMatch(f -> !isInside(f))) {
            throw new IllegalArgumentException("a file would be outside of its folder");
        }
    }

    /// Whether an answer seems to be tests of the input.
    public static boolean isFor(Subject subject) {
        return subject.promise() == Subject.Promise.CODE
                && !subject.inputLanguage().equals(Languages.PLAIN_TEXT)
                && TESTS.matcher(code(subject)).find();
    }

    /// Plans to run the tests of an answer on its input.
    ///
    /// @param home where Maven keeps what it has loaded
    public static Result of(Subject subject, SearchPath path, Path home) {
        var tests = code(subject);
        var layout = layout(language(subject), subject.input(), tests, home);
        if (layout instanceof Result.Ready ready) {
            for (var command : ready.plan().commands()) {
                if (path.find(command.program()).isEmpty()) {
                    return new Result.Missing(
                            command.program() + " was not found, so the tests cannot be run; install it first.");
                }
            }
        }
        return layout;
    }

    private static Result layout(Language language, String input, String tests, Path home) {
        return switch (language.id()) {
            case "python" -> ScriptLayouts.python(input, tests);
            case "javascript", "typescript" -> ScriptLayouts.javascript(language.id(), input, tests);
            case "ruby" -> ScriptLayouts.ruby(input, tests);
            case "go" -> CompiledLayouts.go(input, tests);
            case "rust" -> CompiledLayouts.rust(input, tests);
            case "java" -> CompiledLayouts.java(input, tests, home);
            default -> new Result.Missing("Quarry knows no way to run tests in " + language.name() + ".");
        };
    }

    private static String code(Subject subject) {
        var fenced = new FencedCode();
        fenced.append(subject.answer());
        fenced.finish();
        return fenced.blocks().isEmpty()
                ? fenced.code()
                : fenced.blocks().getFirst().code();
    }

    private static Language language(Subject subject) {
        var fenced = new FencedCode();
        fenced.append(subject.answer());
        fenced.finish();
        return fenced.blocks().stream()
                .findFirst()
                .flatMap(b -> Languages.ofFence(b.label()))
                .or(() -> Optional.ofNullable(subject.wanted()))
                .orElse(subject.inputLanguage());
    }

    /// Whether a path is a plain one that stays in its folder.
    static boolean isInside(String file) {
        return file.matches("[\\w.@-]+(?:/[\\w.@-]+)*")
                && !List.of(file.split("/")).contains("..");
    }
}
