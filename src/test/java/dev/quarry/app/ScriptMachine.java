package dev.quarry.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A machine for the start scripts: a checkout in a folder with a space in its name, a PATH that holds nothing
/// but what is put there, and system folders of its own. Java and Maven are scripts that write down how they
/// were called.
final class ScriptMachine {

    /// How a script ended.
    record Ended(int exitCode, String out, String err) {}

    private static final Path PROJECT = Path.of(System.getProperty("quarry.project.dir"));
    private static final List<String> SYSTEM_TOOLS = List.of(
            "awk",
            "cat",
            "date",
            "dirname",
            "env",
            "find",
            "mkdir",
            "mv",
            "nice",
            "readlink",
            "rm",
            "sleep",
            "touch",
            "uname");

    private final Path root;
    final Path checkout;
    private final Path tools;
    private final Map<String, String> environment = new LinkedHashMap<>();

    ScriptMachine(Path root) throws IOException {
        this.root = root;
        checkout = Files.createDirectories(root.resolve("my code/quarry"));
        tools = Files.createDirectories(root.resolve("tools"));
        Files.createDirectories(checkout.resolve("bin"));
        Files.createDirectories(checkout.resolve("src/main/java"));
        Files.createDirectories(checkout.resolve("src/test/java"));
        Files.createDirectories(checkout.resolve("prompts"));
        Files.createDirectories(checkout.resolve("styles"));
        Files.writeString(checkout.resolve("pom.xml"), "<project/>");
        Files.writeString(checkout.resolve("src/main/java/A.java"), "class A {}");
        Files.writeString(checkout.resolve("src/test/java/ATest.java"), "class ATest {}");
        adopt("quarry");
        adopt("bin/quarry");
        for (var tool : SYSTEM_TOOLS) {
            lend(tool);
        }
        tool("id", "echo 1000");
        tool("mvn", mavenThatBuilds());
        set("HOME", root.resolve("home").toString());
        set("LANG", "C.UTF-8");
        // Else each build would leave a process behind that outlives its test.
        set("QUARRY_NO_TRAINING", "1");
        age(checkout);
    }

    /// The script as it is, but for the system's folders, which are this machine's.
    private void adopt(String script) throws IOException {
        var text = Files.readString(PROJECT.resolve(script));
        for (var folder : List.of("/usr/lib/", "/usr/java/", "/usr/local/", "/opt/", "/Library/", "/home/")) {
            text = text.replace(" " + folder, " " + root.resolve("system") + folder);
        }
        executable(checkout.resolve(script), text);
    }

    private void lend(String tool) throws IOException {
        for (var folder : List.of("/usr/bin", "/bin")) {
            var program = Path.of(folder, tool);
            if (Files.isExecutable(program)) {
                tool(tool, "exec " + program + " \"$@\"");
                return;
            }
        }
        throw new IOException("there is no " + tool);
    }

    /// Puts a program on the PATH.
    void tool(String name, String... lines) throws IOException {
        Files.deleteIfExists(tools.resolve(name));
        executable(tools.resolve(name), "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    }

    void without(String tool) throws IOException {
        Files.delete(tools.resolve(tool));
    }

    ScriptMachine set(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /// A JDK in one of this machine's system folders, such as `/usr/lib/jvm/some`.
    Path systemJdk(String folder, String version) throws IOException {
        return jdk(root.resolve("system" + folder), version);
    }

    /// A JDK whose java prints its arguments, one a line, and ends with the exit code 7.
    Path jdk(Path folder, String version) throws IOException {
        return jdk(folder, version, "#!/bin/sh\necho \"java $0\"\nprintf '[%s]\\n' \"$@\"\nexit 7\n");
    }

    /// A JDK with a java of one's own.
    Path jdk(Path folder, String version, String java) throws IOException {
        Files.createDirectories(folder.resolve("bin"));
        Files.writeString(folder.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"" + version + "\"\n");
        executable(folder.resolve("bin/java"), java);
        executable(folder.resolve("bin/javac"), "#!/bin/sh\nexit 1\n");
        return folder;
    }

    /// Writes the layout a package has, and how it was called into `builds`.
    private String mavenThatBuilds() {
        return """
                echo "$JAVA_HOME $* in $PWD" >>'%s'
                echo '[INFO] --- maven-compiler-plugin:3:compile (default-compile) @ quarry ---'
                mkdir -p target/quarry/lib/fx target/quarry/bin
                : >target/quarry/lib/quarry.jar
                cat bin/quarry >target/quarry/bin/quarry
                '%s' +x target/quarry/bin/quarry
                """.formatted(builds(), "/bin/chmod");
    }

    private Path builds() {
        return root.resolve("builds");
    }

    /// One line for each time Maven was called.
    List<String> builtSoFar() throws IOException {
        return Files.exists(builds()) ? Files.readAllLines(builds()) : List.of();
    }

    Path path(String name) {
        return root.resolve(name);
    }

    /// As if it had been edited just now.
    void edit(String file) throws IOException {
        var path = checkout.resolve(file);
        Files.setLastModifiedTime(path, FileTime.from(Instant.now().plusSeconds(5)));
    }

    /// Everything is an hour old, so that what a build writes is newer.
    private static void age(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3600)));
            }
        }
    }

    Ended quarry(String... arguments) throws IOException, InterruptedException {
        return run(checkout.resolve("quarry"), root, arguments);
    }

    Ended run(Path script, Path folder, String... arguments) throws IOException, InterruptedException {
        var process = start(script, folder, arguments);
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("the script did not end");
        }
        return new Ended(process.exitValue(), output(process, "out"), output(process, "err"));
    }

    Process start(Path script, Path folder, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("/bin/sh", script.toString()));
        command.addAll(List.of(arguments));
        var id = Files.createTempDirectory(root, "run");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(id.resolve("out").toFile())
                .redirectError(id.resolve("err").toFile());
        builder.environment().clear();
        builder.environment().put("PATH", tools.toString());
        builder.environment().putAll(environment);
        var process = builder.start();
        outputs.put(process, id);
        return process;
    }

    private final Map<Process, Path> outputs = new LinkedHashMap<>();

    private String output(Process process, String stream) throws IOException {
        var folder = outputs.get(process);
        return folder == null ? "" : Files.readString(folder.resolve(stream));
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
