package dev.quarry.language.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.language.Language;
import dev.quarry.language.Languages;
import dev.quarry.language.Samples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ClosingTailTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            java       | class A { int f(int[               | ])}
            java       | f("a (                             | ")
            java       | f("a\\                             | \\")
            java       | a(1); // [                         | ⏎
            java       | { /* (                             | */}
            java       | { '(' + "[" /* { */                | }
            java       | s = \"""⏎ (                        | ⏎\"""
            javascript | f(`a ${b.map((c) => `${            | }`)}`)
            javascript | f(`a ${b}                          | `)
            rust       | fn f<'a>(x: &'a str) { g('{',      | )}
            python     | x = {'it': "it's                   | "}
            ruby       | class A⏎  def b(c)⏎ d if e         | ⏎end⏎end
            elixir     | def a(b), do: c(fn x -> x end,     | )
            elixir     | defmodule A do⏎ @doc \"""⏎         | ⏎\"""⏎end
            bash       | for x in a; do if true; then       | ⏎fi⏎done
            """)
    void whatIsOpenIsClosed(String language, String text, String tail) {
        var all = new ClosingTail(Languages.named(language).orElseThrow());
        assertThat(all.of(text.replace('⏎', '\n'), 0)).isEqualTo(tail.replace('⏎', '\n'));
    }

    @ParameterizedTest
    @MethodSource("dev.quarry.language.Languages#all")
    void growingTextHasTheTailOfItsWhole(Language language) {
        var text = Samples.of(language);
        var growing = new ClosingTail(language);
        for (var length = 1; length <= text.length(); length += 3) {
            var start = text.substring(0, length);
            assertThat(growing.of(start, Math.max(0, length - 3))).isEqualTo(new ClosingTail(language).of(start, 0));
        }
    }
}
