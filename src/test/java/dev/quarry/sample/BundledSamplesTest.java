package dev.quarry.sample;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.check.AnswerCheck;
import dev.quarry.check.CheckTools;
import dev.quarry.check.Subject;
import dev.quarry.language.Language;
import dev.quarry.language.Languages;
import dev.quarry.preset.PresetLibrary;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a sample must be to stand for the work of a good model.
class BundledSamplesTest {
    private static final Set<String> CODE_TASKS =
            Set.of("Generate", "Translate", "Write tests", "Refactor", "Document");
    private static final Pattern PLACEHOLDER = Pattern.compile(
            "(?i)\\bTODO\\b|\\bFIXME\\b|your (code|logic) here|rest of the|remains? unchanged|implementation here"
                    + "|omitted|(//|#|/\\*)\\s*\\.\\.\\.");
    private static final List<String> SEVERITIES = List.of("CRITICAL", "HIGH", "MEDIUM", "LOW");

    static Stream<Sample> all() {
        return SampleLibrary.bundled().samples().stream();
    }

    static Stream<Sample> codeTasks() {
        return all().filter(s -> CODE_TASKS.contains(s.task()));
    }

    static Stream<Sample> reviews() {
        return all().filter(s -> s.task().equals("Review"));
    }

    static Stream<Sample> suggestions() {
        return all().filter(s -> s.task().equals("Suggest improvements"));
    }

    static Stream<Sample> explanations() {
        return all().filter(s -> s.task().equals("Explain"));
    }

    static Stream<Sample> documentations() {
        return all().filter(s -> s.task().equals("Document"));
    }

    static Stream<Sample> java() {
        return all().filter(s ->
                s.language().equals("java") || outputLanguage(s).id().equals("java"));
    }

    /// What a newcomer sees first.
    @ParameterizedTest
    @MethodSource("codeTasks")
    void noCheckRefusesIt(Sample sample) throws Exception {
        var preset = PresetLibrary.load(List.of()).named(sample.task()).orElseThrow();
        var language = Languages.named(sample.language()).orElse(Languages.PLAIN_TEXT);
        var subject =
                Subject.of(preset, sample.parameters(), language, sample.input(), sample.answer(), Subject.End.WHOLE);

        assertThat(new AnswerCheck(CheckTools.none()).check(subject))
                .matches(verdict -> !verdict.failed(), "is not refused");
    }

    @Test
    void theIndexListsEveryFolder() throws Exception {
        var folder = Path.of(SampleLibrary.class
                        .getResource("/dev/quarry/samples/index")
                        .toURI())
                .getParent();
        try (var entries = Files.list(folder)) {
            var folders = entries.filter(Files::isDirectory)
                    .map(f -> f.getFileName().toString())
                    .toList();

            assertThat(all().map(Sample::id)).containsExactlyInAnyOrderElementsOf(folders);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void languagesAreOnesWeKnow(Sample sample) {
        var known = Stream.concat(Languages.all().stream(), Stream.of(Languages.PLAIN_TEXT))
                .map(Language::id)
                .collect(toSet());

        assertThat(known).contains(sample.language());
    }

    @ParameterizedTest
    @MethodSource("all")
    void inputsAreAsLongAsRealWorkAndNoLonger(Sample sample) {
        var shortest = sample.task().equals("Generate") ? 10 : 25;

        assertThat(sample.input().lines().count()).isBetween((long) shortest, 75L);
        assertThat(sample.input()).doesNotContain("\r", "\t").doesNotEndWith("\n");
    }

    @ParameterizedTest
    @MethodSource("codeTasks")
    void codeTasksAreAnsweredWithOneClosedFenceAndShortNotes(Sample sample) {
        var lines = sample.answer().lines().toList();
        var fences = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).startsWith("```"))
                .boxed()
                .toList();

        assertThat(fences).hasSize(2).startsWith(0);
        assertThat(Languages.ofFence(lines.getFirst().substring(3))).contains(outputLanguage(sample));
        assertThat(lines.get(fences.getLast())).isEqualTo("```");
        var notes = lines.subList(fences.getLast() + 1, lines.size()).stream()
                .filter(line -> !line.isEmpty())
                .toList();
        assertThat(notes).hasSizeBetween(1, 5).allMatch(line -> line.startsWith("- "));
    }

    @ParameterizedTest
    @MethodSource("all")
    void nothingIsLeftOut(Sample sample) {
        assertThat(sample.input()).doesNotContainPattern(PLACEHOLDER);
        if (CODE_TASKS.contains(sample.task())) {
            assertThat(code(sample)).doesNotContainPattern(PLACEHOLDER);
        }
    }

    @ParameterizedTest
    @MethodSource("documentations")
    void documentedCodeIsUnchangedCode(Sample sample) {
        assertThat(withoutComments(code(sample))).isEqualTo(withoutComments(sample.input()));
        assertThat(code(sample)).isNotEqualTo(sample.input());
    }

    @ParameterizedTest
    @MethodSource("reviews")
    void findingsHaveAPlaceAndComeWorstFirst(Sample sample) {
        var headings = matches(
                "(?m)^### (\\d+)\\. (\\w+) · [\\w ]+ · line (\\d+), `(\\w+)`\n- \\*\\*Problem:\\*\\* .+\n- \\*\\*Fix:\\*\\* ",
                sample.answer());

        assertThat(sample.answer()).startsWith("## Summary\n").contains("\n## Findings\n### 1. ");
        assertThat(headings).hasSizeGreaterThan(4).hasSameSizeAs(matches("(?m)^### ", sample.answer()));
        var input = sample.input().lines().toList();
        for (var i = 0; i < headings.size(); i++) {
            assertThat(headings.get(i).group(1)).isEqualTo(String.valueOf(i + 1));
            var line = Integer.parseInt(headings.get(i).group(3));
            assertThat(nameAt(input, line, headings.get(i).group(4))).isTrue();
        }
        assertThat(headings.stream().map(h -> SEVERITIES.indexOf(h.group(2))).toList())
                .doesNotContain(-1)
                .isSorted();
    }

    @ParameterizedTest
    @MethodSource("suggestions")
    void suggestionsSayWhereWhyHowAndHowMuch(Sample sample) {
        var suggestions = matches(
                "(?ms)^### \\d+\\. [^\n]+\n- \\*\\*Where:\\*\\* line (\\d+), `(\\w+)`[^\n]*\n- \\*\\*Why:\\*\\* "
                        + "[^\n]+\n- \\*\\*How:\\*\\* .+?\n- \\*\\*Effort:\\*\\* (small|medium|large)",
                sample.answer());

        assertThat(suggestions).hasSizeBetween(3, 7).hasSameSizeAs(matches("(?m)^### ", sample.answer()));
        var input = sample.input().lines().toList();
        assertThat(suggestions).allMatch(s -> nameAt(input, Integer.parseInt(s.group(1)), s.group(2)));
        assertThat(sample.answer().lines().toList().getLast()).startsWith("Start with ");
    }

    @ParameterizedTest
    @MethodSource("explanations")
    void explanationsGoFromShortToLong(Sample sample) {
        assertThat(matches("(?m)^## (.+)$", sample.answer()))
                .extracting(m -> m.group(1))
                .containsExactly("In short", "How it works", "Worth knowing");
    }

    @ParameterizedTest
    @MethodSource("java")
    void javaCompilesWithoutAWarning(Sample sample, @TempDir Path classes) throws IOException {
        if (sample.language().equals("java")) {
            assertThat(compile(sample.input(), classes)).isEmpty();
        }
        if (CODE_TASKS.contains(sample.task()) && outputLanguage(sample).id().equals("java")) {
            assertThat(compile(code(sample), classes)).isEmpty();
        }
    }

    @Test
    void everyAnswerArrivesByteForByte() throws Exception {
        var script =
                all().map(s -> new Exchange(s.task(), s.input(), s.answer())).toList();
        try (var endpoint = SampleEndpoint.start(script, Pace.AT_ONCE);
                var client = new WireClient(endpoint.uri())) {
            for (var exchange : script) {
                var frames = WireClient.frames(client.ask(exchange.system(), exchange.user()));

                assertThat(WireClient.text(frames)).isEqualTo(exchange.answer());
            }
        }
    }

    private static Language outputLanguage(Sample sample) {
        var parameters = sample.parameters();
        var named = parameters.getOrDefault("target", parameters.getOrDefault("language", sample.language()));
        return Languages.named(named).orElse(Languages.PLAIN_TEXT);
    }

    /// What stands in the first fence.
    private static String code(Sample sample) {
        var lines = sample.answer().lines().skip(1).takeWhile(line -> !line.equals("```"));
        return String.join("\n", lines.toList());
    }

    private static List<String> withoutComments(String code) {
        return code.lines()
                .filter(line -> !line.strip().matches("(/\\*\\*|\\*|//).*|"))
                .toList();
    }

    /// Whether the name stands in that line or in the definition the line belongs to: the nearest earlier line that
    /// is indented less than all lines between names it.
    private static boolean nameAt(List<String> lines, int line, String name) {
        var indent = Integer.MAX_VALUE;
        for (var i = line - 1; i >= 0; i--) {
            var text = lines.get(i);
            var here = text.length() - text.stripLeading().length();
            if (!text.isBlank() && here <= indent) {
                indent = here;
                if (text.matches(".*\\b" + name + "\\b.*")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<MatchResult> matches(String regex, String text) {
        return Pattern.compile(regex).matcher(text).results().toList();
    }

    private static String compile(String code, Path classes) throws IOException {
        var name = matches("public (?:final )?class (\\w+)", code).getFirst().group(1);
        var source = new SimpleJavaFileObject(URI.create("memory:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return code;
            }
        };
        var messages = new StringWriter();
        var options =
                List.of("-d", classes.toString(), "-cp", classes.toString(), "-proc:none", "-Xlint:all", "-Werror");
        ToolProvider.getSystemJavaCompiler()
                .getTask(messages, null, null, options, null, List.of(source))
                .call();
        return messages.toString();
    }
}
