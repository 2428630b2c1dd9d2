package dev.quarry.cli;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `quarry samples`: inputs to try the presets with.
@Command(
        name = "samples",
        description = "Lists the samples, or prints the input of one. quarry run --sample NAME runs it.")
final class SamplesCommand implements Callable<Integer> {

    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "Prints the input of this sample.")
    private @Nullable String name;

    private final Surroundings surroundings;

    SamplesCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws UsageException, IOException {
        var samples = surroundings.samples().get();
        var text = new StringBuilder();
        if (name == null) {
            samples.forEach(s -> describe(s, text));
        } else {
            text.append(Lookup.sample(samples, name).input());
        }
        surroundings.streams().print(text);
        return ExitCode.COMPLETE.number();
    }

    /// The second line is a command that runs it.
    private static void describe(Sample sample, StringBuilder text) {
        text.append(sample.name()).append("\n    quarry samples ").append(sample.name());
        text.append(" | quarry run ").append(quoted(Lookup.oneWord(sample.preset())));
        text.append(" --language ").append(sample.language().id());
        sample.values().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(v -> text.append(" -p ").append(v.getKey()).append('=').append(quoted(v.getValue())));
        text.append('\n');
    }

    private static String quoted(String word) {
        return word.matches("[\\w.+/-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
