package dev.quarry.preset;

import dev.quarry.preset.PresetLibrary.Problem;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/// The presets of `prompts/`. They lie beside our classes: in a folder of the build, or in the application's jar. Both
/// are listed, so that a new preset is one new file.
final class BuiltInPresets {
    private static final String FOLDER = "dev/quarry/prompts/";

    private BuiltInPresets() {}

    /// Never throws: what cannot be read is a problem.
    static PresetFolder read() {
        try {
            var source = BuiltInPresets.class.getProtectionDomain().getCodeSource();
            var home = Path.of(source.getLocation().toURI());
            return Files.isDirectory(home) ? PresetFolder.read(home.resolve(FOLDER)) : readJar(home);
        } catch (IOException | URISyntaxException e) {
            return new PresetFolder(
                    Map.of(),
                    List.of(new Problem(
                            FOLDER, 0, "The built-in presets cannot be read. Install the application again.")));
        }
    }

    /// What stands in the file of the preset of that name.
    ///
    /// @throws IOException when it cannot be read, or there is none
    static String text(String name) throws IOException, PresetException {
        for (var file : PresetLibrary.builtIns().entrySet()) {
            if (file.getValue().name().equals(name)) {
                var resource = "/" + FOLDER + file.getKey().getFileName();
                try (var in = BuiltInPresets.class.getResourceAsStream(resource)) {
                    if (in != null) {
                        return PresetFile.text(in);
                    }
                }
            }
        }
        throw new FileNotFoundException("no built-in preset " + name);
    }

    /// Asks the jar itself: a file system over it would cost a start several times the time.
    private static PresetFolder readJar(Path file) throws IOException {
        var presets = new LinkedHashMap<Path, Preset>();
        var problems = new ArrayList<Problem>();
        try (var jar = new JarFile(file.toFile())) {
            for (var entry : jar.stream().filter(BuiltInPresets::isPreset).toList()) {
                try (var in = jar.getInputStream(entry)) {
                    presets.put(Path.of(entry.getName()), PresetFile.read(in));
                } catch (PresetException e) {
                    problems.add(new Problem(entry.getName(), e.line(), e.sentence()));
                }
            }
        }
        return new PresetFolder(presets, problems);
    }

    private static boolean isPreset(JarEntry entry) {
        return entry.getName().startsWith(FOLDER) && entry.getName().endsWith(".md");
    }
}
