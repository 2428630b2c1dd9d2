package dev.quarry.language.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.quarry.language.Language;
import dev.quarry.language.Languages;
import dev.quarry.language.Samples;
import dev.quarry.language.Span;
import io.github.treesitter.jtreesitter.Query;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every grammar that the build brings, one by one.
class GrammarsTest {

    static Stream<Language> languages() {
        return Languages.all().stream().filter(l -> !l.grammar().isEmpty());
    }

    @Test
    void moreThanTwentyLanguagesHaveAGrammar() {
        assertThat(languages()).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void grammarLoadsAndItsQueryFitsWhole(Language language) {
        var grammar = Grammars.ofApplication().of(language).orElseThrow();
        var compiled = QueryFile.compile(grammar.language(), QueryFile.read(language.grammar()));
        try (Query query = compiled.query()) {
            assertThat(compiled.dropped()).isEmpty();
            assertThat(query.getPatternCount()).isGreaterThan(3);
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void goodSampleHasColoursAndNoErrors(Language language) {
        try (var document = SyntaxDocument.open(language)) {
            var text = Samples.of(language);
            document.update(text);
            assertThat(document.hasTree()).isTrue();
            assertThat(document.errors()).isEmpty();
            var spans = document.spans(0, text.length());
            assertOrdered(spans, text.length());
            assertThat(spans.stream().map(Span::kind).distinct()).hasSizeGreaterThan(4);
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void truncatedSampleIsReadLikeATextOfItsOwn(Language language) {
        var text = Samples.of(language);
        try (var growing = SyntaxDocument.open(language)) {
            for (var length = 0; length <= text.length(); length += 31) {
                var start = text.substring(0, length);
                growing.updateStreaming(start);
                assertOrdered(growing.spans(0, length), length);
                growing.update(start);
                growing.errors().forEach(e -> assertWithin(e, start));
            }
            growing.update(text);
            assertThat(growing.errors()).isEmpty();
            assertThat(growing.spans(0, text.length())).isEqualTo(spans(language, text));
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void mutatedSampleIsReadLikeATextOfItsOwn(Language language) {
        var random = new Random(language.id().hashCode());
        var text = new StringBuilder(Samples.of(language));
        try (var edited = SyntaxDocument.open(language)) {
            for (var round = 0; round < 30; round++) {
                mutate(text, random);
                var now = text.toString();
                edited.update(now);
                assertOrdered(edited.spans(0, now.length()), now.length());
                edited.errors().forEach(e -> assertWithin(e, now));
                if (round % 10 == 9) {
                    assertThat(edited.errors()).isEqualTo(errors(language, now));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void rangeIsColouredAsInTheWhole(Language language) {
        var text = Samples.of(language);
        try (var document = SyntaxDocument.open(language)) {
            document.update(text);
            var whole = document.spans(0, text.length());
            var from = text.length() / 3;
            var to = 2 * text.length() / 3;
            var cut = whole.stream()
                    .filter(s -> s.start() < to && s.end() > from)
                    .map(s -> new Span(Math.max(from, s.start()), Math.min(to, s.end()), s.kind()))
                    .toList();
            assertThat(document.spans(from, to)).isEqualTo(cut);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.quarry.language.Languages#all")
    void withoutNativeLibrariesLexersColourAndNothingThrows(Language language, @TempDir Path empty) {
        var text = Samples.of(language);
        try (var document = SyntaxDocument.open(language, new Grammars(new NativeFolder(List.of(empty))))) {
            assertThatCode(() -> document.update(text + ")")).doesNotThrowAnyException();
            assertThat(document.spans(0, text.length())).isNotEmpty();
            if (ExactParsers.of(language).isEmpty()) {
                assertThat(document.errors()).isEmpty();
            }
        }
    }

    static void mutate(StringBuilder text, Random random) {
        for (var i = 0; i < 3; i++) {
            var at = random.nextInt(text.length() + 1);
            var to = Math.min(text.length(), at + random.nextInt(12));
            switch (random.nextInt(5)) {
                case 0 -> text.delete(at, to);
                case 1 -> text.insert(at, text.substring(at, to));
                case 2 -> text.insert(at, "\"'`({[)}];/*<\n#\\".charAt(random.nextInt(15)));
                case 3 -> text.insert(at, "\u00e9\uD83D\uDE00\u05d0");
                default -> text.insert(at, (char) random.nextInt(0x3000));
            }
        }
    }

    private static List<Span> spans(Language language, String text) {
        try (var document = SyntaxDocument.open(language)) {
            document.update(text);
            return document.spans(0, text.length());
        }
    }

    private static List<SyntaxError> errors(Language language, String text) {
        try (var document = SyntaxDocument.open(language)) {
            document.update(text);
            return document.errors();
        }
    }

    static void assertOrdered(List<Span> spans, int length) {
        var at = 0;
        for (var span : spans) {
            assertThat(span.start()).isGreaterThanOrEqualTo(at);
            at = span.end();
        }
        assertThat(at).isLessThanOrEqualTo(length);
    }

    private static void assertWithin(SyntaxError error, String text) {
        assertThat(error.start()).isBetween(0, text.length());
        assertThat(error.end()).isBetween(error.start() + (text.isEmpty() ? 0 : 1), text.length());
        assertThat(error.message()).isNotBlank();
    }
}
