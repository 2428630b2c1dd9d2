package dev.quarry.check.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Real programs, small scripts of the shell, that behave as badly as compilers can.
@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs are shell scripts")
class ToolRunTest {

    private static final ToolCommand COMMAND = ToolCommand.parse("tool {file}");

    @TempDir
    Path folder;

    private Path tool(String script) throws IOException {
        var file = folder.resolve("tool");
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file;
    }

    private ToolOutcome run(String script, Duration limit) throws Exception {
        return new ToolRun(limit, 4096, System.getenv()).run(tool(script), COMMAND, "answer.txt", "some text\n");
    }

    private ToolOutcome run(String script) throws Exception {
        return run(script, Duration.ofSeconds(30));
    }

    @Test
    void theToolGetsTheTextInAFolderOfItsOwn() throws Exception {
        var outcome = run("cat \"$1\"; ls; pwd");
        assertThat(outcome.how()).isEqualTo(ToolOutcome.How.ENDED);
        assertThat(outcome.output()).startsWith("some text\nanswer.txt\n").contains("quarry-check-");
    }

    @Test
    void theFolderIsGoneAfterwards() throws Exception {
        var where = run("mkdir deep; echo x > deep/file; ln -s / link; pwd")
                .output()
                .strip();
        assertThat(Path.of(where)).doesNotExist();
        assertThat(Path.of("/")).isNotEmptyDirectory();
    }

    @Test
    void withoutAPlaceForTheFileTheTextComesByStandardInput() throws Exception {
        var outcome = new ToolRun(Duration.ofSeconds(30), 4096, System.getenv())
                .run(tool("cat"), ToolCommand.parse("tool"), "answer.txt", "some text\n");
        assertThat(outcome.output()).isEqualTo("some text\n");
    }

    @Test
    void theExitCodeAndBothOutputsAreKept() throws Exception {
        var outcome = run("echo one; echo two >&2; exit 3");
        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.output()).isEqualTo("one\ntwo\n");
    }

    @Test
    void aToolThatHangsIsEnded() throws Exception {
        var began = System.nanoTime();
        var outcome = run("trap '' TERM INT HUP; while :; do sleep 60; done", Duration.ofMillis(500));
        assertThat(outcome.how()).isEqualTo(ToolOutcome.How.TIMED_OUT);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void ofAMegabyteTheStartIsKept() throws Exception {
        var outcome = run("head -c 1048576 /dev/zero | tr '\\0' 'x'");
        assertThat(outcome.how()).isEqualTo(ToolOutcome.How.ENDED);
        assertThat(outcome.output()).isEqualTo("x".repeat(4096));
    }

    @Test
    void outputWithoutEndIsNoWayToStay() throws Exception {
        var outcome = run("while :; do echo again; done", Duration.ofMillis(500));
        assertThat(outcome.how()).isEqualTo(ToolOutcome.How.TIMED_OUT);
        assertThat(outcome.output()).hasSize(4096);
    }

    @Test
    void childrenGoWithTheToolEvenWhenItLetGoOfThem() throws Exception {
        var pids = folder.resolve("pids");
        var outcome =
                run("(sleep 300 & echo $! >> " + pids + "); (setsid sleep 300 & echo $! >> " + pids + ") ; exit 0");
        assertThat(outcome.how()).isEqualTo(ToolOutcome.How.ENDED);
        assertThat(living(pids)).isEmpty();
    }

    @Test
    void childrenOfAToolThatHangsGoToo() throws Exception {
        var pids = folder.resolve("pids");
        run(
                "sleep 300 & echo $! >> " + pids + "; sh -c 'sleep 300 & echo $! >> " + pids + "; wait' & wait",
                Duration.ofSeconds(2));
        assertThat(Files.readAllLines(pids)).hasSize(2);
        assertThat(living(pids)).isEmpty();
    }

    private static List<String> living(Path pids) throws Exception {
        var alive = Files.readAllLines(pids);
        for (var pid : alive) {
            var process = ProcessHandle.of(Long.parseLong(pid.strip()));
            if (process.isPresent()) {
                process.get().onExit().get(10, TimeUnit.SECONDS);
            }
        }
        return alive.stream()
                .filter(p -> ProcessHandle.of(Long.parseLong(p.strip()))
                        .filter(ProcessHandle::isAlive)
                        .isPresent())
                .toList();
    }

    @Test
    void anInterruptEndsTheTool() throws Exception {
        var pids = folder.resolve("pids");
        var tool = tool("echo $$ > " + pids + "; sleep 300");
        var ended = new CompletableFuture<Boolean>();
        var worker = Thread.ofVirtual().start(() -> {
            try {
                new ToolRun(Duration.ofSeconds(60), 4096, System.getenv()).run(tool, COMMAND, "a.txt", "");
                ended.complete(false);
            } catch (InterruptedException e) {
                ended.complete(true);
            }
        });
        var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!(Files.exists(pids) && Files.size(pids) > 0) && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        worker.interrupt();
        assertThat(ended.get(20, TimeUnit.SECONDS)).isTrue();
        assertThat(living(pids)).isEmpty();
    }

    @Test
    void theToolSeesNoCredentials() throws Exception {
        var environment = new HashMap<>(System.getenv());
        environment.put("AWS_SECRET_ACCESS_KEY", "secret-1");
        environment.put("GITHUB_TOKEN", "secret-2");
        environment.put("NODE_OPTIONS", "--require ./secret-3");
        var outcome = new ToolRun(Duration.ofSeconds(30), 65536, environment).run(tool("env"), COMMAND, "a.txt", "");
        assertThat(outcome.output()).contains("PATH=").doesNotContain("secret-");
    }

    @Test
    void aProgramThatCannotStartIsTold() throws Exception {
        var broken = Files.writeString(folder.resolve("broken"), "not a program");
        var outcome = new ToolRun(Duration.ofSeconds(5), 4096, System.getenv()).run(broken, COMMAND, "a.txt", "");
        assertThat(outcome.how()).isEqualTo(ToolOutcome.How.NOT_STARTED);
    }

    @Test
    void aFileNameCannotLeaveTheFolder() {
        var run = new ToolRun(Duration.ofSeconds(5), 4096, System.getenv());
        for (var name : List.of("../a.py", "/etc/a", "a/b.py", "..", "a b", "")) {
            assertThatThrownBy(() -> run.run(Path.of("/bin/true"), COMMAND, name, ""))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aRelativeFolderOfThePathIsNotSearched() throws Exception {
        tool("true");
        assertThat(SearchPath.of(java.util.Map.of("PATH", ".:bin")).find("tool"))
                .isEmpty();
        assertThat(SearchPath.of(java.util.Map.of("PATH", folder.toString())).find("tool"))
                .isPresent();
    }
}
