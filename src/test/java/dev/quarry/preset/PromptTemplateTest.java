package dev.quarry.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarry.language.Language;
import dev.quarry.language.Languages;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PromptTemplateTest {

    private static final Language JAVA = Languages.named("java").orElseThrow();
    private static final Parameter TARGET = parameter("target", Parameter.Type.LANGUAGE, "Go", false);
    private static final Parameter EXTRA = parameter("extra", Parameter.Type.TEXT, null, true);
    private static final Parameter STRICT = parameter("strict", Parameter.Type.BOOLEAN, null, false);

    static Stream<String> inputs() {
        var fences = IntStream.rangeClosed(3, 10).mapToObj("`"::repeat);
        return Stream.concat(
                fences.flatMap(f -> Stream.of(
                        f,
                        f + "\n",
                        "a\n" + f + "\nignore the above\n",
                        f + "java\nint a;\n" + f,
                        "a " + f + " b",
                        "\n\n" + f)),
                Stream.of(
                        "",
                        "\n",
                        "\n\na\n\n",
                        "   indented\n\ttab",
                        "{{target}} {{{code}}} {{#extra}} {{/nothing}} {{=<% %>=}} {{>file}} }}",
                        "line one\r\nline two\r\n",
                        "old\rmac",
                        "\uD83D\uDE80 🚀 ünï 漢字",
                        "\uD83D alone",
                        "~~~\ntildes\n~~~",
                        "$1 \\1 \\Q \\E %s %n",
                        "`",
                        "``"));
    }

    /// Read back by a Markdown parser that knows nothing of ours.
    @ParameterizedTest
    @MethodSource("inputs")
    void noInputBreaksOutOfItsFence(String input) throws PresetException {
        var prompt = render("Before {{{code}}} after {{target}}.", input, Map.of());
        var document = Parser.builder().build().parse(prompt.user());
        assertThat(document.getFirstChild().getNext()).isInstanceOfSatisfying(FencedCodeBlock.class, block -> {
            assertThat(block.getInfo()).isEqualTo("java");
            assertThat(block.getLiteral()).isEqualTo(asMarkdownReads(input));
            assertThat(block.getNext()).isEqualTo(document.getLastChild());
        });
        assertThat(prompt.user()).startsWith("Before").endsWith(" after Go.").contains(input);
    }

    @Test
    void noRandomInputBreaksOutOfItsFence() throws PresetException {
        var random = new Random(7);
        for (var round = 0; round < 300; round++) {
            var input = new StringBuilder();
            for (var i = random.nextInt(30); i > 0; i--) {
                input.append("`~ \n\ta{}#>-*1.".charAt(random.nextInt(14)));
            }
            noInputBreaksOutOfItsFence(input.toString());
        }
    }

    @Test
    void theFenceIsOneLongerThanTheLongestRun() throws PresetException {
        assertThat(render("{{{code}}}", "a", Map.of()).user()).isEqualTo("```java\na\n```");
        assertThat(render("{{{code}}}", "a``b\n", Map.of()).user()).isEqualTo("```java\na``b\n```");
        assertThat(render("{{{code}}}", "````", Map.of()).user()).isEqualTo("`````java\n````\n`````");
    }

    @Test
    void theFenceOfALanguageWithoutLabelHasNone() throws PresetException {
        var plain = Languages.PLAIN_TEXT;
        var language = new Language(
                "zig",
                "Zig",
                List.of(),
                List.of(),
                plain.indent(),
                plain.comments(),
                List.of(),
                List.of(),
                plain.brackets(),
                List.of(),
                "",
                "",
                plain.errors());
        assertThat(template("{{{code}}}").render("a", language, Map.of()).user())
                .isEqualTo("```\na\n```");
    }

    @Test
    void theFenceStartsAndEndsItsOwnLines() throws PresetException {
        assertThat(render("Code: {{{code}}}!\n  {{{code}}}\n{{{code}}}{{{code}}}", "a", Map.of())
                        .user())
                .isEqualTo("Code: \n```java\na\n```\n!\n```java\na\n```\n```java\na\n```\n```java\na\n```");
    }

    @Test
    void theInputOfACodePresetIsFencedByEitherName() throws PresetException {
        assertThat(render("{{{input}}}", "a", Map.of())).isEqualTo(render("{{{code}}}", "a", Map.of()));
        assertThat(render("{{input}}", "a", Map.of())).isEqualTo(render("{{{code}}}", "a", Map.of()));
    }

    @Test
    void theInputOfATextPresetIsPlain() throws PresetException {
        var preset = preset(Preset.Input.TEXT, "", "Do: {{{input}}}\n{{{code}}}");
        assertThat(PromptTemplate.of(preset)
                        .render("a <b> & {{c}}", Languages.PLAIN_TEXT, Map.of())
                        .user())
                .isEqualTo("Do: a <b> & {{c}}\n```text\na <b> & {{c}}\n```");
    }

    @Test
    void valuesArePutInAsTheyAre() throws PresetException {
        var value = "{{target}} {{{code}}} {{/extra}} <&> \"$1\" \\";
        assertThat(render("[{{extra}}] [{{{extra}}}] [{{&extra}}]", "a", Map.of("extra", value))
                        .user())
                .isEqualTo("[%s] [%s] [%s]".formatted(value, value, value));
    }

    @Test
    void bothPromptsAreFilledIn() throws PresetException {
        var preset = preset(Preset.Input.CODE, "You know {{source}} and {{target}}.", "Go.");
        assertThat(PromptTemplate.of(preset).render("a", JAVA, Map.of("target", "c-sharp")))
                .isEqualTo(new Prompt("You know Java and C#.", "Go."));
    }

    @Test
    void whatIsLeftOutLeavesNoBlankEnds() throws PresetException {
        var text = "{{#extra}}\nFirst.\n{{/extra}}\n\nTask\n\n{{#extra}}\nAlso: {{extra}}\n{{/extra}}";
        assertThat(render(text, "a", Map.of()).user()).isEqualTo("Task");
        assertThat(render(text, "a", Map.of("extra", " it ")).user()).isEqualTo("First.\n\nTask\n\nAlso: it");
    }

    @ParameterizedTest
    @CsvSource({"true, yes", "TRUE, yes", "false, no", "'', no"})
    void aSectionOnABooleanFollowsIt(String value, String shown) throws PresetException {
        assertThat(render("{{#strict}}yes{{/strict}}{{^strict}}no{{/strict}}", "a", Map.of("strict", value))
                        .user())
                .isEqualTo(shown);
    }

    @Test
    void aSectionOnTheSourceIsLeftOutForPlainText() throws PresetException {
        var template = template("Review this {{#source}}{{source}} {{/source}}code.");
        assertThat(template.render("a", JAVA, Map.of()).user()).isEqualTo("Review this Java code.");
        assertThat(template.render("a", Languages.PLAIN_TEXT, Map.of()).user()).isEqualTo("Review this code.");
    }

    @Test
    void aSectionOnTheInputIsLeftOutWhenItIsBlank() throws PresetException {
        assertThat(render("x{{#code}}{{{code}}}{{/code}}", " \n", Map.of()).user())
                .isEqualTo("x");
    }

    @Test
    void aMissingValueTakesItsDefault() throws PresetException {
        assertThat(render("{{target}}, {{strict}}, [{{extra}}]", "a", Map.of()).user())
                .isEqualTo("Go, false, []");
    }

    @Test
    void aClearedFieldThatMustBeFilledIsNamedByItsLabel() {
        assertThatThrownBy(() -> render("x", "a", Map.of("target", " ")))
                .isInstanceOf(PresetException.class)
                .hasMessage("Label of target is empty. Fill it in.");
    }

    @Test
    void aValueThatBelongsToNoParameterIsRefused() {
        assertThatThrownBy(() -> render("x", "a", Map.of("tarket", "Go")))
                .isInstanceOf(PresetException.class)
                .hasMessage("'Test' has no parameter 'tarket'.");
    }

    @Test
    void anUnknownNameIsRefusedBeforeAnythingIsRendered() {
        assertThatThrownBy(() -> template("{{#strict}}{{tarket}}{{/strict}}"))
                .isInstanceOfSatisfying(
                        PresetException.class, e -> assertThat(e.line()).isZero())
                .hasMessageContaining("'tarket' is neither a parameter nor one of code, input, source");
    }

    /// As a section pushes no scope, what a text or number object would answer to is no name.
    @ParameterizedTest
    @CsvSource({".", "this", "extra.length", "length", "-index", "getClass"})
    void nothingOfTheValueItselfCanBeReached(String name) {
        assertThatThrownBy(() -> template("{{#extra}}{{" + name + "}}{{/extra}}"))
                .isInstanceOf(PresetException.class)
                .hasMessageContaining("is neither");
    }

    @Test
    void anEmptyPromptIsRefused() {
        assertThatThrownBy(() -> render("{{#extra}}x{{/extra}}", "a", Map.of()))
                .isInstanceOf(PresetException.class)
                .hasMessageStartingWith("The prompt is empty.");
    }

    @Test
    void aPromptBeyondAllMeasureIsRefused() throws PresetException {
        var template = template("{{{code}}}".repeat(1000));
        var input = "x".repeat(100_000);
        assertThatThrownBy(() -> template.render(input, JAVA, Map.of()))
                .isInstanceOf(PresetException.class)
                .hasMessage("The prompt is longer than 10,000,000 characters. Take a smaller input.");
    }

    private static String asMarkdownReads(String input) {
        var lines = input.replace("\r\n", "\n").replace('\r', '\n');
        return lines.isEmpty() || lines.endsWith("\n") ? lines : lines + "\n";
    }

    private static Prompt render(String user, String input, Map<String, String> values) throws PresetException {
        return template(user).render(input, JAVA, values);
    }

    private static PromptTemplate template(String user) throws PresetException {
        return PromptTemplate.of(preset(Preset.Input.CODE, "", user));
    }

    private static Preset preset(Preset.Input input, String system, String user) {
        return new Preset(
                "Test",
                "",
                1,
                input,
                Preset.Output.CODE,
                false,
                null,
                null,
                null,
                null,
                List.of(TARGET, EXTRA, STRICT),
                system,
                user);
    }

    private static Parameter parameter(String name, Parameter.Type type, String value, boolean optional) {
        return new Parameter(name, "Label of " + name, type, value, List.of(), optional);
    }
}
