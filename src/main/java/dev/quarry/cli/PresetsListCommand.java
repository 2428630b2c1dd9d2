package dev.quarry.cli;

import dev.quarry.preset.Parameter;
import dev.quarry.preset.Preset;
import dev.quarry.preset.PresetEntry;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `quarry presets list`, and `quarry presets` alone: what can be run, and the files that cannot be.
@Command(name = "list", description = "Lists the presets with their parameters.")
final class PresetsListCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    PresetsListCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        var library = surroundings.presets().get();
        var text = new StringBuilder();
        library.entries().forEach(e -> describe(e, text));
        surroundings.streams().print(text);
        for (var problem : library.problems()) {
            surroundings.streams().err().println(PresetProblems.line(problem));
        }
        return ExitCode.COMPLETE.number();
    }

    private static void describe(PresetEntry entry, StringBuilder text) {
        var preset = entry.preset();
        describe(preset, text);
        for (var hidden : entry.hides()) {
            text.append("    hides the one ")
                    .append(hidden.name().isEmpty() ? "that is built in" : "of " + hidden.name())
                    .append('\n');
        }
    }

    private static void describe(Preset preset, StringBuilder text) {
        text.append(Lookup.oneWord(preset.name()))
                .append("\n    ")
                .append(preset.description())
                .append('\n');
        for (var parameter : preset.parameters()) {
            text.append("    -p ")
                    .append(parameter.name())
                    .append('=')
                    .append(values(parameter))
                    .append("  ")
                    .append(parameter.label())
                    .append(need(parameter))
                    .append('\n');
        }
    }

    private static String values(Parameter parameter) {
        return switch (parameter.type()) {
            case CHOICE -> String.join("|", parameter.choices());
            case BOOLEAN -> "true|false";
            case TEXT, MULTILINE, LANGUAGE, NUMBER -> parameter.type().name().toLowerCase(Locale.ROOT);
        };
    }

    private static String need(Parameter parameter) {
        if (parameter.defaultValue() != null) {
            return " (default: " + parameter.defaultValue().strip().replaceAll("\\s+", " ") + ")";
        }
        return parameter.optional() ? " (optional)" : "";
    }
}
