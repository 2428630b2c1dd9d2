package dev.quarry.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PresetStoreTest {

    @TempDir
    Path home;

    private Path own;
    private Path team;
    private PresetStore store;

    @BeforeEach
    void folders() throws IOException {
        own = home.resolve("own");
        team = Files.createDirectories(home.resolve("acme/presets"));
        store = new PresetStore(own);
    }

    private PresetLibrary library() {
        return PresetLibrary.read(List.of(PresetSource.own(own), PresetSource.team(team)), new PresetReadings());
    }

    private static Preset preset(String name) throws PresetException {
        return PresetFile.read("---\nname: placeholder\n---\n# User\nDo {{{code}}}")
                .named(name);
    }

    @Test
    void aSavedPresetIsInTheLibraryAndSavedAgainInTheSameFile() throws Exception {
        var file = store.save(preset("My task"), library());
        assertThat(file).isEqualTo(own.resolve("my-task.md"));
        assertThat(library().entry("my task").orElseThrow().source().kind()).isEqualTo(PresetSource.Kind.OWN);
        assertThat(store.save(preset("My task").with(Map.of(), 0.3, "m"), library()))
                .isEqualTo(file);
        assertThat(library().named("My task").orElseThrow().temperature()).isEqualTo(0.3);
        assertThat(own).isDirectoryContaining("glob:**/*.md");
        try (var files = Files.list(own)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aFileThatHoldsSomethingElseIsNeverOverwritten() throws Exception {
        Files.createDirectories(own);
        var broken = Files.writeString(own.resolve("my-task.md"), "not a preset, but somebody's work");
        assertThat(store.save(preset("My task"), library())).isEqualTo(own.resolve("my-task-2.md"));
        assertThat(broken).hasContent("not a preset, but somebody's work");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../evil",
                "/etc/passwd",
                "..",
                ".",
                "...",
                "C:\\Windows\\x",
                "a/b",
                "con",
                "~",
                "🚀",
                "-",
                "readme",
                "NUL",
                "a:b",
                "%2e%2e%2f"
            })
    void whateverTheNameTheFileLiesInTheFolder(String name) throws Exception {
        var file = store.save(preset(name), library());
        assertThat(file.getParent()).isEqualTo(own);
        assertThat(file.getFileName().toString()).matches("[a-z0-9][a-z0-9-]*\\.md");
        assertThat(library().named(name)).isPresent();
        try (var outside = Files.list(home)) {
            assertThat(outside.map(p -> p.getFileName().toString())).containsExactlyInAnyOrder("own", "acme");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Überprüfung, uberprufung",
        "Write tests!, write-tests",
        "a  -- b, a-b",
        "日本, preset",
        "COM1, preset-com1"
    })
    void fileNamesArePlain(String name, String file) {
        assertThat(PresetStore.fileName(name)).isEqualTo(file);
    }

    @Test
    void aLinkInTheFolderIsReplacedAndNotFollowed() throws Exception {
        Files.createDirectories(own);
        var victim = Files.writeString(home.resolve("acme/victim.md"), PresetFile.write(preset("Linked")));
        var before = Files.readString(victim);
        Files.createSymbolicLink(own.resolve("linked.md"), victim);
        store.save(preset("Linked").with(Map.of(), 0.9, null), library());
        assertThat(victim).hasContent(before);
        assertThat(library().named("Linked").orElseThrow().temperature()).isEqualTo(0.9);
    }

    @Test
    void aDeletedPresetComesBackAsItWas() throws Exception {
        var text = "---\n# a comment\nname: Kept\n---\n# User\nDo {{{code}}}\n";
        Files.createDirectories(own);
        var file = Files.writeString(own.resolve("x.md"), text);
        var removed = store.delete("Kept", library());
        assertThat(file).doesNotExist();
        assertThat(library().named("Kept")).isEmpty();
        store.restore(removed);
        assertThat(file).hasContent(text);
        store.restore(removed);
        assertThat(own.resolve("x-2.md")).exists();
    }

    @Test
    void aPresetIsRenamedInItsFileAndSoIsTheFile() throws Exception {
        store.save(preset("Before"), library());
        store.save(preset("Other"), library());
        assertThat(store.rename("Before", "After", library())).isEqualTo(own.resolve("after.md"));
        assertThat(library().named("Before")).isEmpty();
        assertThat(own.resolve("before.md")).doesNotExist();
        assertThat(library().fileOf("After")).contains(own.resolve("after.md"));
        assertThatThrownBy(() -> store.rename("After", "Other", library())).hasMessageContaining("already");
        assertThatThrownBy(() -> store.rename("After", "a\nb", library())).isInstanceOf(PresetException.class);
        store.rename("After", "AFTER", library());
        assertThat(library().named("after").orElseThrow().name()).isEqualTo("AFTER");
        assertThat(library().fileOf("After")).contains(own.resolve("after.md"));
    }

    @Test
    void aRenamedPresetKeepsItsCommentsAndAFileNameGivenByHand() throws Exception {
        Files.createDirectories(own);
        var file = Files.writeString(own.resolve("mine.md"), "---\r\nname: A # a comment\r\n---\r\n# User\r\nx\r\n");
        assertThat(store.rename("A", "B", library())).isEqualTo(file);
        assertThat(Files.readString(file)).isEqualTo("---\r\nname: B # a comment\r\n---\r\n# User\r\nx\r\n");
    }

    @Test
    void aRenamedPresetTakesNoFileOfAnothers() throws Exception {
        store.save(preset("Before"), library());
        var broken = Files.writeString(own.resolve("after.md"), "somebody's work");
        assertThat(store.rename("Before", "After", library())).isEqualTo(own.resolve("after-2.md"));
        assertThat(broken).hasContent("somebody's work");
        assertThat(store.rename("After", "Last", library())).isEqualTo(own.resolve("last.md"));
    }

    @Test
    void presetsOfOthersAreLeftAlone() throws Exception {
        Files.writeString(team.resolve("t.md"), PresetFile.write(preset("Shared")));
        assertThatThrownBy(() -> store.delete("Shared", library())).hasMessageContaining("not one of your own");
        assertThatThrownBy(() -> store.rename("Translate", "X", library())).hasMessageContaining("not one of your own");
        store.save(preset("Shared"), library());
        var mine = library().entry("Shared").orElseThrow();
        assertThat(mine.hides()).containsExactly(PresetSource.team(team));
        assertThat(mine.hides().getFirst().name()).isEqualTo("acme/presets");
    }

    @Test
    void anOverriddenBuiltInPresetComesBackWhenTheOwnOneGoes() throws Exception {
        var builtIn = library().named("Translate").orElseThrow();
        store.save(builtIn.with(Map.of("target", "rust"), 0.7, null), library());
        var entry = library().entry("Translate").orElseThrow();
        assertThat(entry.overridesBuiltIn()).isTrue();
        assertThat(entry.preset().parameters().getFirst().defaultValue()).isEqualTo("Rust");
        assertThat(PresetLibrary.builtIn("translate")).contains(builtIn);
        store.delete("Translate", library());
        assertThat(library().named("Translate")).contains(builtIn);
    }

    @Test
    void aTextThatIsNoPresetIsNotSaved() {
        assertThatThrownBy(() -> store.saveText("A", "---\nname: A\n---\n# User\n{{nope}}", library()))
                .isInstanceOfSatisfying(
                        PresetException.class, e -> assertThat(e.line()).isEqualTo(5));
        assertThatThrownBy(() -> store.saveText("B", "---\nname: A\n---\n# User\nx", library()))
                .hasMessageContaining("called 'A'");
        assertThat(own).doesNotExist();
    }
}
