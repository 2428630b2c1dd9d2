package dev.quarry.preset;

/// What came of judging an answer by an expectation.
///
/// @param sentence what was found, or why it could not be judged
public record Verdict(Result result, String sentence) {

    /// Not judged is no pass: nothing was found out.
    public enum Result {
        PASS,
        FAIL,
        NOT_JUDGED
    }

    public static Verdict pass(String sentence) {
        return new Verdict(Result.PASS, sentence);
    }

    public static Verdict fail(String sentence) {
        return new Verdict(Result.FAIL, sentence);
    }

    public static Verdict notJudged(String sentence) {
        return new Verdict(Result.NOT_JUDGED, sentence);
    }
}
