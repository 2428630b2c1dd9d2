package dev.quarry.ui.history;

import dev.quarry.language.Language;
import dev.quarry.run.Outcome;
import dev.quarry.run.RunRequest;
import dev.quarry.run.TokenUsage;
import java.time.LocalTime;
import java.util.Map;

/// A run that is over, with all it takes to show it again as it was.
///
/// @param values of the preset's fields, by parameter name
/// @param answer what was received, whatever the outcome
public record PastRun(
        LocalTime at,
        String preset,
        Map<String, String> values,
        Language language,
        String input,
        RunRequest request,
        String connection,
        String answer,
        Outcome outcome,
        TokenUsage usage) {

    public PastRun {
        values = Map.copyOf(values);
    }
}
