package dev.quarry.preset;

import dev.quarry.preset.PresetLibrary.Problem;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What one folder holds.
///
/// @param presets by their file, in the order of file names
/// @param problems one for each file that is no preset, in the same order
record PresetFolder(Map<Path, Preset> presets, List<Problem> problems) {

    /// The most files of a folder: enough for any team, and a stop for one that was added by mistake.
    static final int MAX_FILES = 1000;

    /// Never throws for what is on disk.
    static PresetFolder read(Path folder) {
        return read(folder, new PresetReadings());
    }

    /// The same, where files were read before.
    static PresetFolder read(Path folder, PresetReadings readings) {
        var presets = new LinkedHashMap<Path, Preset>();
        var problems = new ArrayList<Problem>();
        try {
            for (var file : files(folder)) {
                try {
                    presets.put(file, preset(file, readings));
                } catch (PresetException e) {
                    problems.add(new Problem(file.toString(), e.line(), e.sentence()));
                }
            }
        } catch (PresetException e) {
            problems.add(new Problem(folder.toString(), e.line(), e.sentence()));
        }
        return new PresetFolder(presets, problems);
    }

    private static List<Path> files(Path folder) throws PresetException {
        if (!Files.isDirectory(folder)) {
            throw new PresetException("This is not a folder, so no presets were read from it.", 0);
        }
        var files = new ArrayList<Path>();
        try (var all = Files.newDirectoryStream(folder, PresetFolder::isCandidate)) {
            for (var file : all) {
                if (files.size() == MAX_FILES) {
                    throw new PresetException(
                            "The folder holds more than %d Markdown files. Choose one that is made for presets."
                                    .formatted(MAX_FILES),
                            0);
                }
                files.add(file);
            }
        } catch (IOException | DirectoryIteratorException e) {
            throw new PresetException("The folder cannot be read. Check that you may open it.", 0);
        }
        files.sort(null);
        return files;
    }

    static boolean isCandidate(Path file) {
        return isCandidateName(file.getFileName().toString()) && !Files.isDirectory(file);
    }

    static boolean isCandidateName(String fileName) {
        var name = fileName.toLowerCase(Locale.ROOT);
        return name.endsWith(".md") && !name.startsWith(".") && !name.equals("readme.md");
    }

    private static Preset preset(Path file, PresetReadings readings) throws PresetException {
        if (Files.exists(file) && !Files.isRegularFile(file)) { // a pipe would be waited for
            throw new PresetException("This is not an ordinary file.", 0);
        }
        try {
            return readings.read(file);
        } catch (IOException e) {
            throw new PresetException("The file cannot be read. Check that it is there and that you may open it.", 0);
        }
    }
}
