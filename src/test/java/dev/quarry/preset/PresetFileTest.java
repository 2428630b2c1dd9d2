package dev.quarry.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PresetFileTest {

    private static final String TRANSLATE = """
            ---
            name: Translate
            description: Convert code from one language to another
            order: 30
            input: code              # code | text
            output: code
            outputLanguage: target
            temperature: 0.1
            maxTokens: 4096
            model: anthropic.claude-sonnet
            parameters:
              - {name: target, label: Target language, type: language, default: Go}
              - {name: depth, label: Depth, type: number, default: 3}
              - {name: style, label: Style, type: choice, choices: [Plain, Fancy], default: Plain}
              - {name: strict, label: Strict, type: boolean, default: true}
              - {name: extra, label: Extra instructions, type: multiline, optional: true}
            ---

            # System

            You know {{target}}.

            # User
            Convert from {{source}}:

            {{{code}}}
            """;

    /// Small, and right but for the `{{…}}` of each test.
    private static final String SMALL = """
            ---
            name: Small
            parameters:
              - name: target
                type: language
            ---
            # User
            To {{target}}: {{{code}}}
            """;

    @Test
    void aWholeFileIsRead() throws PresetException {
        assertThat(PresetFile.read(TRANSLATE))
                .isEqualTo(new Preset(
                        "Translate",
                        "Convert code from one language to another",
                        30,
                        Preset.Input.CODE,
                        Preset.Output.CODE,
                        false,
                        "target",
                        0.1,
                        4096,
                        "anthropic.claude-sonnet",
                        List.of(
                                new Parameter(
                                        "target", "Target language", Parameter.Type.LANGUAGE, "Go", List.of(), false),
                                new Parameter("depth", "Depth", Parameter.Type.NUMBER, "3", List.of(), false),
                                new Parameter(
                                        "style",
                                        "Style",
                                        Parameter.Type.CHOICE,
                                        "Plain",
                                        List.of("Plain", "Fancy"),
                                        false),
                                new Parameter("strict", "Strict", Parameter.Type.BOOLEAN, "true", List.of(), false),
                                new Parameter(
                                        "extra",
                                        "Extra instructions",
                                        Parameter.Type.MULTILINE,
                                        null,
                                        List.of(),
                                        true)),
                        "You know {{target}}.",
                        "Convert from {{source}}:\n\n{{{code}}}"));
    }

    @Test
    void whatIsNotSaidTakesItsDefault() throws PresetException {
        assertThat(PresetFile.read("---\nname: Bare\n---\n# User\nHello"))
                .isEqualTo(new Preset(
                        "Bare",
                        "",
                        Preset.DEFAULT_ORDER,
                        Preset.Input.CODE,
                        Preset.Output.MARKDOWN,
                        false,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        "",
                        "Hello"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\r"})
    void lineEndsOfAnySystemReadTheSame(String lineEnd) throws PresetException {
        assertThat(PresetFile.read("\uFEFF" + TRANSLATE.replace("\n", lineEnd))).isEqualTo(PresetFile.read(TRANSLATE));
    }

    @Test
    void otherHeadingsBelongToThePrompt() throws PresetException {
        var preset = PresetFile.read("---\nname: A\n---\n# System\n# Rules\n## User\n# User\n# Task\n---\nx");
        assertThat(preset.systemTemplate()).isEqualTo("# Rules\n## User");
        assertThat(preset.userTemplate()).isEqualTo("# Task\n---\nx");
    }

    @Test
    void aBackslashKeepsALineFromBeingAHeading() throws PresetException {
        var preset = PresetFile.read("---\nname: A\n---\n# User\na\n\\# System\n\\\\# User\nb");
        assertThat(preset.userTemplate()).isEqualTo("a\n# System\n\\# User\nb");
    }

    /// Each row: what is replaced in the good file, by what, the line and a part of the sentence.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '§', commentCharacter = '¶', textBlock = """
            name: Translate↵                 |                                  |  2 | has no name
            name: Translate                    | name:                            |  2 | 'name' has no value
            name: Translate                    | name: 42                         |  2 | 'name' must be text
            name: Translate                    | name: [a]                        |  2 | 'name' must be a single value
            name: Translate                    | name: ''                         |  2 | 'name' has no value
            name: Translate                    | name: "a\\nb"                  |  2 | 'name' must be one line
            description: Convert code          | name: Convert code               |  3 | 'name' is given twice
            description:                       | descripton:                      |  3 | 'descripton' is not known in the front matter. Known are: name, description,
            order: 30                          | order: -1                        |  4 | 'order' must be a whole number of at least 0
            order: 30                          | order: 1.5                       |  4 | 'order' must be a whole number
            order: 30                          | order: 99999999999               |  4 | 'order' must be a whole number
            input: code                        | input: file                      |  5 | 'input' must be one of: code, text
            output: code                       | output: Code                     |  6 | 'output' must be one of: code, markdown, findings
            output: code                       | output: text↵replacesInput: yes | 6 | 'output' must be one of
            order: 30                          | replacesInput: yes               |  4 | 'replacesInput' must be true or false
            output: code                       | output: markdown↵replacesInput: true | 7 | 'replacesInput' needs 'output: code'
            outputLanguage: target             | outputLanguage: extra            |  7 | 'outputLanguage' must be the name of a parameter
            outputLanguage: target             | outputLanguage: nobody           |  7 | 'outputLanguage' must be the name of a parameter
            temperature: 0.1                   | temperature: 1.1                 |  8 | 'temperature' must be a number from 0 to 1
            temperature: 0.1                   | temperature: -0.1                |  8 | 'temperature' must be a number from 0 to 1
            temperature: 0.1                   | temperature: warm                |  8 | 'temperature' must be a number from 0 to 1
            temperature: 0.1                   | temperature: .nan                |  8 | 'temperature' must be a number from 0 to 1
            temperature: 0.1                   | temperature: '0.1'               |  8 | 'temperature' must be a number from 0 to 1
            temperature: 0.1                   | temperature: 0b1                 |  8 | 'temperature' must be a number
            maxTokens: 4096                    | maxTokens: 0                     |  9 | 'maxTokens' must be a whole number of at least 1
            maxTokens: 4096                    | maxTokens: many                  |  9 | 'maxTokens' must be a whole number of at least 1
            maxTokens: 4096                    | maxTokens: {a: 1}                |  9 | 'maxTokens' must be a single value
            model: anthropic.claude-sonnet     | model: true                      | 10 | 'model' must be text
            {name: target,                     | {title: x, name: target,         | 12 | 'title' is not known in a parameter. Known are: name, label,
            - {name: target                    | - target↵  - {name: target     | 12 | A parameter is written like
            {name: target,                     | {                                | 12 | 'name' is missing in a parameter
            {name: target,                     | {name: 2nd,                      | 12 | 'name' of a parameter is a letter, then
            {name: target,                     | {name: "tar get",                | 12 | 'name' of a parameter is a letter, then
            {name: target,                     | {name: code,                     | 12 | 'name' cannot be 'code'
            type: language                     | type: tongue                     | 12 | 'type' must be one of: text, multiline, choice, language, number, boolean
            default: Go                        | default: Klingon                 | 12 | The default does not fit. Target language must be the name of a language
            default: Go                        | default: [Go]                    | 12 | 'default' must be a single value
            default: Go                        | choices: [Go]                    | 12 | 'choices' is for a parameter with 'type: choice'
            name: depth                        | name: Target                     | 13 | 'name' is that of another parameter too
            default: 3                         | default: three                   | 13 | Depth must be a number
            default: Plain                     | default: Loud                    | 14 | The default does not fit. Style must be one of: Plain, Fancy.
            choices: [Plain, Fancy],           |                                  | 14 | 'choices' must list at least one choice
            [Plain, Fancy]                     | []                               | 14 | 'choices' must list at least one choice
            [Plain, Fancy]                     | [Plain, plain]                   | 14 | The choice 'plain' is given twice
            [Plain, Fancy]                     | [Plain, {a: b}]                  | 14 | A choice must be one line of text
            [Plain, Fancy]                     | [Plain, ' ']                     | 14 | A choice must be one line of text
            default: true                      | default: maybe                   | 15 | The default does not fit. Strict must be true or false.
            optional: true                     | optional: sure                   | 16 | 'optional' must be true or false
            Translate                          | a: b                             |  2 | The front matter is not valid YAML: mapping values are not allowed here
            order: 30                          | ⇥order: 30                     |  4 | The front matter is not valid YAML
            order: 30                          | order: "30                       |  4 | The front matter is not valid YAML
            order: 30                          | order: *a                        |  4 | Aliases (*) are not allowed
            order: 30                          | order: !!int 30                  |  4 | Tags (!) are not allowed
            order: 30                          | order: !!javax.script.ScriptEngineManager [] | 4 | Tags (!) are not allowed
            order: 30                          | order: [[[[[[[[[[[[1]]]]]]]]]]]] |  4 | nested too deeply
            order: 30                          | ...↵x: y                       |  5 | The front matter
            # System                           | Hello↵# System                 | 19 | After the front matter comes '# System' or '# User'
            You know {{target}}.               | # System                         | 21 | The section '# System' is there twice
            {{{code}}}                         | # User                           | 26 | The section '# User' is there twice
            {{{code}}}                         | # System                         | 26 | The section '# System' is there twice
            # User                             | # Users                          | 27 | The section '# User' is missing
            You know {{target}}.               | You know {{tongue}}.             | 21 | 'tongue' is neither a parameter nor one of code, input, source.
            You know {{target}}.               | You know↵{{#tongue}}x{{/tongue}}.| 22 | 'tongue' is neither
            {{{code}}}                         | {{{code.size}}}                  | 26 | 'code.size' is neither
            {{{code}}}                         | {{{code}}                        | 26 | The prompt is not a valid template: Invalid triple-mustache tag
            {{{code}}}                         | {{#extra}}↵{{{code}}}          | 26 | The prompt is not a valid template: Section missing close tag 'extra'
            {{{code}}}                         | {{{code}}}↵{{/extra}}          | 27 | The prompt is not a valid template: Section close tag with no open tag 'extra'
            {{{code}}}                         | {{{code}}}↵for {{target        | 27 | The tag '{{target' has no end
            {{{code}}}                         | {{target} {{{code}}}             | 26 | The tag '{{target}' has no end
            {{{code}}}                         | {{}}                             | 26 | The prompt has a tag with nothing in it
            {{{code}}}                         | {{ # }}                          | 26 | The prompt is not a valid template
            {{{code}}}                         | {{>other}}                       | 26 | A prompt cannot take in another file: '{{>other}}'.
            {{{code}}}                         | {{<other}}{{/other}}             | 26 | A prompt cannot take in another file
            {{{code}}}                         | {{$block}}x{{/block}}            | 26 | A prompt cannot take in another file
            {{{code}}}                         | {{=<% %}}                        | 24 | The prompt is not a valid template: Invalid delimiter configuration
            """)
    void aBrokenFileSaysWhatIsWrongAndWhere(String good, String bad, int line, String sentence) {
        var was = good.replace("↵", "\n");
        assertThat(TRANSLATE).contains(was);
        var at = was.equals("# User") || !was.startsWith("{{{") ? TRANSLATE.indexOf(was) : TRANSLATE.lastIndexOf(was);
        var text = TRANSLATE.substring(0, at)
                + (bad == null ? "" : bad.replace("↵", "\n").replace("⇥", "\t"))
                + TRANSLATE.substring(at + was.length());
        var e = catchThrowableOfType(PresetException.class, () -> PresetFile.read(text));
        assertThat(e).as(text).isNotNull();
        assertThat(e.sentence()).contains(sentence);
        assertThat(e.line()).as(e.sentence()).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '§', commentCharacter = '¶', textBlock = """
            §§                                  | 1 | starts with a line '---'
            # User↵x                          | 1 | starts with a line '---'
            ---↵name: A                       | 1 | The front matter has no end
            ---↵---↵# User↵x              | 2 | must be made of lines such as
            ---↵- name↵---↵# User↵x     | 2 | must be made of lines such as
            ---↵name: A↵parameters: x↵---↵# User↵x | 3 | 'parameters' must be a list
            ---↵name: A↵---                 | 3 | The section '# User' is missing
            ---↵name: A↵---↵# System↵x  | 5 | The section '# User' is missing
            ---↵name: A↵---↵# User↵ ↵ | 4 | The section '# User' is empty
            ---↵name: A↵---↵# User↵x↵# System↵y | 6 | '# System' comes before '# User'
            """)
    void aFileWithoutItsPartsSaysWhichOneIsMissing(String text, int line, String sentence) {
        var e = catchThrowableOfType(PresetException.class, () -> PresetFile.read(text.replace("↵", "\n")));
        assertThat(e.sentence()).contains(sentence);
        assertThat(e.line()).isEqualTo(line);
    }

    @Test
    void anAliasBombIsRefusedBeforeItGrows() {
        var bomb = new StringBuilder("---\na0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9)));
        }
        assertThatThrownBy(() -> PresetFile.read(bomb + "---\n# User\nx"))
                .isInstanceOf(PresetException.class)
                .hasMessageContaining("Aliases");
    }

    @Test
    void nestingWithoutEndIsRefused() {
        assertThatThrownBy(() -> PresetFile.read("---\nname: " + "[".repeat(200_000) + "\n---\n# User\nx"))
                .isInstanceOf(PresetException.class);
        assertThatThrownBy(() -> PresetFile.read(
                        "---\nname: A\n---\n# User\n" + "{{#code}}".repeat(12_000) + "{{/code}}".repeat(12_000)))
                .isInstanceOf(PresetException.class)
                .hasMessageContaining("more than 200 sections");
    }

    @Test
    void otherDelimitersLeaveBracesAlone() throws Exception {
        var preset =
                PresetFile.read(SMALL.replace("To {{target}}: {{{code}}}", "{{=<% %>=}}\nVue: {{ x }} <%target%>"));
        assertThat(PromptTemplate.of(preset)).isNotNull();
    }

    @Test
    void aFileThatIsNotUtf8NamesTheLine(@TempDir Path folder) throws IOException {
        var file = Files.write(folder.resolve("a.md"), "---\nname: Prüfen\n---".getBytes(StandardCharsets.ISO_8859_1));
        var e = catchThrowableOfType(PresetException.class, () -> PresetFile.read(file));
        assertThat(e).hasMessageContaining("not UTF-8");
        assertThat(e.line()).isEqualTo(2);
    }

    @Test
    void aFileThatIsTooLargeIsRefused(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("a.md"), SMALL + "x".repeat(PresetFile.MAX_BYTES));
        assertThatThrownBy(() -> PresetFile.read(file))
                .isInstanceOf(PresetException.class)
                .hasMessageContaining("256 kB");
        assertThatThrownBy(() -> PresetFile.read("x".repeat(PresetFile.MAX_BYTES + 1)))
                .isInstanceOf(PresetException.class)
                .hasMessageContaining("256 kB");
    }

    @Test
    void aFileIsReadAsUtf8(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("a.md"), SMALL.replace("Small", "Prüfen 🚀"));
        assertThat(PresetFile.read(file).name()).isEqualTo("Prüfen 🚀");
    }

    @Test
    void aMissingFileIsAnIoException(@TempDir Path folder) {
        assertThatThrownBy(() -> PresetFile.read(folder.resolve("none.md"))).isInstanceOf(IOException.class);
    }
}
