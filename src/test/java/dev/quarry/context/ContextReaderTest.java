package dev.quarry.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContextReaderTest {

    @TempDir
    Path folder;

    private Path write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void aFolderGivesItsTextFilesWithoutWhatGitIgnores() throws Exception {
        Files.createDirectories(folder.resolve(".git"));
        write(".git/config", "[core]");
        write(".gitignore", "build/\n*.log\n!kept.log\n");
        write("src/A.java", "class A {}");
        write("src/.gitignore", "Secret.java\n");
        write("src/Secret.java", "class Secret {}");
        write("build/B.java", "class B {}");
        write("x.log", "noise");
        write("kept.log", "wanted");
        Files.write(folder.resolve("logo.png"), new byte[] {1, 0, 2, 0, 3});
        var set = ContextReader.read(List.of(folder));
        assertThat(set.files())
                .extracting(ContextFile::name)
                .containsExactlyInAnyOrder("src/A.java", ".gitignore", "src/.gitignore", "kept.log");
        assertThat(set.leftOut()).isEqualTo(3);
        var below = ContextReader.read(List.of(folder.resolve("src")));
        assertThat(below.files()).extracting(ContextFile::name).containsExactlyInAnyOrder("A.java", ".gitignore");
    }

    @Test
    void theRulesOfTheRepositoryHoldInAFolderBelow() throws Exception {
        Files.createDirectories(folder.resolve(".git"));
        write(".gitignore", "*.log\n");
        write("src/a.log", "noise");
        write("src/a.txt", "text");
        var set = ContextReader.read(List.of(folder.resolve("src")));
        assertThat(set.files()).extracting(ContextFile::name).containsExactly("a.txt");
    }

    @Test
    void tooMuchIsRefusedWithWhatToDo() throws IOException {
        for (var i = 0; i < 8; i++) {
            write("f" + i + ".txt", "word ".repeat(20_000));
        }
        assertThatThrownBy(() -> ContextReader.read(List.of(folder)))
                .isInstanceOfSatisfying(
                        ContextException.class,
                        e -> assertThat(e.sentence()).contains("150,000 tokens").contains("Pick a smaller folder"));
    }

    @Test
    void aBinaryFileThatWasPickedItselfIsRefused() throws IOException {
        var file = Files.write(folder.resolve("a.bin"), new byte[] {1, 0, 2, 0});
        assertThatThrownBy(() -> ContextReader.read(List.of(file)))
                .isInstanceOfSatisfying(
                        ContextException.class, e -> assertThat(e.sentence()).contains("binary"));
    }

    @Test
    void aFileWithFencesStaysWithinItsOwn() throws Exception {
        var file = write("README.md", "````\ncode\n````");
        var set = ContextReader.read(List.of(file));
        assertThat(set.prompt()).contains("File README.md:\n`````\n````\ncode\n````\n`````\n");
        assertThat(set.tokens()).isBetween(4L, 12L);
        assertThat(ContextSet.NONE.prompt()).isEmpty();
    }

    @Test
    void aFileThatIsAddedAgainIsThereOnceWithItsNewText() throws Exception {
        var before = ContextReader.read(List.of(write("a.txt", "old")));
        var both = before.with(ContextReader.read(List.of(write("a.txt", "new"))));
        assertThat(both.files()).extracting(ContextFile::text).containsExactly("new");
        assertThat(both.without(both.files().getFirst()).files()).isEmpty();
    }
}
