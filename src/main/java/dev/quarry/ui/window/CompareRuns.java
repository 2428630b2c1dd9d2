package dev.quarry.ui.window;

import dev.quarry.check.Check;
import dev.quarry.check.Verdict;
import dev.quarry.check.VerdictJson;
import dev.quarry.history.History;
import dev.quarry.history.Price;
import dev.quarry.history.Recording;
import dev.quarry.model.ModelRules;
import dev.quarry.run.InferenceParameter;
import dev.quarry.run.ModelConnection;
import dev.quarry.run.ParameterChoices;
import dev.quarry.run.RunRequest;
import dev.quarry.ui.control.Banner;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.run.RunController;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// One request as columns with a model and a temperature of their own ask it: makes what each sends, and has it
/// sent, paid for and kept. FX thread only.
final class CompareRuns {
    private final Asked asked;
    private final ModelConnection connection;
    private final SendGate gate;
    private final ModelRules rules;
    private final ParameterChoices choices;
    private final History history;
    private final BooleanSupplier isPrivate;

    /// @param asked credentials in its request are placeholders already
    /// @param connection where the runs go
    /// @param gate what each run passes
    /// @param rules say what is sent to each model; read already
    /// @param choices of the user's, for all tasks
    /// @param isPrivate whether runs are not to be written down
    CompareRuns(
            Asked asked,
            ModelConnection connection,
            SendGate gate,
            ModelRules rules,
            ParameterChoices choices,
            History history,
            BooleanSupplier isPrivate) {
        this.asked = asked;
        this.connection = connection;
        this.gate = gate;
        this.rules = rules;
        this.choices = choices;
        this.history = history;
        this.isPrivate = isPrivate;
    }

    /// What the columns begin with.
    RunRequest first() {
        return asked.request();
    }

    /// Task, language and connection, for the user.
    String what() {
        return Texts.of("compare.what", asked.preset().name(), asked.language().name(), connection.label());
    }

    /// The only model that answers here; empty where each column has its own.
    Optional<String> onlyModel() {
        return connection.onlyModel();
    }

    /// Why no temperature goes to the model of that name; empty when one does.
    Optional<String> temperatureRefusal(String model) {
        return rules.of(answering(model)).refusal(InferenceParameter.TEMPERATURE);
    }

    private String answering(String model) {
        return connection.onlyModel().orElse(model);
    }

    /// What a column asks; empty when it cannot be asked, which is then said.
    ///
    /// @param model as it was typed, likewise `temperature`
    Optional<RunRequest> request(String model, String temperature, Banner banner) {
        if (model.isEmpty()) {
            banner.show(Banner.Level.WARNING, Texts.of("run.noModel"));
            return Optional.empty();
        }
        var answering = answering(model);
        var takes = rules.of(answering);
        Double sent = null;
        if (takes.refusal(InferenceParameter.TEMPERATURE).isEmpty() && !temperature.isEmpty()) {
            sent = number(temperature);
            if (sent == null) {
                banner.show(Banner.Level.WARNING, Texts.of("compare.noTemperature", temperature));
                return Optional.empty();
            }
        }
        var request = asked.request();
        var settings = takes.settings(sent, choices, asked.preset().maxTokens(), request.length());
        return Optional.of(new RunRequest(answering, request.system(), request.messages(), settings));
    }

    private static @Nullable Double number(String text) {
        var typed = text.replace(',', '.');
        return typed.matches("0|1|[01]?\\.\\d{1,6}") && Double.parseDouble(typed) <= 1 ? Double.valueOf(typed) : null;
    }

    /// Sends a request.
    ///
    /// @return writes the run down; null for a private one
    @Nullable
    Recording start(RunController runs, RunRequest request) {
        var to = gate.withinBudget(connection);
        if (isPrivate.getAsBoolean()) {
            runs.start(to, request, gate.restoring(), event -> {});
            return null;
        }
        var recording = history.record(RunKeeper.start(gate.kept(asked(request)), connection.label(), null));
        runs.start(to, request, gate.restoring(), recording);
        return recording;
    }

    /// What a run was made of.
    Asked asked(RunRequest request) {
        return new Asked(asked.preset(), asked.values(), asked.language(), asked.input(), "", request);
    }

    /// Has the history keep what the checks said of a run, as soon as the run is written.
    void keep(Recording recording, Verdict verdict) {
        if (verdict.status() != Check.Status.NOT_CHECKED) {
            var said = new dev.quarry.history.Verdict(!verdict.failed(), gate.kept(VerdictJson.text(verdict)));
            var _ = recording.id().thenCompose(id -> history.setVerdict(id, said));
        }
    }

    /// What runs cost; empty where none does.
    Optional<Price> price() {
        return connection.onlyModel().isPresent() ? Optional.empty() : Optional.of(history.price());
    }
}
