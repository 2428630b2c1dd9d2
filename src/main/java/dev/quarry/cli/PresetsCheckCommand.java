package dev.quarry.cli;

import dev.quarry.preset.PresetException;
import dev.quarry.preset.PresetFile;
import dev.quarry.preset.PresetLibrary;
import dev.quarry.preset.PresetSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `quarry presets check`: whether files are valid presets, for a team's build server.
@Command(
        name = "check",
        description = "Checks preset files. Each problem is a line FILE:LINE: REASON on standard output.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:every file is a valid preset",
            "2:wrong usage, or a file that is not there",
            "4:a file is no valid preset"
        })
final class PresetsCheckCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE|FOLDER",
            description = "Default: your own presets and the folders in the settings.")
    private List<String> paths = new ArrayList<>();

    private final Surroundings surroundings;

    PresetsCheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException, UsageException {
        var problems = new ArrayList<String>();
        var checked = 0;
        for (var path : named()) {
            if (Files.isDirectory(path)) {
                var library = PresetLibrary.load(List.of(path));
                library.problems().forEach(p -> problems.add(PresetProblems.line(p)));
                checked += (int) library.entries().stream()
                                .filter(e -> e.file() != null)
                                .count()
                        + library.problems().size();
            } else {
                checked++;
                check(path, problems);
            }
        }
        var text = new StringBuilder();
        problems.forEach(p -> text.append(p).append('\n'));
        surroundings.streams().print(text);
        surroundings
                .streams()
                .err()
                .println(checked + (checked == 1 ? " file" : " files") + " checked, "
                        + (problems.isEmpty() ? "no problem." : problems.size() + " not valid."));
        return (problems.isEmpty() ? ExitCode.COMPLETE : ExitCode.FAILED).number();
    }

    private List<Path> named() throws UsageException {
        if (paths.isEmpty()) {
            return surroundings.presets().get().sources().stream()
                    .map(PresetSource::folder)
                    .filter(Objects::nonNull)
                    .filter(Files::exists)
                    .toList();
        }
        var named = new ArrayList<Path>();
        for (var path : paths) {
            try {
                if (!Files.exists(Path.of(path))) {
                    throw new UsageException("There is no file or folder " + path + ".");
                }
                named.add(Path.of(path));
            } catch (InvalidPathException e) {
                throw new UsageException(path + " cannot be the name of a file: check it.", e);
            }
        }
        return named;
    }

    private static void check(Path file, List<String> problems) {
        try {
            PresetFile.read(PresetFile.text(file));
        } catch (PresetException e) {
            problems.add(PresetProblems.line(file.toString(), e.line(), e.sentence()));
        } catch (IOException e) {
            problems.add(
                    PresetProblems.line(file.toString(), 0, "The file cannot be read. Check that you may open it."));
        }
    }
}
