package dev.quarry.language.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarry.language.Languages;
import dev.quarry.language.Samples;
import dev.quarry.language.TokenKind;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyntaxDocumentTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            java       | /** a */ @A class B { int c = d("\\n"); }  | /** a */:doc-comment, A:annotation, B:type, d:function, \\n:escape
            python     | def f(a): return None                     | def:keyword, f:function, None:constant
            javascript | const a = `x ${b.c} y`                    | `x :string, b:variable, c:property
            json       | {"a": "b"}                                | "a":property, "b":string
            html       | <a href="b"><script>let c = 1</script></a> | a:tag, href:attribute, "b":string, let:keyword, 1:number
            php        | <b>x</b><?php echo $a;                    | b:tag, echo:keyword
            ruby       | a = [:b, "c#{d}"]                         | :b:constant, "c:string
            markdown   | # A *b*                                   | # A :heading, *b*:emphasis
            """)
    void tokensAreColouredByKind(String language, String text, String tokens) {
        try (var document = SyntaxDocument.open(Languages.named(language).orElseThrow())) {
            document.update(text);
            assertThat(document.spans(0, text.length()).stream()
                            .map(s -> text.substring(s.start(), s.end()) + ":"
                                    + s.kind().styleClass()))
                    .contains(tokens.split(", "));
        }
    }

    @Test
    void codeInAMarkdownBlockIsColouredInItsLanguage() {
        var text = "```java\nint a; // b\n```\n";
        try (var document = SyntaxDocument.open(Languages.named("markdown").orElseThrow())) {
            document.update(text);
            assertThat(document.spans(0, text.length()).stream().map(s -> s.kind()))
                    .contains(TokenKind.TYPE, TokenKind.COMMENT, TokenKind.PUNCTUATION);
        }
    }

    /// What is coloured while a text streams in keeps its colour to the end, but for the last line.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "java",
                "python",
                "javascript",
                "typescript",
                "go",
                "rust",
                "c-sharp",
                "kotlin",
                "ruby",
                "php",
                "scala",
                "bash",
                "css",
                "json",
                "dart",
                "elixir",
                "haskell"
            })
    void coloursOfAStreamingTextStay(String id) {
        var language = Languages.named(id).orElseThrow();
        var text = Samples.of(language).repeat(3);
        try (var document = SyntaxDocument.open(language)) {
            document.update(text);
            var last = kinds(document, 0, text.length());
            var wrong = 0;
            var seen = 0;
            for (var length = 5; length < text.length(); length += 5) {
                document.updateStreaming(text.substring(0, length));
                var from = Math.max(0, length - 400);
                var until = text.lastIndexOf('\n', length - 1);
                var now = kinds(document, from, length);
                for (var i = from; i < until; i++) {
                    seen++;
                    wrong += now[i - from] == last[i] ? 0 : 1;
                }
            }
            assertThat((double) wrong / seen).isLessThan(0.02);
        }
    }

    @Test
    void editedTextIsColouredLikeANewOne() {
        var language = Languages.named("java").orElseThrow();
        var random = new Random(3);
        var text = new StringBuilder(Samples.of(language));
        try (var edited = SyntaxDocument.open(language)) {
            for (var round = 0; round < 100; round++) {
                GrammarsTest.mutate(text, random);
                edited.update(text.toString());
            }
            try (var fresh = SyntaxDocument.open(language)) {
                fresh.update(text.toString());
                assertThat(edited.spans(0, text.length())).isEqualTo(fresh.spans(0, text.length()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"java", "toml", "markdown"})
    void offsetsOutsideOfTheTextAreTakenAsItsEnds(String id) {
        try (var document = SyntaxDocument.open(Languages.named(id).orElseThrow())) {
            assertThat(document.spans(0, 10)).isEmpty();
            var text = Samples.of(document.language());
            document.update(text);
            assertThat(document.spans(-5, text.length() + 100)).isEqualTo(document.spans(0, text.length()));
            assertThat(document.spans(text.length() + 5, text.length() + 9)).isEmpty();
            document.update("");
            assertThat(document.spans(0, 10)).isEmpty();
        }
    }

    @Test
    void closedDocumentRefusesToWork() {
        var document = SyntaxDocument.open(Languages.named("java").orElseThrow());
        document.update("class A {}");
        document.close();
        document.close();
        assertThatThrownBy(() -> document.spans(0, 1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> document.update("x")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void plainTextHasNeitherColoursNorErrors() {
        try (var document = SyntaxDocument.open(Languages.PLAIN_TEXT)) {
            document.update("if (x) {");
            assertThat(document.spans(0, 8)).isEmpty();
            assertThat(document.errors()).isEqualTo(List.of());
        }
    }

    private static TokenKind[] kinds(SyntaxDocument document, int from, int to) {
        var kinds = new TokenKind[to - from];
        for (var span : document.spans(from, to)) {
            for (var i = span.start(); i < span.end(); i++) {
                kinds[i - from] = span.kind();
            }
        }
        return kinds;
    }
}
