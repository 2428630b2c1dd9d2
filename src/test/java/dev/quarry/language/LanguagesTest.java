package dev.quarry.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

    @Test
    void tableHoldsEveryLanguageThatIsAsked() {
        assertThat(Languages.all())
                .extracting(Language::name)
                .contains(
                        "Java",
                        "Python",
                        "JavaScript",
                        "TypeScript",
                        "TSX",
                        "Go",
                        "Rust",
                        "C",
                        "C++",
                        "C#",
                        "Kotlin",
                        "Swift",
                        "Ruby",
                        "PHP",
                        "Scala",
                        "SQL",
                        "Bash",
                        "HTML",
                        "CSS",
                        "JSON",
                        "YAML",
                        "TOML",
                        "XML",
                        "Markdown",
                        "Dart",
                        "Lua",
                        "R",
                        "Haskell",
                        "Elixir",
                        "Dockerfile",
                        "HCL",
                        "COBOL",
                        "Perl");
    }

    @Test
    void noTwoLanguagesShareAnIdentifierExtensionOrLabel() {
        assertThat(Languages.all()).extracting(Language::id).doesNotHaveDuplicates();
        assertDistinct(Languages.all().stream().map(Language::extensions).toList());
        assertDistinct(Languages.all().stream().map(Language::fenceLabels).toList());
    }

    @Test
    void bracketsComeInPairs() {
        assertThat(Languages.all()).allMatch(l -> l.brackets().length() % 2 == 0);
    }

    @ParameterizedTest
    @CsvSource({"Main.java, java", "a/b/App.TSX, tsx", "x.tf, hcl", "pom.xml, xml", "Dockerfile, dockerfile"})
    void fileNameTellsTheLanguage(String file, String id) {
        assertThat(Languages.ofFileName(file)).get().extracting(Language::id).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({"C#, c-sharp", "c++, cpp", "golang, go", "PYTHON, python"})
    void nameAndLabelFindALanguage(String name, String id) {
        assertThat(Languages.named(name)).get().extracting(Language::id).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({"go, '\t'", "java, '    '", "ruby, '  '"})
    void indentIsThatOfTheCommunity(String id, String indent) {
        assertThat(Languages.named(id)).get().extracting(Language::indent).isEqualTo(indent);
    }

    @Test
    void commentMarksAreKnown() {
        assertThat(Languages.named("java").orElseThrow().comments()).isEqualTo(new CommentMarks("//", "/*", "*/"));
        assertThat(Languages.named("html").orElseThrow().comments()).isEqualTo(new CommentMarks("", "<!--", "-->"));
    }

    private static void assertDistinct(List<List<String>> groups) {
        var all = new HashSet<String>();
        assertThat(groups.stream().flatMap(List::stream)).allMatch(all::add);
    }
}
