package dev.quarry.cli;

import dev.quarry.run.Outcome;

/// What a program that calls Quarry is told by the exit code.
enum ExitCode {
    COMPLETE(0),
    USAGE(2),
    CHECK_FAILED(5),
    INCOMPLETE(3),
    FAILED(4),
    CANCELLED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    static ExitCode of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Complete c -> COMPLETE;
            case Outcome.CutOff c -> INCOMPLETE;
            case Outcome.Interrupted i -> INCOMPLETE;
            case Outcome.Blocked b -> INCOMPLETE;
            case Outcome.Cancelled c -> CANCELLED;
            case Outcome.Failed f -> FAILED;
        };
    }

    /// Of several runs, the one to tell: the later constant is the worse news.
    ExitCode orWorse(ExitCode other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
