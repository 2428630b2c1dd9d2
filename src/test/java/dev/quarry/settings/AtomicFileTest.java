package dev.quarry.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    private static final int SIZE = 200_000;

    @TempDir
    Path folder;

    @Test
    void theOldContentStaysUntilTheNewOneIsWhole() throws IOException {
        var file = Files.writeString(folder.resolve("f"), "old");
        var staged = AtomicFile.stage(file, bytes("new"));
        assertThat(file).hasContent("old");
        assertThat(staged).hasContent("new");
    }

    @Test
    void nothingIsLeftBesideTheFile() throws IOException {
        var file = folder.resolve("f");
        AtomicFile.write(file, bytes("one"));
        AtomicFile.write(file, bytes("two"));
        assertThat(file).hasContent("two");
        assertThat(folder.toFile().list()).containsExactly("f");
    }

    @Test
    void aWriteThatFailsLeavesWhatWasThere() throws IOException {
        var target = Files.createDirectories(folder.resolve("f/not-empty")).getParent();
        assertThatIOException().isThrownBy(() -> AtomicFile.write(target, bytes("new")));
        assertThat(target.resolve("not-empty")).isDirectory();
        assertThat(folder.toFile().list()).containsExactly("f");
    }

    /// The process dies at some moment of its endless writing; whichever it is, one whole content is there.
    @RepeatedTest(3)
    void aKilledWriterLeavesOneWholeContent() throws Exception {
        var file = folder.resolve("f");
        AtomicFile.write(file, content('-'));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var writer = new ProcessBuilder(
                        java,
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessWriter.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        try {
            // After these lines it is always in the middle of something.
            var lines = writer.inputReader();
            for (var i = 0; i < 25; i++) {
                assertThat(lines.readLine()).isEqualTo("written");
            }
        } finally {
            writer.destroyForcibly();
        }
        assertThat(writer.waitFor(10, TimeUnit.SECONDS)).isTrue();
        var left = Files.readAllBytes(file);
        assertThat(left).hasSize(SIZE).containsOnly(left[0]);
        assertThat(left[0]).isNotEqualTo((byte) '-');
    }

    /// Replaces a file for ever, each time with another letter.
    static final class EndlessWriter {

        private EndlessWriter() {}

        public static void main(String[] args) throws IOException {
            var file = Path.of(args[0]);
            for (var i = 0; ; i++) {
                AtomicFile.write(file, content((char) ('a' + i % 26)));
                System.out.println("written");
            }
        }
    }

    private static byte[] content(char letter) {
        return bytes(String.valueOf(letter).repeat(SIZE));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
