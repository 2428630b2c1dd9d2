package dev.quarry.ui.window;

import dev.quarry.check.Subject;
import dev.quarry.language.Language;
import dev.quarry.preset.Preset;
import dev.quarry.run.Outcome;
import dev.quarry.run.RunRequest;
import dev.quarry.ui.run.RunModel;
import java.util.Map;

/// What a run was made of.
///
/// @param instruction how the answer before is to be refined; empty for a run that begins a conversation
record Asked(
        Preset preset,
        Map<String, String> values,
        Language language,
        String input,
        String instruction,
        RunRequest request) {

    /// The same, as it is sent.
    Asked sending(RunRequest sent) {
        return new Asked(preset, values, language, input, instruction, sent);
    }

    /// What the checks are to look at in the answer of a run that is over.
    Subject subject(RunModel run) {
        var ended = run.outcomeProperty().get() instanceof Outcome.Complete ? Subject.End.WHOLE : Subject.End.CUT_OFF;
        return Subject.of(preset, values, language, input, run.answer(), ended);
    }

    /// The same, as a later turn.
    Asked instructed(String other) {
        return new Asked(preset, values, language, input, other, request);
    }
}
