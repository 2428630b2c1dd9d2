package dev.quarry.trial;

import dev.quarry.language.Language;
import dev.quarry.language.Languages;
import dev.quarry.language.detect.LanguageDetector;
import dev.quarry.model.ModelRules;
import dev.quarry.preset.Preset;
import dev.quarry.preset.PresetExample;
import dev.quarry.preset.PresetException;
import dev.quarry.preset.PromptTemplate;
import dev.quarry.run.Message;
import dev.quarry.run.ParameterChoices;
import dev.quarry.run.RunRequest;
import java.util.ArrayList;
import java.util.List;

/// One example of a preset, to be asked of one model.
///
/// @param language of the input
/// @param request complete
public record Trial(Preset preset, PresetExample example, Language language, RunRequest request) {

    /// Every example of a preset with every model: example by example, as tables show them.
    ///
    /// @param models at least one; where a connection has one model only, that one
    /// @param rules say what is sent to each of them; may block the first time
    /// @param choices of the user's, for all tasks
    /// @throws PresetException when the preset cannot ask one of its examples: the sentence names it
    public static List<Trial> of(Preset preset, List<String> models, ModelRules rules, ParameterChoices choices)
            throws PresetException {
        var template = PromptTemplate.of(preset);
        var trials = new ArrayList<Trial>();
        for (var example : preset.examples()) {
            var language = language(example);
            try {
                var prompt = template.render(example.input(), language, example.values());
                for (var model : models) {
                    var length = prompt.system().length() + prompt.user().length();
                    var settings = rules.of(model).settings(preset.temperature(), choices, preset.maxTokens(), length);
                    var request =
                            new RunRequest(model, prompt.system(), List.of(Message.user(prompt.user())), settings);
                    trials.add(new Trial(preset, example, language, request));
                }
            } catch (PresetException e) {
                throw new PresetException("Example '" + example.name() + "': " + e.sentence(), e.line());
            }
        }
        return trials;
    }

    private static Language language(PresetExample example) {
        var named = example.language();
        if (named != null) {
            return Languages.named(named).orElse(Languages.PLAIN_TEXT);
        }
        var told = new LanguageDetector().detect(example.input());
        return told.sure() ? told.language() : Languages.PLAIN_TEXT;
    }

    /// The language that the answer's code should be in, for a block that has no label.
    Language answerLanguage() {
        var parameter = preset.outputLanguage();
        if (parameter == null) {
            return language;
        }
        var value = example.values().get(parameter);
        var fallback = preset.parameters().stream()
                .filter(p -> p.name().equals(parameter))
                .findFirst()
                .map(p -> p.defaultValue())
                .orElse(null);
        var name = value != null ? value : fallback;
        return name == null ? Languages.PLAIN_TEXT : Languages.named(name).orElse(Languages.PLAIN_TEXT);
    }
}
