package dev.quarry.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which runs are wanted. What is null or empty does not matter.
///
/// @param words found in what was asked, in the code or in the answer; each may be the beginning of a word
/// @param language the ID of the input's language
/// @param outcome the code of an outcome
/// @param verdict what the checks said
/// @param from the earliest begin
/// @param before the first moment that is too late
public record HistoryQuery(
        String words,
        @Nullable String task,
        @Nullable String model,
        @Nullable String language,
        @Nullable String outcome,
        @Nullable Boolean verdict,
        @Nullable Boolean pinned,
        @Nullable Instant from,
        @Nullable Instant before) {

    /// Every run there is.
    public static final HistoryQuery ALL = new HistoryQuery("", null, null, null, null, null, null, null, null);

    public HistoryQuery withWords(String typed) {
        return new HistoryQuery(typed, task, model, language, outcome, verdict, pinned, from, before);
    }

    public HistoryQuery withTask(@Nullable String wanted) {
        return new HistoryQuery(words, wanted, model, language, outcome, verdict, pinned, from, before);
    }

    public HistoryQuery withModel(@Nullable String wanted) {
        return new HistoryQuery(words, task, wanted, language, outcome, verdict, pinned, from, before);
    }

    public HistoryQuery withLanguage(@Nullable String wanted) {
        return new HistoryQuery(words, task, model, wanted, outcome, verdict, pinned, from, before);
    }

    public HistoryQuery withOutcome(@Nullable String wanted) {
        return new HistoryQuery(words, task, model, language, wanted, verdict, pinned, from, before);
    }

    public HistoryQuery withVerdict(@Nullable Boolean wanted) {
        return new HistoryQuery(words, task, model, language, outcome, wanted, pinned, from, before);
    }

    public HistoryQuery withPinned(@Nullable Boolean wanted) {
        return new HistoryQuery(words, task, model, language, outcome, verdict, wanted, from, before);
    }

    public HistoryQuery withBegun(@Nullable Instant earliest, @Nullable Instant end) {
        return new HistoryQuery(words, task, model, language, outcome, verdict, pinned, earliest, end);
    }

    /// Whether this asks for less than every run.
    public boolean narrows() {
        return !withWords(words.strip()).equals(ALL);
    }
}
