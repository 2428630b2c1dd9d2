package dev.quarry.cli;

import dev.quarry.preset.Preset;
import dev.quarry.preset.PresetException;
import dev.quarry.preset.PromptTemplate;
import dev.quarry.run.RunException;
import dev.quarry.settings.ModelChoice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `quarry run`: one preset on one input after the other.
@Command(
        name = "run",
        description = "Runs a preset on files or standard input. The answer streams to standard output, everything"
                + " else goes to standard error.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the answer is complete",
            "2:wrong usage, a credential in the input, or more than the budget; nothing was sent",
            "3:the answer is incomplete: cut off, interrupted or blocked",
            "4:failed",
            "5:complete, but a check failed (with --check)",
            "130:cancelled"
        },
        footer = {
            "Examples:",
            "  quarry run translate -p target=Go Parser.java > parser.go",
            "  git diff | quarry run review --language java",
            "  quarry run write-tests --format json src/*.py"
        })
final class RunCommand implements Callable<Integer> {

    @Parameters(index = "0", arity = "0..1", paramLabel = "PRESET", description = "See quarry presets.")
    private @Nullable String presetName;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "FILE", description = "Default, and -: standard input.")
    private List<String> files = new ArrayList<>();

    @Option(names = "--sample", paramLabel = "NAME", description = "Runs a sample: its preset on its input.")
    private @Nullable String sampleName;

    @Option(names = "-p", paramLabel = "NAME=VALUE", description = "A parameter of the preset. May be repeated.")
    private List<String> assignments = new ArrayList<>();

    @Option(names = "--language", paramLabel = "NAME", description = "Of the input. Default: told by name or text.")
    private @Nullable String languageName;

    @Option(names = "--model", paramLabel = "ID", description = "A model ID, inference profile ID or ARN.")
    private @Nullable String model;

    @Option(
            names = "--temperature",
            paramLabel = "0..1|none",
            description = "none leaves it to the model. Default: what the preset's author advises.")
    private @Nullable String temperature;

    @Mixin
    private InferenceArguments inference = new InferenceArguments();

    @Mixin
    private SafetyArguments safety = new SafetyArguments();

    @Mixin
    private ConnectionArguments place = new ConnectionArguments();

    @Option(
            names = "--format",
            paramLabel = "text|json",
            converter = Format.Converter.class,
            description = "json: one object for each run, on a line of its own.")
    private Format format = Format.TEXT;

    @Option(names = "--code-only", description = "Only the code of the answer, without what stands around it.")
    private boolean codeOnly;

    @Option(
            names = "--check",
            description = "Checks the answer on this machine without running its code; see --repair.")
    private boolean check;

    @Option(
            names = "--repair",
            paramLabel = "N",
            description = "Sends the errors of a failed check back, at most N times (1 to 10), and prints the best"
                    + " answer. Implies --check; nothing streams then.")
    private @Nullable String repairs;

    private final Surroundings surroundings;
    private final Cancellation cancellation;

    RunCommand(Surroundings surroundings, Cancellation cancellation) {
        this.surroundings = surroundings;
        this.cancellation = cancellation;
    }

    @Override
    public Integer call() throws UsageException, RunException, IOException, InterruptedException {
        var job = job();
        return new JobRunner(surroundings, cancellation, SecretGate.of(job))
                .run(job)
                .number();
    }

    private Job job() throws UsageException {
        var sample = sample();
        var preset = preset(sample);
        var settings = surroundings.settings().get();
        var warmth = temperature(settings.temperature() != null ? settings.temperature() : preset.temperature());
        var choices = inference.over(settings.parameters());
        var options = place.over(settings.connections());
        var form = form();
        var choice =
                ModelChoice.of(model, preset.model(), surroundings.environment().get(ModelChoice.VARIABLE), settings);
        var asked = temperature != null || settings.temperature() != null;
        return new Job(
                preset,
                works(preset, sample),
                choice.model(),
                warmth,
                choices,
                asked,
                options,
                form,
                repairs(),
                safety.read());
    }

    private @Nullable Sample sample() throws UsageException {
        if (sampleName == null) {
            return null;
        }
        if (presetName != null) {
            throw new UsageException("--sample brings its own preset and input: leave " + presetName + " out.");
        }
        return Lookup.sample(surroundings.samples().get(), sampleName);
    }

    private Preset preset(@Nullable Sample sample) throws UsageException {
        var name = sample == null ? presetName : sample.preset();
        if (name == null) {
            throw new UsageException("Name a preset to run; quarry presets lists them.");
        }
        return Lookup.preset(surroundings.presets().get(), name);
    }

    private List<Job.Work> works(Preset preset, @Nullable Sample sample) throws UsageException {
        var values = ParameterValues.of(preset, sample == null ? Map.of() : sample.values(), assignments);
        var named = languageName == null ? null : Lookup.language(languageName);
        var inputs = sample == null
                ? new Inputs(surroundings.streams(), named).read(files)
                : List.of(new Input(null, sample.input(), sample.language()));
        try {
            var template = PromptTemplate.of(preset);
            var works = new ArrayList<Job.Work>();
            for (var input : inputs) {
                works.add(new Job.Work(input, values, template.render(input.text(), input.language(), values)));
            }
            return works;
        } catch (PresetException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        }
    }

    /// Some models refuse a request that names a temperature at all, so there is a way to name none.
    private @Nullable Double temperature(@Nullable Double usual) throws UsageException {
        if (temperature == null) {
            return usual;
        }
        if (temperature.equals("none")) {
            return null;
        }
        if (temperature.matches("0|1|[01]?\\.\\d{1,9}") && Double.parseDouble(temperature) <= 1) {
            return Double.valueOf(temperature);
        }
        throw new UsageException("--temperature is a number from 0 to 1, or none, not " + temperature + ".");
    }

    private int repairs() throws UsageException {
        if (repairs == null) {
            return check ? 0 : Job.UNCHECKED;
        }
        if (repairs.matches("[1-9]|10")) {
            return Integer.parseInt(repairs);
        }
        throw new UsageException("--repair is a whole number from 1 to 10, not " + repairs + ".");
    }

    private Job.AnswerForm form() throws UsageException {
        if (format == Format.TEXT) {
            return codeOnly ? Job.AnswerForm.CODE : Job.AnswerForm.WHOLE;
        }
        if (codeOnly) {
            throw new UsageException("--code-only does not go with --format json, which has a field for the code.");
        }
        return Job.AnswerForm.JSON;
    }
}
