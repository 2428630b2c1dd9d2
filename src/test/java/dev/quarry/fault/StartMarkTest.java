package dev.quarry.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartMarkTest {

    @TempDir
    Path folder;

    @Test
    void theFirstStartEverIsAfterNoCrash() {
        assertThat(StartMark.begin(folder.resolve("not/there/yet")).afterCrash())
                .isFalse();
    }

    @Test
    void aStartThatSucceededLeavesNothing() {
        StartMark.begin(folder).succeeded();
        assertThat(folder).isEmptyDirectory();
        assertThat(StartMark.begin(folder).afterCrash()).isFalse();
    }

    @Test
    void theMarkOfAProcessThatIsGoneTellsOfACrash() throws Exception {
        leave(deadProcess() + " 2026-01-01T00:00:00Z");
        assertThat(StartMark.begin(folder).afterCrash()).isTrue();
    }

    @Test
    void theMarkOfAWindowThatIsStartingNowTellsOfNone() {
        StartMark.begin(folder);
        assertThat(StartMark.begin(folder).afterCrash()).isFalse();
    }

    @Test
    void aNumberThatAnotherProcessHasNowTellsOfACrash() throws Exception {
        leave(ProcessHandle.current().pid() + " 2001-01-01T00:00:00Z");
        assertThat(StartMark.begin(folder).afterCrash()).isTrue();
    }

    @Test
    void aMarkThatWasCutShortTellsOfACrash() throws Exception {
        leave("");
        assertThat(StartMark.begin(folder).afterCrash()).isTrue();
    }

    @Test
    void afterASafeStartThatSucceededTheNextIsAnOrdinaryOne() throws Exception {
        leave(deadProcess() + " 2026-01-01T00:00:00Z");
        StartMark.begin(folder).succeeded();
        assertThat(StartMark.begin(folder).afterCrash()).isFalse();
    }

    @Test
    void aFolderThatCannotBeMadeStopsNoStart() throws Exception {
        var file = Files.writeString(folder.resolve("file"), "");
        var mark = StartMark.begin(file.resolve("below"));
        mark.succeeded();
        assertThat(mark.afterCrash()).isFalse();
    }

    private void leave(String content) throws IOException {
        Files.writeString(folder.resolve("window-is-starting"), content);
    }

    private static long deadProcess() throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(java, "--no-such-option").start();
        process.waitFor();
        return process.pid();
    }
}
