package dev.quarry.language.lexer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.language.Language;
import dev.quarry.language.Languages;
import dev.quarry.language.Span;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LexerHighlighterTest {

    private static final String MIXED = """
            // line # hash -- dash *> star
            /* block { */ {- nested {- deep -} -} ' " `
            fun class def if (x == 0x1F) { return "text \\n"; } <a b="c">&amp;</a>
            \"""block
            string\""" '''other''' @mark :atom key: value key = value
            <?php echo $x; ?> <script>var a;</script> <!-- c --> ]]> <![CDATA[
                   IDENTIFICATION DIVISION.
            # Heading
            """ + "\tna\u00efve \uD83D\uDE00 \u05d0 \u0000 \u2028 end\n";

    private final LexerHighlighter highlighter = new LexerHighlighter();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            java       | int a = 1; // c                | int:type, 1:number, // c:comment, =:operator
            java       | @Test String s = "a";          | @Test:annotation, String:type, "a":string
            python     | def f(): return None           | def:keyword, f:function, None:constant
            typescript | const a: string = 'b'          | const:keyword, 'b':string
            go         | func main() {}                 | func:keyword, main:function, {}:punctuation
            json       | {"a": [1, true]}               | "a":property, 1:number, true:constant
            html       | <a href="x">&amp;</a>          | a:tag, href:attribute, "x":string, &amp;:escape
            yaml       | key: "v" # c                   | key:property, "v":string, # c:comment
            yaml       | url: http://x#y                | url:property
            toml       | a.b = true                     | a.b:property, true:constant
            hcl        | resource "x" "y" { a = 1 }     | resource:keyword, "x":string, a:property, 1:number
            swift      | @State let a: Int = 1 /* c */  | @State:annotation, let:keyword, Int:type, /* c */:comment
            haskell    | f' x = case x of Just 'a' -> 1 | case:keyword, 'a':string, Just:type, 1:number
            elixir     | def f(x), do: {:ok, nil}       | def:keyword, f:function, do:property, :ok:constant, nil:constant
            r          | f <- function(x) x + TRUE # c  | function:keyword, TRUE:constant, # c:comment
            cobol      | 000100 MOVE ZERO TO A-B. *> c  | MOVE:keyword, ZERO:constant, TO:keyword, *> c:comment
            cobol      | 000100* all of it              | 000100* all of it:comment
            perl       | my $x = 'a'; # c               | $x:variable, 'a':string, # c:comment
            sql        | select 'a' from t -- c         | select:keyword, 'a':string, -- c:comment
            """)
    void tokensAreColouredByKind(String language, String text, String tokens) {
        var known = highlighter.highlight(Languages.named(language).orElseThrow(), text).stream()
                .map(s -> text.substring(s.start(), s.end()) + ":" + s.kind().styleClass())
                .collect(Collectors.toSet());
        var wanted = tokens.split(", ");
        assertThat(known).contains(wanted);
    }

    @Test
    void commentOverSeveralLinesIsColouredToItsEnd() {
        assertThat(highlight("java", "/* a\n b */ x")).containsExactly("/* a:comment", " b */:comment");
        assertThat(highlight("swift", "/* a /* b\n */ c\n */ let"))
                .containsExactly("/* a /* b:comment", " */ c:comment", " */:comment", "let:keyword");
    }

    @Test
    void lineEndingsOfAllKindsPartLines() {
        assertThat(highlight("java", "// a\r\nint\r// b\nint"))
                .containsExactly("// a:comment", "int:type", "// b:comment", "int:type");
    }

    @Test
    void plainTextStaysPlain() {
        assertThat(highlighter.highlight(Languages.PLAIN_TEXT, "if (x) return;"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.quarry.language.Languages#all")
    void everyLanguageHasALexer(Language language) {
        assertThat(highlighter.highlight(language, MIXED)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.quarry.language.Languages#all")
    void noTextThrowsAndSpansKeepTheirOrder(Language language) {
        var random = new Random(language.id().hashCode());
        for (var round = 0; round < 150; round++) {
            var text = new StringBuilder(MIXED);
            for (var i = 0; i < 40; i++) {
                var at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, (char) random.nextInt(0x3000));
                    default -> text.insert(at, text.substring(at, Math.min(text.length(), at + 8)));
                }
            }
            assertOrdered(highlighter.highlight(language, text.toString()), text.length());
        }
    }

    @ParameterizedTest
    @MethodSource("dev.quarry.language.Languages#all")
    void longLinesAreTaken(Language language) {
        for (var piece : List.of("a", "a b ", "\"\\\\", "'", "1_", "${a}", "RUN --x=\"\\\"", "(", "<a b=\"c\">")) {
            var text = piece.repeat(5_000);
            assertOrdered(highlighter.highlight(language, text), text.length());
        }
    }

    @Test
    void threadsDoNotDisturbEachOther() throws Exception {
        var expected = Languages.all().stream()
                .map(l -> highlighter.highlight(l, MIXED))
                .toList();
        Callable<List<List<Span>>> all = () -> Languages.all().stream()
                .map(l -> highlighter.highlight(l, MIXED))
                .toList();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var result : threads.invokeAll(List.of(all, all, all, all, all, all, all, all))) {
                assertThat(result.get()).isEqualTo(expected);
            }
        }
    }

    private List<String> highlight(String language, String text) {
        return highlighter.highlight(Languages.named(language).orElseThrow(), text).stream()
                .map(s -> text.substring(s.start(), s.end()) + ":" + s.kind().styleClass())
                .toList();
    }

    private static void assertOrdered(List<Span> spans, int length) {
        var at = 0;
        for (var span : spans) {
            assertThat(span.start()).isGreaterThanOrEqualTo(at);
            at = span.end();
        }
        assertThat(at).isLessThanOrEqualTo(length);
    }
}
