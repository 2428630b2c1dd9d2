package dev.quarry.run;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Which models take a temperature. Sending one to a model that refuses it fails the whole request, so window and
/// command line ask here before they send the advice of a preset.
public final class SamplingRules {

    /// Parts of the IDs of models that answer 400 to a temperature, or are so new that it was not seen whether they
    /// do. As users reported them up to November 2026; the service's own documents name no complete list.
    private static final List<String> REFUSING = List.of(
            "claude-opus-4-7",
            "claude-opus-4-8",
            "claude-opus-5",
            "claude-sonnet-5",
            "claude-haiku-5",
            "claude-fable",
            "claude-mythos");

    private SamplingRules() {}

    /// Why that model takes no temperature, in one sentence; empty when it does, or nothing is known of it.
    ///
    /// @param model a model ID, an inference profile ID or an ARN
    public static Optional<String> refusesTemperature(String model) {
        var id = model.toLowerCase(Locale.ROOT);
        return REFUSING.stream()
                .filter(id::contains)
                .findFirst()
                .map(part -> "This model (" + part
                        + ") chooses its own sampling and refuses a temperature, so none is sent.");
    }
}
