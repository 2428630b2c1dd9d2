package dev.quarry.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.settings.ModelChoice.Source;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelChoiceTest {

    @ParameterizedTest
    @CsvSource({
        "asked, pinned, env,   kept, asked,  ASKED",
        ",      pinned, env,   kept, pinned, PRESET",
        "' ',   ,       env,   kept, env,    ENVIRONMENT",
        ",      ,       ,      kept, kept,   SETTINGS",
        ",      ,       '',    ,     qwen.qwen3-coder-30b-a3b-v1:0, DEFAULT",
        ",      ,       ' x ', ,     x,      ENVIRONMENT",
    })
    void theStrongestVoiceNamesTheModel(
            @Nullable String asked,
            @Nullable String pinned,
            @Nullable String environment,
            @Nullable String kept,
            String model,
            Source source) {
        assertThat(ModelChoice.of(asked, pinned, environment, Settings.DEFAULTS.withModel(kept)))
                .isEqualTo(new ModelChoice(model, source));
    }
}
