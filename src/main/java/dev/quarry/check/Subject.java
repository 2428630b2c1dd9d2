package dev.quarry.check;

import dev.quarry.language.Language;
import dev.quarry.language.Languages;
import dev.quarry.preset.Preset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An answer and what was asked for: all that the checks look at.
///
/// @param answer all of its text, with its fences
/// @param ended how the run ended
/// @param input what it was made from
/// @param inputLanguage plain text when it is not known, or the input is no code
/// @param wanted the language the answer's code should be in, or null when none was named
public record Subject(
        String answer,
        End ended,
        Promise promise,
        String input,
        Language inputLanguage,
        @Nullable Language wanted) {

    /// What a preset promises of its answers.
    public enum Promise {
        /// Code that holds everything the input does, such as a refactoring or a translation.
        ALL_OF_THE_INPUT,
        /// Code of its own, such as tests.
        CODE,
        /// Text, perhaps with code in it.
        TEXT
    }

    /// How an answer ended.
    public enum End {
        WHOLE,
        CUT_OFF
    }

    /// What that preset promises.
    ///
    /// @param values of its parameters, by name; the language that was asked for may be among them
    public static Subject of(
            Preset preset, Map<String, String> values, Language inputLanguage, String input, String answer, End ended) {
        var parameter = preset.outputLanguage();
        var named = parameter == null
                ? null
                : Languages.named(values.getOrDefault(parameter, "")).orElse(null);
        var wanted =
                parameter == null && preset.input() == Preset.Input.CODE && !inputLanguage.equals(Languages.PLAIN_TEXT)
                        ? inputLanguage
                        : named;
        return new Subject(answer, ended, promise(preset), input, inputLanguage, wanted);
    }

    private static Promise promise(Preset preset) {
        if (preset.output() != Preset.Output.CODE) {
            return Promise.TEXT;
        }
        var keepsAll = preset.replacesInput() || preset.outputLanguage() != null;
        return preset.input() == Preset.Input.CODE && keepsAll ? Promise.ALL_OF_THE_INPUT : Promise.CODE;
    }

    /// Another whole answer to the same.
    public Subject answeredBy(String other) {
        return new Subject(other, End.WHOLE, promise, input, inputLanguage, wanted);
    }

    /// Whether input and answer are to be in one language.
    boolean keepsTheLanguage() {
        return wanted != null && wanted.equals(inputLanguage);
    }
}
