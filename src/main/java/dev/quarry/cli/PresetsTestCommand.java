package dev.quarry.cli;

import dev.quarry.money.BudgetedConnection;
import dev.quarry.preset.Preset;
import dev.quarry.preset.PresetException;
import dev.quarry.run.ModelConnection;
import dev.quarry.run.RunException;
import dev.quarry.settings.ModelChoice;
import dev.quarry.trial.Trial;
import dev.quarry.trial.TrialResult;
import dev.quarry.trial.Trials;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `quarry presets test`: runs the examples of presets and judges the answers.
@Command(
        name = "test",
        description = "Runs the examples of presets against models and judges the answers, one row for each.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:every expectation was met",
            "2:wrong usage; nothing was sent",
            "3:an answer is not whole, or an expectation could not be judged",
            "4:an expectation was not met, or a run failed",
            "130:cancelled"
        })
final class PresetsTestCommand implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "PRESET", description = "Default: every preset that has examples.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--model",
            paramLabel = "ID",
            description = "A model ID, inference profile ID or ARN. May be repeated to compare models.")
    private List<String> models = new ArrayList<>();

    @Mixin
    private SecretsArgument secrets = new SecretsArgument();

    @Mixin
    private ConnectionArguments place = new ConnectionArguments();

    private final Surroundings surroundings;
    private final Cancellation cancellation;

    PresetsTestCommand(Surroundings surroundings, Cancellation cancellation) {
        this.surroundings = surroundings;
        this.cancellation = cancellation;
    }

    @Override
    public Integer call() throws IOException, UsageException, RunException, InterruptedException {
        var presets = presets();
        var choice = secrets.read();
        var options = place.over(surroundings.settings().get().connections());
        try (var connection = surroundings.connections().open(options)) {
            var trials = new ArrayList<Trial>();
            var rules = surroundings.accounts().get().rules();
            var choices = surroundings.settings().get().parameters();
            for (var preset : presets) {
                trials.addAll(Trial.of(preset, models(preset, connection), rules, choices));
            }
            var gate = SecretGate.of(trials, choice);
            surroundings.streams().err().println(connection.label());
            connection.answerNotice().ifPresent(surroundings.streams().err()::println);
            return run(trials, gate.over(connection)).number();
        } catch (PresetException e) {
            throw new UsageException(e.sentence(), e);
        }
    }

    private List<Preset> presets() throws UsageException {
        var library = surroundings.presets().get();
        if (names.isEmpty()) {
            var all = library.presets().stream()
                    .filter(p -> !p.examples().isEmpty())
                    .toList();
            if (all.isEmpty()) {
                throw new UsageException("No preset has examples to test it with.");
            }
            return all;
        }
        var presets = new ArrayList<Preset>();
        for (var name : names) {
            var preset = Lookup.preset(library, name);
            if (preset.examples().isEmpty()) {
                throw new UsageException(preset.name() + " has no examples to test it with.");
            }
            presets.add(preset);
        }
        return presets;
    }

    private List<String> models(Preset preset, ModelConnection connection) {
        if (connection.onlyModel().isPresent()) {
            return List.of(connection.onlyModel().get());
        }
        if (!models.isEmpty()) {
            return models;
        }
        var variable = surroundings.environment().get(ModelChoice.VARIABLE);
        return List.of(ModelChoice.of(
                        null, preset.model(), variable, surroundings.settings().get())
                .model());
    }

    /// @param connection nothing that must stay here goes over it
    private ExitCode run(List<Trial> trials, ModelConnection connection) throws IOException, InterruptedException {
        var service =
                new Trials(surroundings.assistant().get(), surroundings.judge().get());
        var spending = surroundings.spending().get();
        var table = new TrialTable((model, usage) -> {
            var micros = spending.costMicros(model, usage);
            return micros == null ? OptionalDouble.empty() : OptionalDouble.of(micros / 1e6);
        });
        var within = new BudgetedConnection(connection, () -> spending);
        var worst = ExitCode.COMPLETE;
        var passed = 0;
        for (var trial : trials) {
            var result = service.run(within, trial, cancellation::covers);
            if (cancellation.isCancelled()) {
                return ExitCode.CANCELLED;
            }
            surroundings.streams().print(table.row(result));
            passed += result.standing() == TrialResult.Standing.PASSED ? 1 : 0;
            worst = worst.orWorse(code(result));
        }
        surroundings.streams().err().println(passed + " of " + trials.size() + " passed.");
        return worst;
    }

    private static ExitCode code(TrialResult result) {
        return switch (result.standing()) {
            case PASSED -> ExitCode.COMPLETE;
            case NOT_ALL_JUDGED, INCOMPLETE -> ExitCode.INCOMPLETE;
            case FAILED -> ExitCode.FAILED;
        };
    }
}
