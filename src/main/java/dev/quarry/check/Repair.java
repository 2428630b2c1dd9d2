package dev.quarry.check;

import dev.quarry.run.Message;
import dev.quarry.run.RunRequest;
import java.util.ArrayList;
import java.util.List;

/// The rounds of a repair: the first answer, and what the model made of its errors. Keeps the best of them. Not for use
/// by several threads at once.
public final class Repair {

    /// More errors than this do not help a model.
    private static final int MOST_TOLD = 20;

    /// An answer and what is known of it.
    public record Round(String answer, Verdict verdict) {}

    private final List<Round> rounds = new ArrayList<>();
    private final int most;

    /// @param most how often errors may go back to the model, at least 0
    public Repair(Round first, int most) {
        rounds.add(first);
        this.most = most;
    }

    /// In the order they were made, the first answer first.
    public List<Round> rounds() {
        return List.copyOf(rounds);
    }

    public void add(Round round) {
        rounds.add(round);
    }

    /// How often the model has been asked again.
    public int made() {
        return rounds.size() - 1;
    }

    /// The index of the best round by its verdict; of equal ones, the earliest.
    public int best() {
        var best = 0;
        for (var i = 1; i < rounds.size(); i++) {
            if (rounds.get(i).verdict().compareTo(rounds.get(best).verdict()) < 0) {
                best = i;
            }
        }
        return best;
    }

    /// Whether another round makes sense: something failed, the last round made it better, and the limit is not
    /// reached.
    public boolean goesOn() {
        return rounds.getLast().verdict().failed()
                && made() < most
                && best() == rounds.size() - 1
                && !rounds.getLast().answer().isBlank();
    }

    /// Asks for the answer again, with what is wrong with the last one. Earlier rounds are not sent again.
    public RunRequest next(RunRequest first) {
        var last = rounds.getLast();
        var messages = new ArrayList<>(first.messages());
        messages.add(Message.assistant(last.answer().stripTrailing()));
        messages.add(Message.user(request(last.verdict())));
        return new RunRequest(first.model(), first.system(), messages, first.settings());
    }

    /// What the model is told.
    static String request(Verdict verdict) {
        var text = new StringBuilder("Your code was checked, and this was found:\n");
        var told = 0;
        for (var check : verdict.checks()) {
            for (var finding : check.findings()) {
                if (finding.weight() == Finding.Weight.FAILURE && told++ < MOST_TOLD) {
                    text.append("- ")
                            .append(name(check))
                            .append(": ")
                            .append(finding.sentence())
                            .append('\n');
                }
            }
        }
        if (told > MOST_TOLD) {
            text.append("- and ").append(told - MOST_TOLD).append(" more\n");
        }
        return text.append("""

                Lines are counted from the start of the code, which is line 1. Correct this and nothing else. Answer \
                with the complete code again, in one fenced code block labelled with its language, with nothing left \
                out and no placeholder for code.""").toString();
    }

    private static String name(Check check) {
        return switch (check.kind()) {
            case FENCE -> "form";
            case LANGUAGE -> "language";
            case PARSES -> "syntax";
            case NOTHING_DROPPED -> "left out";
            case WHOLE -> "end";
            case COMPILES -> check.with().isEmpty() ? "compiler" : check.with();
        };
    }
}
