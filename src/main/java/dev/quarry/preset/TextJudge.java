package dev.quarry.preset;

import dev.quarry.language.ErrorTrust;
import dev.quarry.language.Languages;
import dev.quarry.language.syntax.SyntaxDocument;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Judges what can be told of an answer's text: what it contains and matches, whether its code parses, and the form of
/// its findings. Leaves the rest to another judge.
public final class TextJudge implements AnswerJudge {

    /// Enough for any honest pattern on any answer; a pattern that takes exponential time is stopped within a second.
    private static final int MOST_STEPS = 20_000_000;

    private static final Pattern FINDING =
            Pattern.compile("^###[ \\t]+\\d{1,4}\\.[ \\t]*(?<rest>[^\\n]*)$", Pattern.MULTILINE);
    private static final Pattern FORM =
            Pattern.compile("(?i)\\**(critical|high|medium|low)\\**[ \\t]+·[ \\t]+[^·]+·[ \\t]+lines?[ \\t]+\\d+.*");

    private final AnswerJudge others;

    /// @param others judges what compiles and what was left out
    public TextJudge(AnswerJudge others) {
        this.others = others;
    }

    @Override
    public Verdict judge(Expectation expectation, Judged answer) {
        return switch (expectation) {
            case Expectation.Contains c ->
                answer.answer().contains(c.text())
                        ? Verdict.pass("It contains the text.")
                        : Verdict.fail("It does not contain '" + Excerpt.of(c.text()) + "'.");
            case Expectation.Matches m -> matches(m.pattern(), answer.answer());
            case Expectation.Parses p -> parses(answer);
            case Expectation.Findings f -> findings(f, answer.answer());
            case Expectation.Compiles c -> others.judge(c, answer);
            case Expectation.NoOmission n -> others.judge(n, answer);
        };
    }

    private static Verdict matches(String pattern, String answer) {
        try {
            var text = new CountedText(answer, new int[] {MOST_STEPS});
            return Pattern.compile(pattern, Pattern.MULTILINE).matcher(text).find()
                    ? Verdict.pass("It matches.")
                    : Verdict.fail("It does not match '" + Excerpt.of(pattern) + "'.");
        } catch (TooManyStepsException | StackOverflowError e) {
            return Verdict.notJudged("The pattern takes too long on this answer. Write a simpler one.");
        }
    }

    private static Verdict parses(Judged answer) {
        if (answer.code().isBlank()) {
            return Verdict.fail("There is no code in it.");
        }
        if (answer.language().equals(Languages.PLAIN_TEXT)) {
            return Verdict.notJudged("The language of its code is not known.");
        }
        if (answer.language().errors() == ErrorTrust.NONE) {
            return Verdict.notJudged("Syntax errors of " + answer.language() + " cannot be told reliably.");
        }
        try (var document = SyntaxDocument.open(answer.language())) {
            document.update(answer.code());
            var errors = document.errors();
            if (errors.isEmpty()) {
                return Verdict.pass("It parses as " + answer.language() + ".");
            }
            var first = errors.getFirst();
            return Verdict.fail("Line %d of its code: %s.".formatted(first.line(), Excerpt.of(first.message())));
        }
    }

    /// The form that the built-in review asks for.
    private static Verdict findings(Expectation.Findings wanted, String answer) {
        var headings = FINDING.matcher(answer).results().toList();
        for (MatchResult heading : headings) {
            if (!FORM.matcher(heading.group("rest")).matches()) {
                return Verdict.fail("'%s' is not of the form 'SEVERITY · Category · line N'."
                        .formatted(Excerpt.of(heading.group())));
            }
        }
        var count = headings.size();
        if (count < wanted.atLeast() || count > wanted.atMost()) {
            return Verdict.fail("It has %d findings.".formatted(count));
        }
        return Verdict.pass(count == 1 ? "It has 1 finding, in form." : "It has " + count + " findings, in form.");
    }

    /// Ends a search that goes on for too long: the engine knows no limit of its own, but asks for every character.
    private static final class TooManyStepsException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record CountedText(CharSequence text, int[] left) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (--left[0] < 0) {
                throw new TooManyStepsException();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new CountedText(text.subSequence(start, end), left);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
