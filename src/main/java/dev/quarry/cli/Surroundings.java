package dev.quarry.cli;

import dev.quarry.history.History;
import dev.quarry.model.Accounts;
import dev.quarry.money.Spending;
import dev.quarry.preset.AnswerJudge;
import dev.quarry.preset.PresetLibrary;
import dev.quarry.run.CodeAssistant;
import dev.quarry.run.Connections;
import dev.quarry.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// What the commands work with. Each supplier is asked when a command needs what it gives, so that a command
/// that needs little starts soon.
///
/// @param judge what answers to a preset's examples are judged by
/// @param samples in the order they are listed in
/// @param history not open yet
public record Surroundings(
        StandardStreams streams,
        Map<String, String> environment,
        Supplier<Settings> settings,
        Supplier<PresetLibrary> presets,
        Supplier<List<Sample>> samples,
        Connections connections,
        Supplier<Accounts> accounts,
        Supplier<CodeAssistant> assistant,
        Supplier<AnswerJudge> judge,
        Supplier<History> history,
        Supplier<Spending> spending) {

    /// Without a history.
    public Surroundings(
            StandardStreams streams,
            Map<String, String> environment,
            Supplier<Settings> settings,
            Supplier<PresetLibrary> presets,
            Supplier<List<Sample>> samples,
            Connections connections,
            Supplier<Accounts> accounts,
            Supplier<CodeAssistant> assistant,
            Supplier<AnswerJudge> judge,
            Supplier<Spending> spending) {
        this(
                streams,
                environment,
                settings,
                presets,
                samples,
                connections,
                accounts,
                assistant,
                judge,
                History::inMemory,
                spending);
    }

    public Surroundings {
        environment = Map.copyOf(environment);
    }
}
