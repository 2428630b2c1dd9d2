package dev.quarry.language.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.language.ErrorTrust;
import dev.quarry.language.Language;
import dev.quarry.language.Languages;
import dev.quarry.language.Samples;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SyntaxErrorsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            java       | class A {⏎  int f( { return 1; }⏎}                  | 2:8 missing ')'
            java       | class A { int x = = 3; }                           | 1:19 unexpected '='
            java       | class A { String s = "abc; }                       | 1:22 '"' is not closed
            java       | class A {⏎  void f() {⏎}                            | 3:1 missing '}'
            python     | def f(x:⏎  return 1⏎                                | 1:6 '(' is not closed
            python     | if x⏎  print(1)⏎                                    | 1:4 unexpected 'x'
            javascript | const a = {b: 1, c: [2, 3};                        | 1:25 missing ']'
            typescript | function f(a: string {⏎  return a;⏎}                | 1:20 missing ')'
            go         | package a⏎func f() {⏎  x := ⏎}                       | 3:6 missing identifier
            rust       | fn f() -> u8 { let x = (1; x }                     | 1:25 missing ')'
            ruby       | def f(x⏎  x⏎end                                     | 1:7 missing ')'
            bash       | if true; then⏎  echo 1⏎                             | 2:8 missing 'fi'
            json       | {"a": [1, 2}                                       | 1:12 unexpected close marker '}': expected ']'
            json       | {"a": 1                                            | 1:7 unexpected end-of-input: expected close marker for Object
            json       | {"a": 1} x                                         | 1:10 unrecognized token 'x'
            xml        | <a>⏎  <b></a>                                       | 2:8 the element type "b" must be terminated by the matching end-tag "</b>"
            toml       | a = 1⏎b = [1, 2                                     | 2:9 unexpected end of input, expected ] or a comma
            yaml       | a: 1⏎b: [1, 2⏎                                      | 2:8 expected ',' or ']', but got <stream end>
            """)
    void errorIsLocatedAndSaidInWords(String language, String text, String error) {
        assertThat(shown(errors(language, text.replace('⏎', '\n')))).first().isEqualTo(error);
    }

    @Test
    void onlyTheInnermostOfNestedErrorsAreTold() {
        var errors = errors("python", "class A:\n  def f(self):\n    return [1, 2\n  def g(self): pass\n");
        assertThat(errors).isNotEmpty().allMatch(e -> e.line() >= 3);
    }

    @Test
    void errorTellsHowFarToBelieveIt() {
        assertThat(errors("java", "class {")).extracting(SyntaxError::trust).containsOnly(ErrorTrust.TRUSTED);
        assertThat(errors("kotlin", "fun f( {")).extracting(SyntaxError::trust).containsOnly(ErrorTrust.POSSIBLE);
        assertThat(errors("c", "int f( {")).extracting(SyntaxError::trust).containsOnly(ErrorTrust.NONE);
    }

    @Test
    void offsetsCountUnitsAlsoBehindSurrogatePairs() {
        var text = "class A { String s = \"\uD83D\uDE00\uD83D\uDE00\"; int x = = 3; }";
        var error = errors("java", text).getFirst();
        assertThat(text.substring(error.start(), error.end())).isEqualTo("=");
        assertThat(error.column()).isEqualTo(text.indexOf("= 3") + 1);
    }

    @Test
    void lineBreaksOfAllKindsCount() {
        var error = errors("java", "class A {\r\n\r\n  int x = = 3;\r\n}").getFirst();
        assertThat(List.of(error.line(), error.column(), error.excerpt())).isEqualTo(List.of(3, 11, "int x = = 3;"));
    }

    static Stream<Language> withExactParser() {
        return Stream.of("json", "xml", "toml", "yaml")
                .map(l -> Languages.named(l).orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("withExactParser")
    void exactParsersTakeWhatIsValidAndBearWhatIsNot(Language language) {
        var text = Samples.of(language);
        var parser = ExactParsers.of(language).orElseThrow();
        assertThat(parser.errors(text)).isEmpty();
        assertThat(parser.errors("\uFEFF" + text)).isEmpty();
        assertThat(parser.errors("")).isEmpty();
        for (var length = 0; length < text.length(); length++) {
            var start = text.substring(0, length);
            assertThat(parser.errors(start))
                    .allMatch(e -> e.end() <= start.length() && e.trust() == ErrorTrust.TRUSTED);
        }
    }

    @Test
    void offsetsCountTheByteOrderMark() {
        var error = errors("json", "\uFEFF{\"a\" 1}").getFirst();
        assertThat(error.column()).isEqualTo(7);
    }

    @Test
    void xmlReadsNothingFromElsewhere() {
        var external = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><a>&e;</a>";
        assertThat(errors("xml", external)).isEmpty();
        var bomb = new StringBuilder("<!DOCTYPE a [<!ENTITY e0 \"x\">");
        for (var i = 1; i < 40; i++) {
            bomb.append("<!ENTITY e%d \"&e%d;&e%d;\">".formatted(i, i - 1, i - 1));
        }
        assertThat(errors("xml", bomb + "]><a>&e39;</a>")).isEmpty();
        assertThat(errors("xml", "<!DOCTYPE a SYSTEM \"http://127.0.0.1:9/a.dtd\"><a>&nbsp;</a>"))
                .isEmpty();
    }

    @Test
    void streamingTextTellsNoErrors() {
        try (var document = SyntaxDocument.open(Languages.named("java").orElseThrow())) {
            document.updateStreaming("class A { int x = = 3; ");
            assertThat(document.errors()).isEmpty();
            document.update("class A { int x = = 3; ");
            assertThat(document.errors()).hasSize(2);
        }
    }

    @Test
    void errorsThatTheInputHadAreNotNew() {
        var input = errors("java", "class A { int x = = 3; }");
        var output = errors("java", "class A {\n  int y;\n  int x = = 3;\n  int z = = 4;\n}");
        assertThat(shown(SyntaxErrors.added(input, output)))
                .containsExactly("3:11 unexpected '='", "4:11 unexpected '='");
        var same = errors("java", "class A {\n  int x = = 3;\n  int z = = 4;\n}");
        assertThat(shown(SyntaxErrors.added(same, output))).isEmpty();
        assertThat(shown(SyntaxErrors.added(List.of(same.getFirst()), output))).containsExactly("4:11 unexpected '='");
    }

    @Test
    void errorsOfADoubtfulGrammarShowOnlyWhereItCouldReadTheInput() {
        var broken = errors("c", "int f( {");
        assertThat(SyntaxErrors.worthShowing(List.of(), broken)).isEqualTo(broken);
        assertThat(SyntaxErrors.worthShowing(errors("c", "MACRO(a) int f(;"), broken))
                .isEmpty();
        var trusted = errors("java", "class {");
        assertThat(SyntaxErrors.worthShowing(trusted, trusted)).isEqualTo(trusted);
    }

    private static List<SyntaxError> errors(String language, String text) {
        try (var document = SyntaxDocument.open(Languages.named(language).orElseThrow())) {
            document.update(text);
            return document.errors();
        }
    }

    private static List<String> shown(List<SyntaxError> errors) {
        return errors.stream()
                .map(e -> e.line() + ":" + e.column() + " " + e.message())
                .toList();
    }
}
