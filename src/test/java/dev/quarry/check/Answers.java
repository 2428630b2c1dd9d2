package dev.quarry.check;

import dev.quarry.language.Language;
import dev.quarry.language.Languages;

/// Makes what tests have checked.
final class Answers {

    private Answers() {}

    static Language language(String id) {
        return Languages.named(id).orElseThrow();
    }

    /// An answer that is to hold all of an input in the same language.
    static Subject reworked(String language, String input, String code) {
        return new Subject(
                fenced(language, code),
                Subject.End.WHOLE,
                Subject.Promise.ALL_OF_THE_INPUT,
                input,
                language(language),
                language(language));
    }

    static Subject translated(String from, String to, String input, String code) {
        return new Subject(
                fenced(to, code),
                Subject.End.WHOLE,
                Subject.Promise.ALL_OF_THE_INPUT,
                input,
                language(from),
                language(to));
    }

    /// An answer with code of its own.
    static Subject generated(String language, String code) {
        return new Subject(
                fenced(language, code),
                Subject.End.WHOLE,
                Subject.Promise.CODE,
                "",
                Languages.PLAIN_TEXT,
                language(language));
    }

    static String fenced(String language, String code) {
        return "```" + language(language).fenceLabels().getFirst() + "\n" + code + (code.endsWith("\n") ? "" : "\n")
                + "```\n";
    }

    static Check check(Subject subject, Check.Kind kind) throws InterruptedException {
        return new AnswerCheck(CheckTools.none()).check(subject).of(kind).orElseThrow();
    }
}
