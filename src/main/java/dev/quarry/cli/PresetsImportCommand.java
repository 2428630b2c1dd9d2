package dev.quarry.cli;

import dev.quarry.preset.PresetException;
import dev.quarry.preset.PresetImport;
import dev.quarry.preset.PresetStore;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `quarry presets import`: prompts of other tools.
@Command(
        name = "import",
        description = "Makes presets of prompts of VS Code (.prompt.md), llm (.yaml) and Continue (.prompt, .md).")
final class PresetsImportCommand implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "One preset is made of each.")
    private List<String> files = new ArrayList<>();

    private final Surroundings surroundings;

    PresetsImportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException, UsageException {
        if (files.isEmpty()) {
            throw new UsageException("Name the files to import.");
        }
        var worst = ExitCode.COMPLETE;
        for (var file : files) {
            worst = worst.orWorse(imported(file));
        }
        return worst.number();
    }

    private ExitCode imported(String file) throws IOException, UsageException {
        var err = surroundings.streams().err();
        try {
            var imported = PresetImport.read(Path.of(file));
            var library = surroundings.presets().get();
            var preset = imported.preset()
                    .named(PresetStore.freeName(imported.preset().name(), library));
            surroundings.streams().print(OwnPresets.of(library).save(preset, library) + "\n");
            imported.notes().forEach(n -> err.println(file + ": " + n));
            return ExitCode.COMPLETE;
        } catch (PresetException e) {
            err.println(PresetProblems.line(file, e.line(), e.sentence()));
        } catch (IOException | InvalidPathException e) {
            err.println(file + ": The file cannot be read. Check that it is there and that you may open it.");
        }
        return ExitCode.FAILED;
    }
}
