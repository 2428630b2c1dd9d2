package dev.quarry.run;

import java.util.ArrayList;

/// Asks a model to go on where its answer stops: the answer goes back as the model's own turn, and a turn of
/// the user asks for the rest. No model is made to go on from a prefilled turn, which several refuse.
public final class Continuation {

    private Continuation() {}

    /// Whether there is something to go on from.
    public static boolean isPossible(Outcome outcome, String answer) {
        return outcome.offersContinue() && !answer.isBlank();
    }

    /// What to send for the rest of an answer.
    ///
    /// @param asked the request of the first part, not of an earlier continuation
    /// @param answer all that has come, continuations included; not blank
    public static RunRequest of(RunRequest asked, String answer) {
        var seam = new Seam(answer);
        var messages = new ArrayList<>(asked.messages());
        messages.add(Message.assistant(seam.base()));
        messages.add(Message.user(turn(seam)));
        return new RunRequest(asked.model(), asked.system(), messages, asked.settings());
    }

    private static String turn(Seam seam) {
        return "Your answer was cut off. Go on where it stops, as if it had never been interrupted."
                + "\n\nBegin by repeating exactly this end of it, then write what follows:\n<end>\n" + seam.anchor()
                + "\n</end>\n\nDo not apologise, do not explain, do not start over"
                + (seam.isInCode()
                        ? ", and do not open a new code fence: the one that is open goes on. Close it where the code"
                                + " ends."
                        : ".");
    }
}
