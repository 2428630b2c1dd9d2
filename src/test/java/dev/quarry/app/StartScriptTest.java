package dev.quarry.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The start scripts as processes, on a machine made for them.
@EnabledOnOs({OS.LINUX, OS.MAC})
class StartScriptTest {

    /// Writes the cache it is asked for, and its arguments otherwise.
    private static final String JAVA_THAT_MAKES_CACHES = """
            #!/bin/sh
            for a; do case $a in -XX:AOTCacheOutput=*|-XX:ArchiveClassesAtExit=*) echo classes >"${a#*=}"; exit 0 ;; esac; done
            printf '[%s]\\n' "$@"
            """;

    @TempDir
    Path folder;

    private ScriptMachine machine;
    private Path jdk;

    @BeforeEach
    void machineWithAJdk() throws IOException {
        machine = new ScriptMachine(folder);
        jdk = machine.systemJdk("/usr/lib/jvm/jdk-25", "25.0.3");
    }

    @Test
    void aFirstStartBuildsAndHandsOver() throws Exception {
        var ended = machine.quarry("presets");
        assertThat(ended.exitCode()).isEqualTo(7);
        assertThat(ended.out())
                .startsWith("java " + jdk + "/bin/java\n")
                .endsWith("[dev.quarry.app.Main]\n[presets]\n");
        assertThat(ended.err()).contains("Building Quarry.", "Built in ");
        assertThat(machine.builtSoFar())
                .containsExactly(jdk + " -B -Dmaven.test.skip=true package in " + machine.checkout);
    }

    @Test
    void aSecondStartBuildsNothingAndSaysNothing() throws Exception {
        machine.quarry("presets");
        var ended = machine.quarry("presets");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.exitCode()).isEqualTo(7);
        assertThat(machine.builtSoFar()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "src/main/java/A.java, 2",
        "src/main/java, 2",
        "prompts, 2",
        "styles, 2",
        "pom.xml, 2",
        "bin/quarry, 2",
        "src/test/java/ATest.java, 1",
    })
    void whatIsNewerThanTheBuildIsBuiltAgain(String edited, int builds) throws Exception {
        machine.quarry("presets");
        machine.edit(edited);
        machine.quarry("presets");
        assertThat(machine.builtSoFar()).hasSize(builds);
    }

    @Test
    void aBuildThatWasBrokenOffIsDoneAgain() throws Exception {
        machine.quarry("presets");
        Files.delete(machine.checkout.resolve("target/quarry/bin/quarry"));
        assertThat(machine.quarry("presets").exitCode()).isEqualTo(7);
        assertThat(machine.builtSoFar()).hasSize(2);
    }

    @Test
    void aBuildThatFailsShowsItsErrorsAndStartsNothing() throws Exception {
        machine.tool("mvn", "echo '[INFO] Scanning'", "echo '[ERROR] A.java: oops'", "echo 'caused by this'", "exit 1");
        var ended = machine.quarry("presets");
        assertThat(ended.exitCode()).isEqualTo(4);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .contains("[ERROR] A.java: oops\ncaused by this\n", "could not be built", "quarry-build.log")
                .doesNotContain("Scanning");
        machine.quarry("presets");
        assertThat(machine.checkout.resolve("target/quarry-build.lock")).doesNotExist();
    }

    @Test
    void startsAtTheSameTimeBuildOnce() throws Exception {
        machine.tool("slow-mvn", Files.readString(machine.path("tools/mvn")));
        machine.tool("mvn", "sleep 1", "exec slow-mvn \"$@\"");
        var one = machine.start(machine.checkout.resolve("quarry"), folder, "presets");
        var other = machine.start(machine.checkout.resolve("quarry"), folder, "presets");
        assertThat(one.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(other.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(one.exitValue()).isEqualTo(7);
        assertThat(other.exitValue()).isEqualTo(7);
        assertThat(machine.builtSoFar()).hasSize(1);
    }

    @Test
    void theLockOfAKilledBuildIsTakenOver() throws Exception {
        var dead = new ProcessBuilder("/bin/sh", "-c", "exit 0").start();
        dead.waitFor();
        var lock = Files.createDirectories(machine.checkout.resolve("target/quarry-build.lock"));
        Files.writeString(lock.resolve("owner"), dead.pid() + "\n");
        assertThat(machine.quarry("presets").exitCode()).isEqualTo(7);
        assertThat(machine.builtSoFar()).hasSize(1);
    }

    @Test
    void argumentsArriveAsTheyWereGiven() throws Exception {
        var ended = machine.quarry("run", "Write tests", "", "*", "a'b\"c", "$HOME", "\\n", "-p", "x=1 2");
        assertThat(ended.out()).endsWith("[run]\n[Write tests]\n[]\n[*]\n[a'b\"c]\n[$HOME]\n[\\n]\n[-p]\n[x=1 2]\n");
    }

    @Test
    void startsThroughALinkFromAnywhere() throws Exception {
        var links = Files.createDirectories(folder.resolve("links"));
        var link = Files.createSymbolicLink(links.resolve("q"), machine.checkout.resolve("quarry"));
        var linkToLink = Files.createSymbolicLink(folder.resolve("q2"), Path.of("links/q"));
        assertThat(machine.run(link, Path.of("/"), "presets").exitCode()).isEqualTo(7);
        assertThat(machine.run(linkToLink, links, "presets").exitCode()).isEqualTo(7);
        var packaged =
                Files.createSymbolicLink(folder.resolve("q3"), machine.checkout.resolve("target/quarry/bin/quarry"));
        assertThat(machine.run(packaged, Path.of("/"), "presets").out())
                .contains("[" + machine.checkout + "/target/quarry/lib/quarry.jar]");
    }

    @ParameterizedTest
    @CsvSource({"17.0.15, old", "1.8.0_402, old", "24, old", "25, new", "25.0.3, new", "26-ea, new", "31.1, new"})
    void javaHomeIsTakenWhenItIsNewEnough(String version, String expected) throws Exception {
        var home = machine.jdk(folder.resolve("java home"), version);
        machine.set("JAVA_HOME", home.toString());
        assertThat(machine.quarry("presets").out())
                .startsWith("java " + (expected.equals("new") ? home : jdk) + "/bin/java\n");
    }

    @Test
    void theJavaOnThePathIsFollowedToItsJdk() throws Exception {
        var other = machine.jdk(folder.resolve("other"), "25.0.1");
        Files.createSymbolicLink(folder.resolve("alternative"), other.resolve("bin/java"));
        Files.createSymbolicLink(folder.resolve("tools/java"), folder.resolve("alternative"));
        assertThat(machine.quarry("presets").out()).startsWith("java " + other + "/bin/java\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"home/.sdkman/candidates/java/25-tem", "home/.jdks/temurin-25", "system/opt/java/jdk-25"})
    void theUsualFoldersAreSearched(String place) throws Exception {
        machine.systemJdk("/usr/lib/jvm/jdk-25", "21.0.2");
        var found = machine.jdk(folder.resolve(place), "25.0.2");
        assertThat(machine.quarry("presets").out()).startsWith("java " + found + "/bin/java\n");
    }

    @Test
    void aJavaThatWasAskedForIsTakenOrRefused() throws Exception {
        var asked = machine.jdk(folder.resolve("asked"), "25");
        machine.set("QUARRY_JAVA", asked + "/bin/java");
        assertThat(machine.quarry("presets").out()).startsWith("java " + asked + "/bin/java\n");
        machine.jdk(asked, "17.0.1");
        var ended = machine.quarry("presets");
        assertThat(ended.exitCode()).isEqualTo(4);
        assertThat(ended.err()).hasLineCount(1).contains("QUARRY_JAVA is " + asked, "not a JDK 25 or newer");
    }

    @Test
    void withoutAJdkOneLineSaysWhatToInstall() throws Exception {
        machine.systemJdk("/usr/lib/jvm/jdk-25", "17.0.15");
        var ended = machine.quarry("presets");
        assertThat(ended.exitCode()).isEqualTo(4);
        assertThat(ended.err()).hasLineCount(1).contains("needs a JDK 25 or newer", "install one");
        assertThat(machine.builtSoFar()).isEmpty();
    }

    @Test
    void aJreIsNotEnoughToBuildButToRun() throws Exception {
        machine.quarry("presets");
        Files.delete(jdk.resolve("bin/javac"));
        assertThat(machine.quarry("presets").exitCode()).isEqualTo(7);
        machine.edit("pom.xml");
        assertThat(machine.quarry("presets").err()).hasLineCount(1).contains("needs a JDK 25");
    }

    @Test
    void withoutMavenOneLineSaysWhatToInstall() throws Exception {
        machine.without("mvn");
        var ended = machine.quarry("presets");
        assertThat(ended.exitCode()).isEqualTo(4);
        assertThat(ended.err()).hasLineCount(1).contains("Maven 3.8 or newer", "install it");
    }

    @Test
    void theToolkitIsOnTheModulePathOfTheWindowAlone() throws Exception {
        assertThat(machine.quarry().out())
                .contains("[--module-path]\n[" + machine.checkout + "/target/quarry/lib/fx]\n[--add-modules]\n");
        assertThat(machine.quarry("window").out()).contains("[--module-path]").endsWith("Main]\n[window]\n");
        assertThat(machine.quarry("--version").out()).doesNotContain("module");
    }

    @Test
    void afterABuildTheCachesAreMadeForLaterStarts() throws Exception {
        machine.set("QUARRY_NO_TRAINING", "");
        machine.jdk(jdk, "25", JAVA_THAT_MAKES_CACHES);
        machine.quarry("presets");
        var cache = machine.checkout.resolve("target/quarry/lib/window.aot");
        var upper = cache.resolveSibling("window.jsa");
        await(() -> Files.exists(upper));
        assertThat(machine.quarry("presets").out())
                .contains("[-XX:AOTCache=" + cache.resolveSibling("command.aot") + "]");
        assertThat(machine.quarry().out()).contains("[-XX:SharedArchiveFile=" + cache + ":" + upper + "]");
        assertThat(machine.checkout.resolve("target/quarry-training.log")).isEmptyFile();
        Files.delete(upper);
        assertThat(machine.quarry().out()).contains("[-XX:SharedArchiveFile=" + cache + "]");
    }

    @Test
    void aCacheOlderThanTheProgramIsPassedOver() throws Exception {
        machine.quarry("presets");
        var cache = machine.checkout.resolve("target/quarry/lib/command.aot");
        Files.writeString(cache, "classes");
        assertThat(machine.quarry("presets").out()).contains("AOTCache");
        Files.setLastModifiedTime(cache, FileTime.from(Instant.now().minusSeconds(7200)));
        assertThat(machine.quarry("presets").out()).doesNotContain("AOTCache").endsWith("Main]\n[presets]\n");
    }

    @Test
    void aTrainingThatFailsSaysSoAndLeavesNothingBehind() throws Exception {
        machine.quarry("presets");
        var ended = machine.run(machine.checkout.resolve("target/quarry/bin/quarry"), folder, "--train");
        assertThat(ended.exitCode()).isEqualTo(4);
        assertThat(ended.err()).contains("could not be made").contains("[-XX:AOTCacheOutput=");
        try (var files = Files.list(machine.checkout.resolve("target/quarry/lib"))) {
            assertThat(files.map(f -> f.getFileName().toString())).containsExactlyInAnyOrder("fx", "quarry.jar");
        }
    }

    @Test
    void anInstalledQuarryRunsOnItsOwnJavaWithTheToolkitInIt() throws Exception {
        machine.quarry("presets");
        var installed = Files.createDirectories(folder.resolve("opt/quarry"));
        Files.createDirectories(installed.resolve("bin"));
        Files.createDirectories(installed.resolve("lib/app"));
        Files.copy(machine.checkout.resolve("bin/quarry"), installed.resolve("bin/quarry"));
        Files.writeString(installed.resolve("lib/app/quarry.jar"), "");
        var own = machine.jdk(installed.resolve("lib/runtime"), "25");
        assertThat(machine.run(installed.resolve("bin/quarry"), folder).out())
                .startsWith("java " + own + "/bin/java\n")
                .contains("[" + installed + "/lib/app/quarry.jar]")
                .doesNotContain("module-path");
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain").isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
