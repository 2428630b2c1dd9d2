package dev.quarry.check.tests;

import dev.quarry.check.tool.ToolCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Where tests in scripting languages expect the code they test, told by what they import.
final class ScriptLayouts {

    private static final Pattern PYTHON_FROM = Pattern.compile("(?m)^from\\s+([\\w.]+)\\s+import\\s+\\(?([^)#\\n]*)");
    private static final Pattern PYTHON_IMPORT = Pattern.compile("(?m)^import\\s+([\\w.]+)");
    private static final Pattern PYTEST =
            Pattern.compile("(?m)^(?:import|from) pytest\\b|^(?:async )?def test_|@pytest\\.");
    private static final Set<String> PYTHON_OWN = Set.of(
            "unittest", "pytest", "math", "os", "sys", "re", "io", "json", "typing", "datetime", "decimal", "pathlib");
    private static final Pattern RELATIVE = Pattern.compile(
            "(?:\\brequire\\s*\\(\\s*|\\bfrom\\s+|\\bimport\\s*\\(?\\s*)[\"'](\\.{1,2}/[^\"'\\n]+)[\"']");
    private static final Pattern MODULE = Pattern.compile("(?m)^\\s*(?:import\\s+[\\w{*\"']|export\\s+[\\w{*])");
    private static final Pattern RUBY =
            Pattern.compile("(?m)^\\s*require(?:_relative)?\\s*\\(?[\"'](\\.{0,2}/?[\\w/.-]+)[\"']");
    private static final Set<String> RUBY_OWN = Set.of("minitest/autorun", "test/unit", "rspec", "set", "json", "date");

    private ScriptLayouts() {}

    static TestPlan.Result python(String input, String tests) {
        var module = pythonModule(input, tests);
        if (module.isEmpty()) {
            return new TestPlan.Result.Missing("The tests do not say which module they test.");
        }
        var pytest = PYTEST.matcher(tests).find();
        return ready(
                Map.of(module.get().replace('.', '/') + ".py", input, "test_answer.py", tests),
                pytest
                        ? "python3 -m pytest -q -p no:cacheprovider test_answer.py"
                        : "python3 -m unittest -v test_answer");
    }

    /// The one that a name of the input is imported from, else the first that is not Python's own.
    private static Optional<String> pythonModule(String input, String tests) {
        var from = PYTHON_FROM.matcher(tests).results().toList();
        return from.stream()
                .filter(m -> Pattern.compile("[\\s,]+")
                        .splitAsStream(m.group(2).strip())
                        .anyMatch(n -> n.length() > 1
                                && Pattern.compile("(?m)^(?:async def|def|class)\\s+" + Pattern.quote(n) + "\\b|^"
                                                + Pattern.quote(n) + "\\s*[:=]")
                                        .matcher(input)
                                        .find()))
                .map(m -> m.group(1))
                .findFirst()
                .or(() -> PYTHON_IMPORT
                        .matcher(tests)
                        .results()
                        .map(m -> m.group(1))
                        .filter(m -> !PYTHON_OWN.contains(m))
                        .findFirst())
                .filter(m -> m.matches("\\w+(?:\\.\\w+)*"));
    }

    static TestPlan.Result javascript(String language, String input, String tests) {
        var ending = language.equals("typescript") ? ".ts" : ".js";
        var imported = RELATIVE.matcher(tests).results().map(m -> m.group(1)).findFirst();
        if (imported.isEmpty()) {
            return new TestPlan.Result.Missing("The tests do not say which file they test.");
        }
        var up = Path.of(imported.get()).normalize();
        var depth = 0;
        while (up.startsWith("..")) {
            up = up.subpath(1, up.getNameCount());
            depth++;
        }
        var code = up.toString().replace('\\', '/');
        var last = code.substring(code.lastIndexOf('/') + 1);
        var bare = ending.equals(".ts") ? code.replaceFirst("\\.js$", "") : code;
        var file = last.contains(".") && bare.equals(code) ? code : bare + ending;
        var folder = "tests/".repeat(depth);
        if (!TestPlan.isInside(file)) {
            return new TestPlan.Result.Missing("The tests import a file whose name Quarry does not make.");
        }
        // Node.js guesses no endings in modules, and TypeScript's custom of writing .js for .ts is for compilers.
        var whole = imported.get().replaceFirst("[^/]*$", file.substring(file.lastIndexOf('/') + 1));
        var type = MODULE.matcher(tests).find() ? "module" : "commonjs";
        return ready(
                Map.of(
                        file,
                        input,
                        folder + "answer.test" + ending,
                        tests.replace(quote(imported.get(), '"'), quote(whole, '"'))
                                .replace(quote(imported.get(), '\''), quote(whole, '\'')),
                        "package.json",
                        "{\"private\": true, \"type\": \"" + type + "\"}\n"),
                "node --test " + folder + "answer.test" + ending);
    }

    private static String quote(String text, char mark) {
        return mark + text + mark;
    }

    static TestPlan.Result ruby(String input, String tests) {
        var required = RUBY.matcher(tests)
                .results()
                .map(m -> m.group(1))
                .filter(r -> !RUBY_OWN.contains(r))
                .findFirst();
        if (required.isEmpty()) {
            return new TestPlan.Result.Missing("The tests do not say which file they test.");
        }
        var name = Path.of(required.get()).getFileName().toString().replaceFirst("\\.rb$", "");
        var local = Pattern.compile("(require(?:_relative)?\\s*\\(?[\"'])" + Pattern.quote(required.get()) + "([\"'])")
                .matcher(tests)
                .replaceAll("require_relative \"./" + name + "\"#");
        var rspec = tests.contains("RSpec.describe");
        var text = local.replaceAll("(?m)(require_relative \"\\./" + Pattern.quote(name) + "\")#.*$", "$1");
        return ready(
                Map.of(name + ".rb", input, "answer_test.rb", text), (rspec ? "rspec" : "ruby") + " ./answer_test.rb");
    }

    private static TestPlan.Result ready(Map<String, String> files, String command) {
        return new TestPlan.Result.Ready(new TestPlan(files, List.of(ToolCommand.parse(command))));
    }
}
