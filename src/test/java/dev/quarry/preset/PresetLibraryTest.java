package dev.quarry.preset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.preset.PresetLibrary.Problem;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PresetLibraryTest {

    private static final List<String> BUILT_IN = List.of(
            "Generate",
            "Review",
            "Translate",
            "Write tests",
            "Refactor",
            "Document",
            "Explain",
            "Suggest improvements");

    @TempDir
    Path home;

    private Path near;
    private Path far;

    @BeforeEach
    void makeFolders() throws IOException {
        near = Files.createDirectory(home.resolve("near"));
        far = Files.createDirectory(home.resolve("far"));
    }

    @Test
    void theBuiltInPresetsAreThereInTheirOrder() {
        var library = PresetLibrary.load(List.of());
        assertThat(names(library)).isEqualTo(BUILT_IN);
        assertThat(library.problems()).isEmpty();
        assertThat(library.fileOf("Generate")).isEmpty();
    }

    @Test
    void aFolderThatDoesNotExistIsEmpty() {
        var library = PresetLibrary.load(List.of(home.resolve("none")));
        assertThat(names(library)).isEqualTo(BUILT_IN);
        assertThat(library.problems()).isEmpty();
    }

    @Test
    void theNearestPresetOfANameHidesTheOthers() throws Exception {
        write(far, "a.md", "review", "far");
        write(far, "b.md", "Mine", "far");
        var file = write(near, "z.md", "REVIEW", "near");
        var library = PresetLibrary.load(List.of(near, far));
        assertThat(library.named("Review").map(Preset::userTemplate)).contains("near");
        assertThat(library.named(" mine ").map(Preset::userTemplate)).contains("far");
        assertThat(library.named("Nobody's")).isEmpty();
        assertThat(library.presets()).hasSize(BUILT_IN.size() + 1);
        assertThat(library.fileOf("review")).contains(file);
        assertThat(library.problems()).isEmpty();
    }

    @Test
    void presetsStandInTheirOrderThenByName() throws Exception {
        write(near, "1.md", "zebra", "x");
        write(near, "2.md", "Ant", "x");
        Files.writeString(near.resolve("3.md"), "---\nname: Second\norder: 15\n---\n# User\nx");
        assertThat(names(PresetLibrary.load(List.of(near))))
                .startsWith("Generate", "Second", "Review")
                .endsWith("Suggest improvements", "Ant", "zebra");
    }

    @Test
    void aSecondPresetOfANameInOneFolderIsAProblem() throws Exception {
        write(near, "a.md", "Mine", "first");
        var second = write(near, "b.md", "mine", "second");
        var library = PresetLibrary.load(List.of(near));
        assertThat(library.named("mine").map(Preset::userTemplate)).contains("first");
        assertThat(library.problems())
                .containsExactly(new Problem(
                        second.toString(),
                        0,
                        "'mine' is the name of the preset in a.md too. Give one of them another name."));
    }

    @Test
    void aBrokenFileIsAProblemAndHidesNothing() throws Exception {
        var file = Files.writeString(near.resolve("review.md"), "---\nname: Review\ntemperature: 9\n---\n# User\nx");
        var library = PresetLibrary.load(List.of(near));
        assertThat(library.problems())
                .containsExactly(new Problem(file.toString(), 3, "'temperature' must be a number from 0 to 1."));
        assertThat(library.named("Review").map(Preset::temperature)).contains(0.1);
    }

    @Test
    void filesThatAreNoTextAreProblems() throws Exception {
        Files.write(near.resolve("a-binary.md"), new byte[] {0x7F, 'E', 'L', 'F', 0, (byte) 0xFF, (byte) 0xFE});
        Files.write(near.resolve("b-utf16.md"), "---\nname: A".getBytes(StandardCharsets.UTF_16));
        Files.write(near.resolve("c-huge.md"), new byte[5_000_000]);
        Files.write(near.resolve("d-empty.md"), new byte[0]);
        var library = PresetLibrary.load(List.of(near));
        assertThat(library.problems())
                .extracting(Problem::sentence)
                .satisfiesExactly(
                        s -> assertThat(s).contains("not UTF-8"),
                        s -> assertThat(s).contains("not UTF-8"),
                        s -> assertThat(s).contains("larger than 256 kB"),
                        s -> assertThat(s).contains("starts with a line '---'"));
        assertThat(library.presets()).hasSize(BUILT_IN.size());
    }

    @Test
    void aLinkToNothingIsAProblem() throws Exception {
        var link = Files.createSymbolicLink(near.resolve("lost.md"), near.resolve("gone"));
        assertThat(Files.exists(link, LinkOption.NOFOLLOW_LINKS)).isTrue();
        assertThat(PresetLibrary.load(List.of(near)).problems())
                .singleElement()
                .satisfies(p -> assertThat(p.sentence()).startsWith("The file cannot be read."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes.txt", "README.md", "readme.md", ".hidden.md", "x.md.bak"})
    void otherFilesArePassedOver(String name) throws Exception {
        Files.writeString(near.resolve(name), "no preset");
        Files.createDirectory(near.resolve("folder.md"));
        var library = PresetLibrary.load(List.of(near));
        assertThat(library.problems()).isEmpty();
        assertThat(names(library)).isEqualTo(BUILT_IN);
    }

    @Test
    void theExtensionCountsWhateverItsCase() throws Exception {
        write(near, "MINE.MD", "Mine", "x");
        assertThat(PresetLibrary.load(List.of(near)).named("Mine")).isPresent();
    }

    @Test
    void aFileInPlaceOfAFolderIsAProblem() throws Exception {
        var file = Files.createFile(home.resolve("file"));
        assertThat(PresetLibrary.load(List.of(file)).problems())
                .containsExactly(
                        new Problem(file.toString(), 0, "This is not a folder, so no presets were read from it."));
    }

    @Test
    void aFolderWithFarTooManyFilesIsAProblem() throws Exception {
        for (var i = 0; i <= PresetFolder.MAX_FILES; i++) {
            Files.createFile(near.resolve(i + ".md"));
        }
        assertThat(PresetLibrary.load(List.of(near)).problems())
                .singleElement()
                .satisfies(p -> assertThat(p.sentence()).contains("more than 1000 Markdown files"));
    }

    /// The packaged application: our classes and prompts in one jar, one prompt more than the build knows, and no
    /// entries for folders.
    @Test
    void theBuiltInPresetsAreFoundInAJar() throws Exception {
        var jar = home.resolve("with space.jar");
        var classes = Path.of(PresetLibrary.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var files = Files.walk(classes)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
            }
            out.putNextEntry(new JarEntry("dev/quarry/prompts/new-task.md"));
            out.write("---\nname: New task\norder: 1\n---\n# User\n{{{code}}}".getBytes(StandardCharsets.UTF_8));
            out.putNextEntry(new JarEntry("dev/quarry/prompts/broken.md"));
            out.write("---\nnam: Broken\n---\n# User\nx".getBytes(StandardCharsets.UTF_8));
        }
        var urls = new ArrayList<URL>();
        urls.add(jar.toUri().toURL());
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (entry.endsWith(".jar")) {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        try (var loader = new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            var inJar = loader.loadClass(PresetLibrary.class.getName());
            assertThat(inJar).isNotEqualTo(PresetLibrary.class);
            var library = inJar.getMethod("load", List.class).invoke(null, List.of());
            assertThat((List<?>) inJar.getMethod("problems").invoke(library))
                    .singleElement()
                    .asString()
                    .contains("file=dev/quarry/prompts/broken.md, line=2, sentence='nam' is not known");
            assertThat((List<?>) inJar.getMethod("presets").invoke(library)).hasSize(BUILT_IN.size() + 1);
            assertThat(inJar.getMethod("named", String.class).invoke(library, "new task"))
                    .asString()
                    .contains("{{{code}}}");
        }
    }

    private static Path write(Path folder, String file, String name, String prompt) throws IOException {
        return Files.writeString(folder.resolve(file), "---\nname: " + name + "\n---\n# User\n" + prompt);
    }

    private static List<String> names(PresetLibrary library) {
        return library.presets().stream().map(Preset::name).toList();
    }
}
