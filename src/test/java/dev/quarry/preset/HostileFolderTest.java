package dev.quarry.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A folder that somebody means ill with, or that simply went wrong: each file is listed with its reason, and the good
/// preset among them still runs.
class HostileFolderTest {

    @TempDir
    Path folder;

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    @Test
    void eachFileIsListedWithItsReasonAndHarmsNothing() throws IOException {
        write("good.md", "---\nname: Good\n---\n# User\nDo {{{code}}}");
        write("broken.md", "---\nname: [oops\n---\n# User\nx");
        try (var huge = new RandomAccessFile(folder.resolve("huge.md").toFile(), "rw")) {
            huge.setLength(3L * 1024 * 1024 * 1024); // sparse: takes no room
        }
        var bytes = new byte[100_000];
        new Random(1).nextBytes(bytes);
        Files.write(folder.resolve("binary.md"), bytes);
        Files.createSymbolicLink(folder.resolve("cycle-a.md"), folder.resolve("cycle-b.md"));
        Files.createSymbolicLink(folder.resolve("cycle-b.md"), folder.resolve("cycle-a.md"));
        Files.createSymbolicLink(folder.resolve("folder.md"), folder);
        write("bomb.md", "---\na: &a [x, x]\nb: &b [*a, *a]\nname: [*b, *b]\n---\n# User\nx");
        write("tag.md", "---\nname: !!javax.script.ScriptEngineManager [x]\n---\n# User\nx");
        write("deep.md", "---\nname: " + "[".repeat(5_000) + "\n---\n# User\nx");
        write("loop.md", "---\nname: Loop\n---\n# User\n" + "{{#code}}".repeat(10_000) + "{{/code}}".repeat(10_000));
        write("include.md", "---\nname: Include\n---\n# User\n{{>/etc/passwd}}");
        write("escape.md", "---\nname: \"../../../escape\\u0000\"\n---\n# User\nx");
        var library = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> PresetLibrary.load(List.of(folder)));
        assertThat(library.named("Good")).isPresent();
        assertThat(library.problems())
                .extracting(p -> Path.of(p.file()).getFileName() + ":" + p.line() + " " + firstWords(p.sentence()))
                .containsExactlyInAnyOrder(
                        "binary.md:1 The file is not",
                        "bomb.md:3 Aliases (*) are not",
                        "broken.md:3 The front matter is",
                        "cycle-a.md:0 The file cannot be",
                        "cycle-b.md:0 The file cannot be",
                        "deep.md:2 The front matter is",
                        "escape.md:2 'name' must be one",
                        "huge.md:0 The file is larger",
                        "include.md:5 A prompt cannot take",
                        "loop.md:5 The prompt has more",
                        "tag.md:2 Tags (!) are not");
    }

    private static String firstWords(String sentence) {
        var words = sentence.split(" ", 5);
        return String.join(" ", List.of(words).subList(0, Math.min(4, words.length)));
    }

    @Test
    void aFolderThatLinksToItselfIsNotWalkedInto() throws IOException {
        Files.createSymbolicLink(folder.resolve("again"), folder);
        write("good.md", "---\nname: Good\n---\n# User\nx");
        assertThat(PresetLibrary.load(List.of(folder)).problems()).isEmpty();
    }
}
