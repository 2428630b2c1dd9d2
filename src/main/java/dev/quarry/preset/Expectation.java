package dev.quarry.preset;

/// What an answer to a [PresetExample] must be. Data: what judges it is elsewhere.
public sealed interface Expectation {

    /// The answer holds this text.
    record Contains(String text) implements Expectation {}

    /// Somewhere in the answer this regular expression of Java's is found; `^` and `$` match at lines.
    record Matches(String pattern) implements Expectation {}

    /// The answer's code has no syntax error.
    record Parses() implements Expectation {}

    /// The answer's code compiles.
    record Compiles() implements Expectation {}

    /// Nothing of the input was left out, and no comment stands for code.
    record NoOmission() implements Expectation {}

    /// The answer lists findings, each with its severity, category and place.
    ///
    /// @param atLeast at least 0
    /// @param atMost at least as many
    record Findings(int atLeast, int atMost) implements Expectation {}

    /// As it is written in a file and shown in a table.
    default String words() {
        return switch (this) {
            case Contains c -> "contains " + Excerpt.of(c.text());
            case Matches m -> "matches " + Excerpt.of(m.pattern());
            case Parses p -> "parses";
            case Compiles c -> "compiles";
            case NoOmission n -> "no omission";
            case Findings f ->
                f.atMost() == Integer.MAX_VALUE
                        ? "findings, at least " + f.atLeast()
                        : "findings, " + f.atLeast() + " to " + f.atMost();
        };
    }
}
