package dev.quarry.app;

import dev.quarry.language.Languages;
import dev.quarry.preset.PresetException;
import dev.quarry.preset.PresetLibrary;
import dev.quarry.preset.PromptTemplate;
import dev.quarry.sample.Exchange;
import dev.quarry.sample.Sample;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the endpoint of the samples answers: each sample, asked the way its preset asks.
final class SampleScript {
    private static final Logger log = LoggerFactory.getLogger(SampleScript.class);

    private SampleScript() {}

    /// @param presets the user's own among them: where one hides a built-in preset, the sample is asked its
    /// way. A sample that its preset cannot ask is left out
    static List<Exchange> of(PresetLibrary presets, List<Sample> samples) {
        return samples.stream().flatMap(s -> exchange(presets, s)).toList();
    }

    private static Stream<Exchange> exchange(PresetLibrary presets, Sample sample) {
        var preset = presets.named(sample.task());
        if (preset.isEmpty()) {
            return Stream.empty();
        }
        try {
            var language = Languages.named(sample.language()).orElse(Languages.PLAIN_TEXT);
            var prompt = PromptTemplate.of(preset.get()).render(sample.input(), language, sample.parameters());
            return Stream.of(new Exchange(prompt.system(), prompt.user(), sample.answer()));
        } catch (PresetException e) {
            log.warn("the preset {} cannot ask the sample {}: {}", sample.task(), sample.id(), e.getMessage());
            return Stream.empty();
        }
    }
}
