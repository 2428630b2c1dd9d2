package dev.quarry.ui.window;

import dev.quarry.model.ModelRules;
import dev.quarry.preset.AnswerJudge;
import dev.quarry.preset.Preset;
import dev.quarry.preset.PresetException;
import dev.quarry.run.CodeAssistant;
import dev.quarry.run.ModelConnection;
import dev.quarry.run.ParameterChoices;
import dev.quarry.run.Run;
import dev.quarry.trial.Trial;
import dev.quarry.trial.TrialResult;
import dev.quarry.trial.Trials;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.fx.FxThread;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Runs the examples of a preset against the models that the user names, one after the other, on a thread of its own.
/// FX thread only.
final class PresetTrying {
    private final Trials trials;
    private final ModelRules rules;
    private final Consumer<String> onRefusal;
    private final ObservableList<TrialResult> results = FXCollections.observableArrayList();
    private final BooleanProperty running = new SimpleBooleanProperty();
    private final StringProperty models = new SimpleStringProperty("");
    private @Nullable Stopping current;

    /// Lets the FX thread stop what the trying thread is at.
    private static final class Stopping {
        private @Nullable Run run;
        private boolean stopped;

        synchronized void covers(Run started) {
            run = started;
            if (stopped) {
                started.cancel();
            }
        }

        synchronized void stop() {
            stopped = true;
            if (run != null) {
                run.cancel();
            }
        }

        synchronized boolean isStopped() {
            return stopped;
        }
    }

    /// @param onRefusal told why nothing was tried
    PresetTrying(CodeAssistant assistant, AnswerJudge judge, ModelRules rules, Consumer<String> onRefusal) {
        trials = new Trials(assistant, judge);
        this.rules = rules;
        this.onRefusal = onRefusal;
    }

    ObservableList<TrialResult> results() {
        return results;
    }

    BooleanProperty runningProperty() {
        return running;
    }

    /// IDs with commas between them.
    StringProperty modelsProperty() {
        return models;
    }

    /// Tries every example with every model.
    ///
    /// @param fallback the model when the user named none for this; empty when there is none
    /// @param choices of the user's, for all tasks
    void start(
            @Nullable Preset preset, @Nullable ModelConnection connection, String fallback, ParameterChoices choices) {
        if (running.get()) {
            return;
        }
        if (preset == null || connection == null) {
            onRefusal.accept(Texts.of(preset == null ? "run.noPreset" : "run.noConnection"));
            return;
        }
        if (preset.examples().isEmpty()) {
            onRefusal.accept(Texts.of("presets.try.noExamples", preset.name()));
            return;
        }
        var asked = named(connection, fallback);
        if (asked.isEmpty()) {
            onRefusal.accept(Texts.of("run.noModel"));
            return;
        }
        try {
            var made = Trial.of(preset, asked, rules, choices);
            running.set(true);
            results.clear();
            var stopping = new Stopping();
            current = stopping;
            Thread.ofVirtual().name("try-preset").start(() -> run(made, connection, stopping));
        } catch (PresetException e) {
            onRefusal.accept(e.sentence());
        }
    }

    private List<String> named(ModelConnection connection, String fallback) {
        if (connection.onlyModel().isPresent()) {
            return List.of(connection.onlyModel().get());
        }
        var named = Arrays.stream(models.get().split(","))
                .map(String::strip)
                .filter(m -> !m.isEmpty())
                .distinct()
                .toList();
        return named.isEmpty() && !fallback.isEmpty() ? List.of(fallback) : named;
    }

    private void run(List<Trial> made, ModelConnection connection, Stopping stopping) {
        try {
            for (var trial : made) {
                if (stopping.isStopped()) {
                    break;
                }
                var result = trials.run(connection, trial, stopping::covers);
                FxThread.LATER.execute(() -> results.add(result));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            FxThread.LATER.execute(() -> running.set(false));
        }
    }

    void stop() {
        if (current != null) {
            current.stop();
        }
    }
}
