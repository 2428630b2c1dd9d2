package dev.quarry.ui.window;

import dev.quarry.diff.file.FileApply;
import dev.quarry.history.History;
import dev.quarry.language.Highlighter;
import dev.quarry.language.detect.LanguageDetector;
import dev.quarry.model.Accounts;
import dev.quarry.money.Spending;
import dev.quarry.preset.AnswerJudge;
import dev.quarry.preset.PresetLibrary;
import dev.quarry.preset.TextJudge;
import dev.quarry.run.CodeAssistant;
import dev.quarry.run.Connections;
import dev.quarry.settings.Settings;
import dev.quarry.settings.SettingsFile;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// What the window stands on; made where the objects meet, and by tests.
///
/// @param presets reads the presets anew; blocks
/// @param judge what answers to a preset's examples are judged by
/// @param examples what the first start and the samples menu show
/// @param defaultModel the model that is named until the user names another
/// @param history is opened by the window and closed by whoever made it
/// @param spending prices, the budget and what was spent; blocks the first time
public record WindowParts(
        CodeAssistant assistant,
        Connections connections,
        Accounts accounts,
        Function<Settings, PresetLibrary> presets,
        Supplier<List<Example>> examples,
        Highlighter highlighter,
        LanguageDetector languageDetector,
        SettingsFile settingsFile,
        String defaultModel,
        AnswerJudge judge,
        History history,
        Supplier<Spending> spending) {

    /// Parts that judge what an answer's text alone can tell, with a history that is gone when the window is.
    public WindowParts(
            CodeAssistant assistant,
            Connections connections,
            Accounts accounts,
            Function<Settings, PresetLibrary> presets,
            Supplier<List<Example>> examples,
            Highlighter highlighter,
            LanguageDetector languageDetector,
            SettingsFile settingsFile,
            String defaultModel) {
        this(
                assistant,
                connections,
                accounts,
                presets,
                examples,
                highlighter,
                languageDetector,
                settingsFile,
                defaultModel,
                new TextJudge(AnswerJudge.NONE),
                History.inMemory(),
                () -> Spending.open(
                        settingsFile.folders().config(), settingsFile.folders().data(), UnaryOperator.identity()));
    }

    /// Writes results of diffs to files, and backups of these beside the logs.
    FileApply fileApply() {
        return new FileApply(settingsFile.folders().data().resolve("backups"));
    }

    /// The same, but that runs go elsewhere.
    public WindowParts connectedBy(Connections others) {
        return with(others, history);
    }

    /// The same, over a history that stays.
    public WindowParts keeping(History other) {
        return with(connections, other);
    }

    private WindowParts with(Connections runs, History past) {
        return new WindowParts(
                assistant,
                runs,
                accounts,
                presets,
                examples,
                highlighter,
                languageDetector,
                settingsFile,
                defaultModel,
                judge,
                past,
                spending);
    }
}
