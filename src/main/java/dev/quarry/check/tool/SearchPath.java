package dev.quarry.check.tool;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where programs are looked for: the folders of `PATH`, never the folder a command runs in.
public record SearchPath(List<Path> folders, List<String> endings) {

    public SearchPath {
        folders = List.copyOf(folders);
        endings = List.copyOf(endings);
    }

    public static SearchPath of(Map<String, String> environment) {
        var folders = new ArrayList<Path>();
        for (var part : environment
                .getOrDefault("PATH", environment.getOrDefault("Path", ""))
                .split(File.pathSeparator, -1)) {
            try {
                var folder = Path.of(part);
                if (folder.isAbsolute()) {
                    folders.add(folder);
                }
            } catch (InvalidPathException e) {
                // No folder can have that name, so nothing is found there.
            }
        }
        var windows = File.pathSeparatorChar == ';';
        return new SearchPath(
                folders,
                windows
                        ? List.of(environment
                                .getOrDefault("PATHEXT", ".EXE;.CMD;.BAT")
                                .toLowerCase(Locale.ROOT)
                                .split(";"))
                        : List.of(""));
    }

    /// The file of that program; empty when it is nowhere.
    public Optional<Path> find(String program) {
        if (program.contains("/") || program.contains(File.separator)) {
            var named = Path.of(program);
            return named.isAbsolute() && Files.isExecutable(named) ? Optional.of(named) : Optional.empty();
        }
        return folders.stream()
                .flatMap(f -> endings.stream().map(e -> f.resolve(program + e)))
                .filter(f -> Files.isRegularFile(f) && Files.isExecutable(f))
                .findFirst();
    }
}
