package dev.quarry.sample;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SampleLibraryTest {
    private static final String PROPERTIES =
            "title=A title\ntask=Review\nlanguage=c\ninput=main.c\nparameter.focus=Security\nparameter.extra=\n";

    private final Map<String, String> files = new HashMap<>();

    @BeforeEach
    void oneGoodSample() {
        files.put("index", "review-c\n");
        files.put("review-c/sample.properties", PROPERTIES);
        files.put("review-c/main.c", "int main(void)\n{\n}\n");
        files.put("review-c/answer.md", "## Summary\nShort.\n");
    }

    @Test
    void aFolderIsASample() throws IOException {
        var sample = new Sample(
                "review-c",
                "A title",
                "Review",
                "c",
                Map.of("focus", "Security", "extra", ""),
                "int main(void)\n{\n}",
                "## Summary\nShort.");

        assertThat(read().samples()).containsExactly(sample);
        assertThat(read().opening()).isEqualTo(sample);
        assertThat(read().withId("review-c")).contains(sample);
        assertThat(read().withId("review-d")).isEmpty();
    }

    @Test
    void lineEndsOfACheckoutDoNotMatter() throws IOException {
        var unix = read().samples();
        files.replaceAll((_, text) -> text.replace("\n", "\r\n"));

        assertThat(read().samples()).isEqualTo(unix);
    }

    @Test
    void samplesKeepTheOrderOfTheIndex() throws IOException {
        files.put("index", "z\n\na\n");
        for (var id : new String[] {"z", "a"}) {
            files.put(id + "/sample.properties", PROPERTIES);
            files.put(id + "/main.c", "int x;");
            files.put(id + "/answer.md", "Short.");
        }

        assertThat(read().samples()).extracting(Sample::id).containsExactly("z", "a");
    }

    @Test
    void aMissingKeyIsNamedWithItsFile() {
        files.put("review-c/sample.properties", PROPERTIES.replace("task=Review", "task="));

        assertBroken("review-c/sample.properties: has no task");
    }

    @Test
    void anUnknownKeyIsNamedWithItsFile() {
        files.put("review-c/sample.properties", PROPERTIES + "langauge=c\n");

        assertBroken("review-c/sample.properties: unknown key [langauge]");
    }

    @Test
    void propertiesThatDoNotParseNameTheirFile() {
        files.put("review-c/sample.properties", PROPERTIES + "title=\\u12\n");

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(this::read)
                .withMessageStartingWith("review-c/sample.properties: ");
    }

    @Test
    void aMissingFileIsNamed() {
        files.remove("review-c/main.c");

        assertBroken("review-c/main.c");
    }

    @Test
    void anEmptyAnswerIsNoAnswer() {
        files.put("review-c/answer.md", "\n\n");

        assertBroken("review-c/answer.md: is empty");
    }

    @Test
    void noSampleIsListedTwice() {
        files.put("index", "review-c\nreview-c\n");

        assertBroken("index: review-c is listed twice");
    }

    @Test
    void anEmptyIndexIsAMistake() {
        files.put("index", "\n");

        assertBroken("index: lists no sample");
    }

    @Test
    void theBundledSamplesCoverEveryTaskAndManyLanguages() {
        var samples = SampleLibrary.bundled().samples();

        assertThat(samples.stream().map(Sample::task).collect(toSet()))
                .containsExactlyInAnyOrder(
                        "Generate",
                        "Review",
                        "Translate",
                        "Write tests",
                        "Refactor",
                        "Document",
                        "Explain",
                        "Suggest improvements");
        assertThat(samples.stream()
                        .map(Sample::language)
                        .filter(l -> !l.equals("text"))
                        .collect(toSet()))
                .hasSizeGreaterThanOrEqualTo(6);
        assertThat(samples).hasSizeGreaterThanOrEqualTo(8);
    }

    @Test
    void theOpeningSampleTranslatesPythonToGo() {
        var opening = SampleLibrary.bundled().opening();

        assertThat(opening.task()).isEqualTo("Translate");
        assertThat(opening.language()).isEqualTo("python");
        assertThat(opening.parameters()).isEqualTo(Map.of("target", "Go"));
    }

    private void assertBroken(String message) {
        assertThatExceptionOfType(IOException.class).isThrownBy(this::read).withMessage(message);
    }

    private SampleLibrary read() throws IOException {
        return SampleLibrary.read(name -> {
            var text = files.get(name);
            if (text == null) {
                throw new FileNotFoundException(name);
            }
            return text;
        });
    }
}
