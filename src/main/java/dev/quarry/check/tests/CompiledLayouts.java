package dev.quarry.check.tests;

import dev.quarry.check.tool.ToolCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Where tests in compiled languages expect the code they test.
final class CompiledLayouts {

    private static final Path CONSOLE = Path.of(".m2/repository/org/junit/platform/junit-platform-console-standalone");
    private static final Pattern GO_PACKAGE = Pattern.compile("(?m)^package (\\w+)");
    private static final Pattern GO_IMPORT = Pattern.compile("\"((?:[\\w.-]+/)*(\\w+))\"");
    private static final Pattern RUST_USE = Pattern.compile("(?m)^\\s*use\\s+(\\w+)(?:::|;)");
    private static final Set<String> RUST_OWN = Set.of("std", "core", "alloc", "super", "crate", "self");
    private static final Pattern JAVA_PACKAGE = Pattern.compile("(?m)^package\\s+([\\w.]+)\\s*;");
    private static final Pattern JAVA_TYPE = Pattern.compile(
            "(?m)^(?:public\\s+|final\\s+|abstract\\s+|sealed\\s+)*(?:class|interface|enum|record)\\s+(\\w+)");

    private CompiledLayouts() {}

    static TestPlan.Result go(String input, String tests) {
        var packaged = first(GO_PACKAGE, input).orElse("answer");
        var outside = first(GO_PACKAGE, tests).orElse(packaged).endsWith("_test");
        var module = GO_IMPORT
                .matcher(tests)
                .results()
                .filter(m -> outside && m.group(2).equals(packaged))
                .map(m -> m.group(1))
                .findFirst()
                .orElse("example.com/" + packaged);
        return ready(
                Map.of("go.mod", "module " + module + "\n\ngo 1.21\n", "answer.go", input, "answer_test.go", tests),
                "go test ./...");
    }

    static TestPlan.Result rust(String input, String tests) {
        var used = RUST_USE.matcher(tests)
                .results()
                .map(m -> m.group(1))
                .filter(u -> !RUST_OWN.contains(u))
                .findFirst();
        var inside = used.isEmpty() || tests.contains("use super::");
        var manifest = "[package]\nname = \"" + used.filter(u -> !inside).orElse("answer")
                + "\"\nversion = \"0.1.0\"\nedition = \"2021\"\n";
        return ready(
                inside
                        ? Map.of("Cargo.toml", manifest, "src/lib.rs", input + "\n" + tests)
                        : Map.of("Cargo.toml", manifest, "src/lib.rs", input, "tests/answer.rs", tests),
                "cargo test --offline");
    }

    static TestPlan.Result java(String input, String tests, Path home) {
        var console = console(home.resolve(CONSOLE));
        if (console.isEmpty()) {
            return new TestPlan.Result.Missing("JUnit was not found. Put org.junit.platform:"
                    + "junit-platform-console-standalone into the Maven repository of your home folder.");
        }
        var code = first(JAVA_TYPE, input);
        var test = first(JAVA_TYPE, tests);
        if (code.isEmpty() || test.isEmpty() || code.equals(test)) {
            return new TestPlan.Result.Missing("Input and tests have to be a class each.");
        }
        var source = folder(input) + code.get() + ".java";
        var tested = folder(tests) + test.get() + ".java";
        var jar = "\"" + console.get() + "\"";
        return new TestPlan.Result.Ready(new TestPlan(
                Map.of(source, input, tested, tests),
                List.of(
                        ToolCommand.parse("javac -proc:none -d classes -cp " + jar + " " + source + " " + tested),
                        ToolCommand.parse("java -jar " + jar
                                + " execute --class-path classes --scan-class-path --disable-banner --details=tree"
                                + " --disable-ansi-colors"))));
    }

    private static String folder(String text) {
        return first(JAVA_PACKAGE, text).map(p -> p.replace('.', '/') + "/").orElse("");
    }

    /// The newest that Maven has loaded.
    private static Optional<Path> console(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (var files = Files.walk(folder, 2)) {
            return files.filter(
                            f -> f.getFileName().toString().matches("junit-platform-console-standalone-[\\d.]+\\.jar"))
                    .max(Comparator.comparing(f -> f.getFileName().toString()));
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty(); // not to be read: as good as not there
        }
    }

    private static Optional<String> first(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(m -> m.group(1)).findFirst();
    }

    private static TestPlan.Result ready(Map<String, String> files, String command) {
        return new TestPlan.Result.Ready(new TestPlan(files, List.of(ToolCommand.parse(command))));
    }
}
