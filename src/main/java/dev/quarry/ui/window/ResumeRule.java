package dev.quarry.ui.window;

import dev.quarry.run.Continuation;
import dev.quarry.ui.run.RunModel;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;

/// When the rest of an answer may be asked for.
final class ResumeRule {

    private ResumeRule() {}

    /// Whether there is an answer whose rest can be asked for.
    static boolean allows(RunModel run) {
        var outcome = run.outcomeProperty().get();
        return outcome != null && Continuation.isPossible(outcome, run.answer());
    }

    /// True while it may not.
    static BooleanBinding not(RunModel run) {
        return Bindings.createBooleanBinding(() -> !allows(run), run.outcomeProperty());
    }
}
