package dev.quarry.cli;

import dev.quarry.preset.PresetSource;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `quarry presets path`: where presets lie.
@Command(name = "path", description = "Prints the file of a preset, or the folders of presets, nearest first.")
final class PresetsPathCommand implements Callable<Integer> {

    @Parameters(index = "0", arity = "0..1", paramLabel = "PRESET", description = "Default: the folders.")
    private @Nullable String name;

    private final Surroundings surroundings;

    PresetsPathCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException, UsageException {
        var library = surroundings.presets().get();
        if (name == null) {
            surroundings
                    .streams()
                    .print(library.sources().stream()
                            .map(PresetSource::folder)
                            .filter(Objects::nonNull)
                            .map(f -> f + "\n")
                            .collect(Collectors.joining()));
            return ExitCode.COMPLETE.number();
        }
        var preset = Lookup.preset(library, name);
        var file = library.fileOf(preset.name());
        if (file.isEmpty()) {
            throw new UsageException(preset.name() + " is built in and has no file; quarry presets show "
                    + Lookup.oneWord(preset.name()) + " prints it.");
        }
        surroundings.streams().print(file.get() + "\n");
        return ExitCode.COMPLETE.number();
    }
}
