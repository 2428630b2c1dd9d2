package dev.quarry.ui.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatchPathTest {

    @TempDir
    Path folder;

    @Test
    void fileInAWorkingTreeIsNamedFromItsTop() throws IOException {
        Files.createDirectories(folder.resolve(".git"));
        assertThat(PatchPath.of(folder.resolve("src/main/A.java"))).isEqualTo("src/main/A.java");
    }

    @Test
    void otherFileIsNamedByItsName() {
        assertThat(PatchPath.of(folder.resolve("src/main/A.java"))).isEqualTo("A.java");
    }
}
