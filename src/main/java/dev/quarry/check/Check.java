package dev.quarry.check;

import java.time.Duration;
import java.util.List;

/// One check that was made, or could not be.
///
/// @param with what it was made with, such as `javac 25.0.1` or `python3 -I -m py_compile`; empty for nothing
/// @param findings in the order of the text, at most [#MOST_FINDINGS]
/// @param notChecked what it does not cover, or why it was not made, in a sentence; empty for nothing to say
/// @param elapsed how long it took
public record Check(
        Kind kind, Status status, String with, List<Finding> findings, String notChecked, Duration elapsed) {

    /// Of more findings than this, the first ones are kept.
    public static final int MOST_FINDINGS = 50;

    /// What is checked, in the order it is shown.
    public enum Kind {
        /// Code was found in a fence, and every fence is closed.
        FENCE,
        /// The code is in the language that was asked for.
        LANGUAGE,
        /// A parser reads it.
        PARSES,
        /// Nothing of the input is missing, and nothing stands for code that was left out.
        NOTHING_DROPPED,
        /// It does not stop in the middle.
        WHOLE,
        /// A compiler takes it.
        COMPILES
    }

    /// How a check came out. Later ones are worse news, apart from the first.
    public enum Status {
        NOT_CHECKED,
        PASSED,
        DOUBTFUL,
        FAILED
    }

    public Check {
        findings = findings.size() > MOST_FINDINGS
                ? List.copyOf(findings.subList(0, MOST_FINDINGS))
                : List.copyOf(findings);
    }

    /// Made, with these findings.
    static Check made(Kind kind, String with, List<Finding> findings, String notChecked) {
        var failed = findings.stream().anyMatch(f -> f.weight() == Finding.Weight.FAILURE);
        var status = failed ? Status.FAILED : findings.isEmpty() ? Status.PASSED : Status.DOUBTFUL;
        return new Check(kind, status, with, findings, notChecked, Duration.ZERO);
    }

    /// Not made, for that reason.
    static Check notMade(Kind kind, String with, String reason) {
        return new Check(kind, Status.NOT_CHECKED, with, List.of(), reason, Duration.ZERO);
    }

    Check took(Duration time) {
        return new Check(kind, status, with, findings, notChecked, time);
    }
}
