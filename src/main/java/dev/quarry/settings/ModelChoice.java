package dev.quarry.settings;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which model answers, and who named it. Window and command line ask here, so that both choose alike.
///
/// @param model a model ID, an inference profile ID or an ARN
public record ModelChoice(String model, Source source) {

    /// Who may name a model, the stronger voice first.
    public enum Source {
        /// Asked for this once: `--model`, or the model picker.
        ASKED,
        /// The preset is pinned to it.
        PRESET,
        /// The environment variable `QUARRY_MODEL`.
        ENVIRONMENT,
        /// The settings.
        SETTINGS,
        /// Nobody named one: [#DEFAULT].
        DEFAULT
    }

    /// The environment variable that names the model for every preset that is not pinned to one.
    public static final String VARIABLE = "QUARRY_MODEL";

    /// The model for whoever has named none. It has to be an ID that can be called on demand as it stands:
    /// many models, the current Claude and Nova ones among them, answer only to the ID of an inference
    /// profile, whose prefix depends on the account's region and on where its data may go, and that is not for
    /// us to guess. Of those that remain this one is made for code, is offered in regions of America, Europe
    /// and Asia, takes a temperature, and is cheap enough for a first try.
    public static final String DEFAULT = "qwen.qwen3-coder-30b-a3b-v1:0";

    /// The strongest voice; null or blank is no voice.
    ///
    /// @param asked for this run alone
    /// @param pinned by the preset
    /// @param environment the value of [#VARIABLE]
    public static ModelChoice of(
            @Nullable String asked, @Nullable String pinned, @Nullable String environment, Settings settings) {
        return Stream.of(
                        named(asked, Source.ASKED),
                        named(pinned, Source.PRESET),
                        named(environment, Source.ENVIRONMENT),
                        named(settings.model(), Source.SETTINGS))
                .flatMap(s -> s)
                .findFirst()
                .orElse(new ModelChoice(DEFAULT, Source.DEFAULT));
    }

    private static Stream<ModelChoice> named(@Nullable String model, Source source) {
        return model == null || model.isBlank() ? Stream.empty() : Stream.of(new ModelChoice(model.strip(), source));
    }
}
