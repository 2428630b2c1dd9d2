package dev.quarry.diff.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarry.diff.TextPairs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Patches as the real programs take them.
class UnifiedPatchTest {

    /// The programs, each called so that a patch that does not fit exactly is refused.
    enum Program {
        GIT("git apply --whitespace=nowarn ../change.patch"),
        PATCH("patch -p1 --batch --fuzz=0 --binary --input=../change.patch");

        private final String command;

        Program(String command) {
            this.command = command;
        }
    }

    @TempDir
    Path folder;

    @Test
    void aChangeLooksAsGitWritesIt() {
        var patch = UnifiedPatch.ofChange("src/A.java", bytes("a\nb\nc\n"), bytes("a\nx\nc\n"));
        assertThat(patch.text(StandardCharsets.UTF_8)).isEqualTo("""
                        diff --git a/src/A.java b/src/A.java
                        index de98044..f5aa8c1
                        --- a/src/A.java
                        +++ b/src/A.java
                        @@ -1,3 +1,3 @@
                         a
                        -b
                        +x
                         c
                        """);
    }

    @ParameterizedTest
    @EnumSource(Program.class)
    void aChangeApplies(Program program) throws Exception {
        var before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n";
        assertApplies(
                program,
                "src/main/A.java",
                before,
                before.replace("2\n", "two\n").replace("12\n", ""));
    }

    @ParameterizedTest
    @EnumSource(Program.class)
    void linesEndingInCrLfApply(Program program) throws Exception {
        assertApplies(program, "a.txt", "a\r\nb\r\nc\r\n", "a\r\nx\r\nc\r\n");
        assertApplies(program, "b.txt", "a\r\nb\r\n", "a\nb\n");
        assertApplies(program, "c.txt", "a\rb\rc", "a\rx\rc");
    }

    @ParameterizedTest
    @EnumSource(Program.class)
    void aMissingFinalNewlineApplies(Program program) throws Exception {
        assertApplies(program, "a.txt", "a\nb", "a\nb\n");
        assertApplies(program, "b.txt", "a\nb\n", "a\nb");
        assertApplies(program, "c.txt", "a\nb", "x\nb");
        assertApplies(program, "d.txt", "a\nb", "a\nb\nc");
    }

    @ParameterizedTest
    @EnumSource(Program.class)
    void aFileThatGetsEmptyOrHadNothingApplies(Program program) throws Exception {
        assertApplies(program, "a.txt", "", "a\n");
        assertApplies(program, "b.txt", "a\nb", "");
    }

    @ParameterizedTest
    @EnumSource(Program.class)
    void unusualNamesApply(Program program) throws Exception {
        for (var name :
                List.of("with space.txt", "Grüße/世界.txt", "it's \"quoted\".txt", "back\\slash.txt", "a\tb.txt")) {
            assertApplies(program, name, "a\nb\n", "a\nc\n");
        }
    }

    @ParameterizedTest
    @EnumSource(Program.class)
    void aNewFileIsMade(Program program) throws Exception {
        for (var content : List.of("a\nb\n", "no newline", "")) {
            var root = Files.createTempDirectory(folder, "root");
            apply(program, root, UnifiedPatch.ofNewFile("new/My File.txt", bytes(content)));
            assertThat(root.resolve("new/My File.txt")).hasBinaryContent(bytes(content));
        }
    }

    @ParameterizedTest
    @EnumSource(Program.class)
    void aDeletedFileGoes(Program program) throws Exception {
        for (var content : List.of("a\nb\n", "no newline", "")) {
            var root = Files.createTempDirectory(folder, "root");
            var file = Files.write(root.resolve("old file.txt"), bytes(content));
            apply(program, root, UnifiedPatch.ofDeletion("old file.txt", bytes(content)));
            assertThat(file).doesNotExist();
        }
    }

    @ParameterizedTest
    @EnumSource(Program.class)
    void encodingsOtherThanUtf8Apply(Program program) throws Exception {
        for (var encoding : List.of(
                TextEncoding.ISO_8859_1, TextEncoding.UTF_8_BOM, TextEncoding.UTF_16LE, TextEncoding.UTF_16BE)) {
            assertApplies(program, "a.txt", encoding.encode("ä\nö\nü\n"), encoding.encode("ä\nß\nü\n"));
        }
    }

    @Test
    void patchRefusesWhatDoesNotFit() throws Exception {
        var root = Files.createTempDirectory(folder, "root");
        Files.writeString(root.resolve("a.txt"), "something else\n");
        var patch = UnifiedPatch.ofChange("a.txt", bytes("a\n"), bytes("b\n"));
        for (var program : Program.values()) {
            assertThatThrownBy(() -> apply(program, root, patch)).isInstanceOf(AssertionError.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Program.class)
    void generatedTextsApply(Program program) {
        var number = new AtomicInteger();
        TextPairs.forEachGenerated(25, List.of("\n", "\r\n", "\r"), (left, right) -> {
            try {
                assertApplies(program, number.incrementAndGet() + ".txt", left, right);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void nothingChangedIsAnEmptyPatch() {
        assertThat(UnifiedPatch.ofChange("a.txt", bytes("a\n"), bytes("a\n")).isEmpty())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/etc/passwd", "../a", "a/../../b"})
    void pathsOutOfTheFolderAreRefused(String path) {
        assertThatThrownBy(() -> UnifiedPatch.ofChange(path, bytes("a"), bytes("b")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void assertApplies(Program program, String name, String before, String after)
            throws IOException, InterruptedException {
        assertApplies(program, name, bytes(before), bytes(after));
    }

    private void assertApplies(Program program, String name, byte[] before, byte[] after)
            throws IOException, InterruptedException {
        var root = Files.createTempDirectory(folder, "root");
        var file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, before);
        var patch = UnifiedPatch.ofChange(name, before, after);
        if (!patch.isEmpty()) {
            apply(program, root, patch);
        }
        assertThat(file).hasBinaryContent(after);
    }

    private void apply(Program program, Path root, UnifiedPatch patch) throws IOException, InterruptedException {
        Files.write(folder.resolve("change.patch"), patch.bytes());
        var builder = new ProcessBuilder(program.command.split(" "))
                .directory(root.toFile())
                .redirectErrorStream(true);
        // The folder may be inside a repository, where git would look for the names from its root.
        builder.environment().put("GIT_CEILING_DIRECTORIES", folder.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as("%s says: %s%n%s", program, output, patch.text(StandardCharsets.UTF_8))
                .isZero();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
