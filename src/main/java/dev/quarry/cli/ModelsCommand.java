package dev.quarry.cli;

import dev.quarry.preset.Preset;
import dev.quarry.settings.ModelChoice;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/// `quarry models`: the models that are named on this machine, and who names each.
@Command(
        name = "models",
        description = "Lists the models named here: by a preset, QUARRY_MODEL, the settings, and the built-in default.")
final class ModelsCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    ModelsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        var settings = surroundings.settings().get();
        var variable = surroundings.environment().get(ModelChoice.VARIABLE);
        var models = new LinkedHashMap<String, String>();
        name(models, ModelChoice.of(null, null, variable, settings).model(), "used where a preset names none");
        name(models, variable, ModelChoice.VARIABLE);
        name(models, settings.model(), "settings");
        name(models, ModelChoice.DEFAULT, "built-in default");
        for (Preset preset : surroundings.presets().get().presets()) {
            name(models, preset.model(), "preset " + Lookup.oneWord(preset.name()));
        }
        var text = new StringBuilder();
        models.forEach(
                (model, names) -> text.append(model).append("  (").append(names).append(")\n"));
        surroundings.streams().print(text);
        surroundings
                .streams()
                .err()
                .println("Any model ID, inference profile ID or ARN of your account may be named" + " with --model.");
        return ExitCode.COMPLETE.number();
    }

    private static void name(Map<String, String> models, @Nullable String model, String by) {
        if (model != null && !model.isBlank()) {
            models.merge(model.strip(), by, (names, name) -> names + ", " + name);
        }
    }
}
