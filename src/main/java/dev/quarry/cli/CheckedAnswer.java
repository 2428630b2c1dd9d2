package dev.quarry.cli;

import dev.quarry.check.Verdict;
import dev.quarry.run.RunResult;
import org.jspecify.annotations.Nullable;

/// A run that is over, and what is known of its answer.
///
/// @param verdict null when no check was asked for, or there was nothing to check
/// @param repairs how often the errors went back to the model
record CheckedAnswer(RunResult result, @Nullable Verdict verdict, int repairs) {

    ExitCode exitCode() {
        var code = ExitCode.of(result.outcome());
        return verdict != null && verdict.failed() ? code.orWorse(ExitCode.CHECK_FAILED) : code;
    }
}
