package dev.quarry.cli;

import dev.quarry.preset.PresetException;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `quarry presets show`: the file of a preset, the built-in ones included.
@Command(name = "show", description = "Prints a preset's file; where it comes from goes to standard error.")
final class PresetsShowCommand implements Callable<Integer> {

    @Parameters(index = "0", arity = "0..1", paramLabel = "PRESET", description = "See quarry presets.")
    private @Nullable String name;

    private final Surroundings surroundings;

    PresetsShowCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException, UsageException {
        if (name == null) {
            throw new UsageException("Name a preset to show; quarry presets lists them.");
        }
        var library = surroundings.presets().get();
        var preset = Lookup.preset(library, name);
        var file = library.fileOf(preset.name());
        surroundings.streams().err().println(file.isPresent() ? file.get().toString() : "Built in.");
        try {
            surroundings
                    .streams()
                    .print(library.entry(preset.name()).orElseThrow().text());
        } catch (PresetException e) {
            throw new UsageException(e.sentence(), e);
        }
        return ExitCode.COMPLETE.number();
    }
}
