package dev.quarry.preset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PresetArrangementTest {

    @TempDir
    Path folder;

    private static List<String> shown(PresetArrangement arrangement) throws PresetException {
        var entries = List.of(entry("A"), entry("B"), entry("C"));
        return arrangement.arranged(entries).stream()
                .map(e -> e.preset().name())
                .toList();
    }

    private static PresetEntry entry(String name) throws PresetException {
        return new PresetEntry(
                PresetFile.read("---\nname: " + name + "\n---\n# User\nx"), PresetSource.BUILT_IN, null, List.of());
    }

    @Test
    void favouritesComeFirstThenWhatWasMoved() throws PresetException {
        assertThat(shown(PresetArrangement.NONE)).containsExactly("A", "B", "C");
        assertThat(shown(PresetArrangement.NONE.toggled("C"))).containsExactly("C", "A", "B");
        var moved = PresetArrangement.NONE.moved("C", -1, List.of("A", "B", "C"));
        assertThat(shown(moved)).containsExactly("A", "C", "B");
        assertThat(shown(moved.toggled("B"))).containsExactly("B", "A", "C");
        assertThat(shown(moved.toggled("B").toggled("B"))).containsExactly("A", "C", "B");
        assertThat(moved.moved("none", 1, List.of("A"))).isEqualTo(moved);
        assertThat(shown(moved.moved("A", -5, List.of("A", "C", "B")))).containsExactly("A", "C", "B");
    }

    @Test
    void itIsKeptAndFollowsANewName() throws IOException {
        var arrangement = PresetArrangement.NONE.toggled("Write tests").moved("B", -1, List.of("A", "B"));
        arrangement.write(folder);
        assertThat(PresetArrangement.read(folder)).isEqualTo(arrangement);
        assertThat(arrangement.renamed("Write tests", "Test").isFavourite("Test"))
                .isTrue();
        assertThat(arrangement.renamed("A", "Z").order()).containsExactly("B", "Z");
    }

    @Test
    void aDamagedFileArrangesWhatCanBeTold() throws IOException {
        Files.write(folder.resolve(".arrangement"), new byte[] {'*', ' ', 'A', '\n', (byte) 0xff, 0, '\n', '-', ' '});
        assertThat(PresetArrangement.read(folder).isFavourite("A")).isTrue();
        assertThat(PresetArrangement.read(folder.resolve("none"))).isEqualTo(PresetArrangement.NONE);
    }
}
