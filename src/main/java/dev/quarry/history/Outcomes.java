package dev.quarry.history;

import dev.quarry.run.Outcome;
import dev.quarry.run.RunException;
import org.jspecify.annotations.Nullable;

/// Outcomes as two columns: the code, and what else there is to say.
final class Outcomes {

    private Outcomes() {}

    static @Nullable String detail(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Complete c -> c.stopReason();
            case Outcome.CutOff c -> c.stopReason();
            case Outcome.Interrupted i -> i.sentence();
            case Outcome.Blocked b -> b.stopReason();
            case Outcome.Cancelled c -> null;
            case Outcome.Failed f -> f.error().reason() + " " + f.error().sentence();
        };
    }

    static Outcome read(String code, @Nullable String detail) {
        var said = detail == null ? "" : detail;
        return switch (code) {
            case "COMPLETE" -> new Outcome.Complete(said);
            case "CUT_OFF" -> new Outcome.CutOff(said);
            case "BLOCKED" -> new Outcome.Blocked(said);
            case "CANCELLED" -> new Outcome.Cancelled();
            case "FAILED" -> failed(said);
            default -> new Outcome.Interrupted(said);
        };
    }

    private static Outcome failed(String said) {
        var space = said.indexOf(' ');
        var reason = space < 0 ? said : said.substring(0, space);
        var sentence = space < 0 ? said : said.substring(space + 1);
        for (var known : RunException.Reason.values()) {
            if (known.name().equals(reason)) {
                return new Outcome.Failed(new RunException(known, sentence, false, null, null));
            }
        }
        return new Outcome.Failed(new RunException(RunException.Reason.BUG, said, false, null, null));
    }
}
