package dev.quarry.language.lexer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.language.Language;
import dev.quarry.language.Samples;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LexedTextTest {

    private final LexerHighlighter highlighter = new LexerHighlighter();

    @ParameterizedTest
    @MethodSource("dev.quarry.language.Languages#all")
    void everyRangeIsColouredAsInTheWhole(Language language) {
        var random = new Random(5);
        var text = new StringBuilder(Samples.of(language).repeat(2));
        var lexed = new LexedText(language);
        for (var round = 0; round < 60; round++) {
            var at = random.nextInt(text.length());
            if (round % 3 == 0) {
                text.insert(at, "/* \" '\r\n".charAt(random.nextInt(8)));
            } else {
                text.delete(at, Math.min(text.length(), at + 3));
            }
            var now = text.toString();
            lexed.update(now);
            var from = random.nextInt(now.length());
            var to = Math.min(now.length(), from + random.nextInt(200));
            var whole = highlighter.highlight(language, now).stream()
                    .filter(s -> s.start() < to && s.end() > from)
                    .mapToInt(s -> Math.min(to, s.end()) - Math.max(from, s.start()))
                    .sum();
            assertThat(lexed.spans(from, to).stream()
                            .mapToInt(s -> s.end() - s.start())
                            .sum())
                    .isEqualTo(whole);
        }
        assertThat(lexed.spans(0, text.length())).isEqualTo(highlighter.highlight(language, text.toString()));
    }
}
