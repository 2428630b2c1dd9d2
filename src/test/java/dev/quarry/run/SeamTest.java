package dev.quarry.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeamTest {
    private static final String FENCE = "```";

    /// What a whole answer looks like: prose, a list, blocks of code whose lines all differ, characters
    /// outside of the basic plane.
    private static String answer(Random random) {
        var text = new StringBuilder("Here is the translation 🚀.\n\n");
        var line = 0;
        for (var block = 0; block < 3; block++) {
            text.append("- Step ")
                    .append(block)
                    .append(": see below\n\n")
                    .append(FENCE)
                    .append("java\n");
            for (var i = 0; i < 8; i++) {
                line++;
                text.append("    ".repeat(random.nextInt(4)));
                text.append(
                        switch (random.nextInt(4)) {
                            case 0 -> "int value" + line + " = compute" + line + "(" + random.nextInt(999) + ");\n";
                            case 1 -> "// 𝒳 line number " + line + " 😀😀\n";
                            case 2 -> "}\n";
                            default -> "\n";
                        });
            }
            text.append(FENCE).append("\n\n");
        }
        return text.append("That is all, ").append(line).append(" lines.\n").toString();
    }

    /// Characters in any order, from an alphabet so small that everything repeats.
    private static String noise(Random random) {
        var alphabet = List.of("a", "b", " ", "\n", "`", FENCE + "\n", FENCE + "java\n", "😀", "    ");
        var text = new StringBuilder();
        var size = 1 + random.nextInt(120);
        for (var i = 0; i < size; i++) {
            text.append(alphabet.get(random.nextInt(alphabet.size())));
        }
        return text.toString();
    }

    private static String join(String first, String rest, Random random) {
        var seam = new Seam(first);
        var whole = new StringBuilder(seam.base());
        for (var at = 0; at < rest.length(); ) {
            var next = Math.min(rest.length(), at + 1 + random.nextInt(12));
            whole.append(seam.take(rest.substring(at, next)));
            at = next;
        }
        return whole.append(seam.finish()).toString();
    }

    @Test
    void aModelThatRepeatsTheAnchorIsJoinedExactlyAtEveryCut() {
        var random = new Random(1);
        for (var round = 0; round < 4; round++) {
            var whole = answer(random);
            for (var cut = 1; cut <= whole.length(); cut++) {
                var seam = new Seam(whole.substring(0, cut));
                if (!seam.base().isEmpty()) {
                    var rest = seam.anchor() + whole.substring(seam.base().length());
                    assertThat(join(whole.substring(0, cut), rest, random)).isEqualTo(whole);
                }
            }
        }
    }

    @Test
    void textThatRepeatsItselfIsJoinedExactlyWhenTheModelRepeatsTheAnchor() {
        var random = new Random(2);
        for (var round = 0; round < 4_000; round++) {
            var whole = noise(random);
            var cut = 1 + random.nextInt(whole.length());
            var seam = new Seam(whole.substring(0, cut));
            var rest = seam.anchor() + whole.substring(seam.base().length());
            if (!seam.base().isEmpty()) {
                assertThat(join(whole.substring(0, cut), rest, random)).isEqualTo(whole);
            }
        }
    }

    @Test
    void anyLongerOrShorterRepetitionIsJoinedExactly() {
        var random = new Random(3);
        var joined = 0;
        for (var round = 0; round < 60; round++) {
            var whole = answer(random);
            for (var i = 0; i < 40; i++) {
                var cut = 1 + random.nextInt(whole.length());
                var overlap = random.nextInt(cut + 1);
                var repeated = whole.substring(cut - overlap, cut).strip();
                var begins = cut - overlap;
                if (repeated.replaceAll("\\s", "").length() < 12 || Character.isLowSurrogate(whole.charAt(begins))) {
                    continue; // might be chance
                }
                joined++;
                assertThat(join(whole.substring(0, cut), whole.substring(begins), random))
                        .as("cut at %d, overlap of %d", cut, overlap)
                        .isEqualTo(whole);
            }
        }
        assertThat(joined).isGreaterThan(1_500);
    }

    @Test
    void aModelThatRepeatsNothingIsJoinedExactlyAtEveryCut() {
        var random = new Random(4);
        for (var round = 0; round < 4; round++) {
            var whole = answer(random);
            for (var cut = 1; cut <= whole.length(); cut++) {
                assertThat(join(whole.substring(0, cut), whole.substring(cut), random))
                        .as("cut at %d", cut)
                        .isEqualTo(whole);
            }
        }
    }

    @Test
    void howTheContinuationIsCutIntoPiecesMakesNoDifference() {
        var random = new Random(5);
        for (var round = 0; round < 4_000; round++) {
            var first = noise(random);
            var rest = noise(random);
            var seam = new Seam(first);
            var atOnce = seam.base() + seam.take(rest) + seam.finish();
            assertThat(join(first, rest, random)).isEqualTo(atOnce);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "'Here is the rest:\n\n', ''",
        "'Continuing from where it stopped.\n', ''",
        "'', '\n'",
    })
    void aBlockThatIsOpenedAnewGoesOnInstead(String talk, String space) {
        var first = "Sure:\n\n```java\nint sum(int left, int right) {\n    return left";
        var rest = talk + "```java\n" + space + "int sum(int left, int right) {\n    return left + right;\n}\n```\n";
        assertThat(join(first, rest, new Random(6)))
                .isEqualTo("Sure:\n\n```java\nint sum(int left, int right) {\n    return left + right;\n}\n```\n");
    }

    @Test
    void aBlockThatIsOpenedAnewWithoutRepetitionGoesOnToo() {
        var first = "```java\nint a;\n";
        assertThat(join(first, "```java\nint b;\n```\n", new Random(7))).isEqualTo("```java\nint a;\nint b;\n```\n");
    }

    @Test
    void aFenceThatClosesTheBlockStays() {
        assertThat(join("```java\nint a;\n", "```\nDone.", new Random(8))).isEqualTo("```java\nint a;\n```\nDone.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"```markdown\nA text\n", "````java\nString s =\n"})
    void aFenceThatBelongsToTheTextStays(String first) {
        assertThat(join(first, "```java\nint b;\n", new Random(9))).isEqualTo(first + "```java\nint b;\n");
    }

    @Test
    void halfACharacterIsMadeWhole() {
        assertThat(join("go \uD83D", "\uDE00!", new Random(10))).isEqualTo("go 😀!");
        assertThat(join("we go on here \uD83D", "we go on here 😀!", new Random(10)))
                .isEqualTo("we go on here 😀!");
    }

    @Test
    void textIsHeldOnlyUntilItsBeginningIsClear() {
        var seam = new Seam("one two three four five six seven");
        assertThat(seam.take(" e")).isEmpty(); // could be a space that the model puts before its repetition
        assertThat(seam.take("ight nine ten")).isEqualTo(" eight nine ten");
        assertThat(seam.take(" eleven")).isEqualTo(" eleven");
    }

    @Test
    void theRequestForTheRestEndsWithAUsersTurnAndHoldsNoLooseEnd() {
        var asked = new RunRequest("m", "sys", List.of(Message.user("Go")), InferenceSettings.MODEL_DEFAULTS);
        var request = Continuation.of(asked, "```java\nint a = 1;\n  \uD83D");
        var expected = new ArrayList<>(asked.messages());
        expected.add(Message.assistant("```java\nint a = 1;"));
        assertThat(request.messages().subList(0, 2)).isEqualTo(expected);
        assertThat(request.messages().getLast().role()).isEqualTo(Message.Role.USER);
        assertThat(request.messages().getLast().text()).contains("<end>\n```java\nint a = 1;\n</end>");
        assertThat(request.system()).isEqualTo("sys");
    }

    @Test
    void tokensAndTimeAreAddedUp() {
        var first = result("```java\nint a;", new Outcome.CutOff("max_tokens"), new TokenUsage(10, 20, 1, 2));
        var rest =
                result("```java\nint a;\nint b;\n```", new Outcome.Complete("end_turn"), new TokenUsage(30, 5, 3, 4));
        assertThat(first.followedBy(rest))
                .isEqualTo(new RunResult(
                        "```java\nint a;\nint b;\n```",
                        "",
                        new Outcome.Complete("end_turn"),
                        new TokenUsage(40, 25, 4, 6),
                        "m",
                        "c",
                        2,
                        Duration.ofMillis(5),
                        Duration.ofMillis(20)));
    }

    private static RunResult result(String answer, Outcome outcome, TokenUsage usage) {
        return new RunResult(answer, "", outcome, usage, "m", "c", 1, Duration.ofMillis(5), Duration.ofMillis(10));
    }
}
