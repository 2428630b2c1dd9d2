package dev.quarry.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarry.language.Languages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PresetImportTest {

    @TempDir
    Path folder;

    private PresetImport.Imported imported(String name, String text) throws IOException, PresetException {
        return PresetImport.read(Files.writeString(folder.resolve(name), text));
    }

    private static Prompt asked(Preset preset, Map<String, String> values) throws PresetException {
        return PromptTemplate.of(preset)
                .render("a = 1", Languages.named("python").orElseThrow(), values);
    }

    @Test
    void aPromptFileOfVsCodeBecomesAPreset() throws IOException, PresetException {
        var imported = imported("react-form.prompt.md", """
                ---
                agent: 'agent'
                model: Claude Sonnet 4.5
                tools: ['search/codebase']
                description: 'Generate a React form'
                ---
                Make a form called ${input:formName:Name of the form}, like ${selection}.
                It goes to ${workspaceFolder}. Use `{{ braces }}` in JSX.
                """);
        var preset = imported.preset();
        assertThat(preset.name()).isEqualTo("react-form");
        assertThat(preset.description()).isEqualTo("Generate a React form");
        assertThat(preset.model()).isNull();
        assertThat(preset.parameters())
                .containsExactly(
                        new Parameter("formName", "Name of the form", Parameter.Type.TEXT, null, List.of(), true));
        assertThat(imported.notes())
                .hasSize(4)
                .anyMatch(n -> n.contains("${workspaceFolder}"))
                .anyMatch(n -> n.contains("tools"));
        assertThat(asked(preset, Map.of("formName", "Login")).user()).isEqualTo("""
                Make a form called Login, like\s
                ```python
                a = 1
                ```
                .
                It goes to ${workspaceFolder}. Use `{{ braces }}` in JSX.""");
    }

    @Test
    void aTemplateOfLlmBecomesAPreset() throws IOException, PresetException {
        var imported = imported("steampunk.yaml", """
                model: gpt-4o
                system: You speak like ${who}.
                prompt: |
                  Explain for $$5 in $count sentences:
                  $input
                defaults:
                  count: 3
                  who: an engineer
                options:
                  temperature: 0.8
                  max_tokens: 900
                extract: true
                """);
        var preset = imported.preset();
        assertThat(preset.name()).isEqualTo("steampunk");
        assertThat(preset.output()).isEqualTo(Preset.Output.CODE);
        assertThat(preset.temperature()).isEqualTo(0.8);
        assertThat(preset.maxTokens()).isEqualTo(900);
        assertThat(imported.notes()).singleElement().asString().contains("not pinned");
        assertThat(asked(preset, Map.of("count", "2")))
                .isEqualTo(new Prompt(
                        "You speak like an engineer.", "Explain for $5 in 2 sentences:\n```python\na = 1\n```"));
    }

    @Test
    void anLlmTemplateOfASystemPromptAloneSendsTheInput() throws IOException, PresetException {
        var preset = imported("summary.yaml", "system: Summarize this\n").preset();
        assertThat(asked(preset, Map.of())).isEqualTo(new Prompt("Summarize this", "```python\na = 1\n```"));
    }

    @Test
    void aMarkdownPromptOfContinueBecomesAPreset() throws IOException, PresetException {
        var preset = imported("supabase.md", """
                ---
                name: Create functions
                description: Guidelines
                invokable: true
                ---

                # Database: Create functions

                You write functions.
                """).preset();
        assertThat(preset.name()).isEqualTo("Create functions");
        assertThat(preset.userTemplate()).isEqualTo("""
                # Database: Create functions

                You write functions.

                {{{code}}}""");
    }

    @Test
    void aPromptFileOfContinueBecomesAPreset() throws IOException, PresetException {
        var imported = imported("tests.prompt", """
                temperature: 0.5
                description: Write tests
                ---
                <system>
                You test in {{ framework }}.
                </system>
                Look at @README.md and test: {{{ input }}} {{{ ./a.ts }}}
                """);
        var preset = imported.preset();
        assertThat(preset.name()).isEqualTo("tests");
        assertThat(preset.temperature()).isEqualTo(0.5);
        assertThat(asked(preset, Map.of("framework", "pytest")).system()).isEqualTo("You test in pytest.");
        assertThat(asked(preset, Map.of()).user()).contains("a = 1", "{{{ ./a.ts }}}");
        assertThat(imported.notes()).hasSize(2);
    }

    @Test
    void aPresetOfOursIsTakenAsItIs() throws IOException, PresetException {
        var text = "---\nname: Mine\n---\n# User\nDo {{{code}}}\n";
        assertThat(imported("mine.md", text).preset()).isEqualTo(PresetFile.read(text));
    }

    @Test
    void whatIsInTheFileIsNeverReadAsATemplateOfOurs() throws IOException, PresetException {
        var preset = imported("sneaky.prompt.md", "{{>secrets}} {{=<% %>=}} <%x%> ${input:a b!}")
                .preset();
        assertThat(asked(preset, Map.of("a_b_", "7")).user()).startsWith("{{>secrets}} {{=<% %>=}} <%x%> 7");
    }

    @Test
    void aFileThatCannotBeImportedSaysWhyAndWhere() {
        assertThatThrownBy(() -> imported("a.prompt.md", "---\nname: a: b\n---\nhi"))
                .isInstanceOfSatisfying(
                        PresetException.class, e -> assertThat(e.line()).isEqualTo(2));
        assertThatThrownBy(() -> imported("a.yaml", "a: &x [1]\nb: *x\n")).hasMessageContaining("Aliases");
        assertThatThrownBy(() -> imported("a.yaml", "model: x\n")).hasMessageContaining("neither a prompt");
        assertThatThrownBy(() -> imported("a.txt", "x")).hasMessageContaining("can be imported from");
        assertThatThrownBy(() -> PresetImport.read(Files.write(folder.resolve("b.prompt"), new byte[] {(byte) 0xff})))
                .hasMessageContaining("not UTF-8");
    }
}
