package dev.quarry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quarry.bedrock.Script;
import dev.quarry.run.Access;
import dev.quarry.run.ConnectionOptions;
import dev.quarry.secret.Placeholders;
import dev.quarry.settings.SavedConnections;
import dev.quarry.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// `quarry run` end to end in this process: arguments and pipes on one side, an endpoint on loopback on the
/// other.
@Timeout(60)
class RunCommandTest {

    @TempDir
    Path folder;

    private CommandLineSession session;

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void theAnswerStreamsToStandardOutputAndAllElseToStandardError() throws Exception {
        open(answer("Hel", "lo"));
        assertThat(session.typing("class A {}").run("run", "echo", "--language", "java"))
                .isZero();
        assertThat(session.out()).isEqualTo("Hello\n");
        assertThat(session.err()).isEqualToNormalizingNewlines("""
                        Fault endpoint · qwen.qwen3-coder-30b-a3b-v1:0
                        Complete.
                        11 tokens in, 22 out, TIME
                        Cost: <$0.0001 (prices of 2026-09-22).
                        """.replace(
                        "TIME", session.err().replaceAll("(?s).*out, (.*? s).*", "$1")));
    }

    @Test
    void aPieceCanBeReadBeforeTheAnswerIsOver() throws Exception {
        var rest = new CountDownLatch(1);
        open(Script.stream().text("first ").until(rest).text("then").whole());
        var reader = pipe();
        var ended = CompletableFuture.supplyAsync(() -> session.typing("x").run("run", "echo"));
        assertThat(new String(reader.readNBytes(6), StandardCharsets.UTF_8)).isEqualTo("first ");
        assertThat(ended).isNotDone();
        rest.countDown();
        assertThat(new String(reader.readNBytes(5), StandardCharsets.UTF_8)).isEqualTo("then\n");
        assertThat(ended.get(10, TimeUnit.SECONDS)).isZero();
    }

    @Test
    void theModelIsAskedWhatThePresetMakesOfTheInput() throws Exception {
        open(answer("x"));
        session.run("run", "Echo", file("A.java", "class A {}"));
        assertThat(json(session.requests().getFirst())).isEqualTo(json("""
                                {"messages":[{"role":"user","content":[{"text":"Java:\\n```java\\nclass A {}\\n```"}]}],
                                 "system":[{"text":"You echo."}],
                                 "inferenceConfig":{"maxTokens":777,"temperature":0.2}}
                                """));
    }

    static Stream<Arguments> endings() {
        return Stream.of(
                ending("COMPLETE", 0, () -> Script.stream().text("a").whole(), "Complete."),
                ending(
                        "CUT_OFF",
                        3,
                        () -> Script.stream()
                                .text("a")
                                .stop("max_tokens")
                                .metadata(1, 2)
                                .end(),
                        "Cut off (max_tokens): the answer stops in the middle. Give it more room with --max-tokens"),
                ending("INTERRUPTED", 3, () -> Script.stream().text("a"), "Interrupted: the answer is not whole."),
                ending(
                        "BLOCKED",
                        3,
                        () -> Script.stream()
                                .text("a")
                                .stop("guardrail_intervened")
                                .metadata(1, 2)
                                .end(),
                        "Blocked (guardrail_intervened)"),
                ending(
                        "FAILED",
                        4,
                        () -> Script.stream().text("a").exception("modelStreamErrorException", "Broken."),
                        "Failed: "));
    }

    private static Arguments ending(String outcome, int exitCode, Supplier<Script> script, String sentence) {
        return Arguments.of(outcome, exitCode, script, sentence);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("endings")
    void everyEndHasItsExitCodeAndKeepsTheText(String outcome, int exitCode, Supplier<Script> script, String sentence)
            throws Exception {
        open(script.get());
        assertThat(session.typing("x").run("run", "echo")).isEqualTo(exitCode);
        assertThat(session.out()).isEqualTo("a\n");
        assertThat(session.err()).contains(sentence);

        assertThat(session.typing("x").run("run", "echo", "--format", "json")).isEqualTo(exitCode);
        var object = json(session.out().substring(2));
        assertThat(object.path("outcome").asText()).isEqualTo(outcome);
        assertThat(object.path("answer").asText()).isEqualTo("a");
    }

    @Test
    void aRefusalIsOneSentenceAndExitCode4() throws Exception {
        open(Script.refusal(403, "AccessDeniedException", "You don't have access to the model with the specified ID."));
        assertThat(session.typing("x").run("run", "echo")).isEqualTo(4);
        assertThat(session.out()).isEmpty();
        assertThat(session.err().lines().toList()).last().asString().startsWith("Failed: ");
    }

    @Test
    void aRetryIsTold() throws Exception {
        open(Script.refusal(429, "ThrottlingException", "Too many requests."), answer("b"));
        assertThat(session.typing("x").run("run", "echo")).isZero();
        assertThat(session.out()).isEqualTo("b\n");
        assertThat(session.err()).contains("Attempt 2 follows in 0.0 s.");
    }

    @Test
    void cancellingKeepsWhatCameAndEndsWith130() throws Exception {
        open(Script.stream().text("half").hold());
        var reader = pipe();
        var ended = CompletableFuture.supplyAsync(() -> session.typing("x").run("run", "echo"));
        assertThat(reader.readNBytes(4)).asString().isEqualTo("half");
        assertThat(session.cancel()).isTrue();
        assertThat(ended.get(10, TimeUnit.SECONDS)).isEqualTo(130);
        session.endpoint.awaitClientLeft();
        assertThat(session.err()).contains("Cancelled: the answer is not whole.");
        assertThat(session.cancel()).as("nothing to wait for").isFalse();
    }

    @Test
    void aCancelledRunTakesTheRestWithIt() throws Exception {
        open(Script.stream().text("half").hold());
        var reader = pipe();
        var one = file("1.py", "one");
        var two = file("2.py", "two");
        var ended = CompletableFuture.supplyAsync(() -> session.run("run", "echo", one, two));
        assertThat(reader.readNBytes(4)).asString().isEqualTo("half");
        session.cancel();
        assertThat(ended.get(10, TimeUnit.SECONDS)).isEqualTo(130);
        assertThat(session.err()).contains("Not run: 1 of 2.");
        assertThat(session.requests()).hasSize(1);
    }

    @Test
    void aReaderThatIsGoneCancelsTheRun() throws Exception {
        open(Script.stream().textUntilClientLeaves("more ", Duration.ofMillis(5)));
        session.out = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        assertThat(session.typing("x").run("run", "echo")).isEqualTo(4);
        session.endpoint.awaitClientLeft();
        assertThat(session.err()).contains("Failed: the output could not be written (Broken pipe).");
    }

    @Test
    void jsonIsOneObjectWithEverything() throws Exception {
        open(answer("Here:\n```java\nint a;\n```\nDone."));
        session.run("run", "echo", "--format", "json", file("A.java", "class A {}"));
        assertThat(session.out()).endsWith("}\n").hasLineCount(1);
        var object = json(session.out());
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        assertThat(names)
                .containsExactly(
                        "preset",
                        "file",
                        "answer",
                        "code",
                        "outcome",
                        "stopReason",
                        "error",
                        "usage",
                        "costUsd",
                        "model",
                        "connection",
                        "ms");
        assertThat(object.path("code").asText()).isEqualTo("int a;\n");
        assertThat(object.path("stopReason").asText()).isEqualTo("end_turn");
        assertThat(object.path("error").isNull()).isTrue();
        assertThat(object.path("usage"))
                .isEqualTo(json("{\"input\":11,\"output\":22,\"cacheRead\":0,\"cacheWrite\":0}"));
        assertThat(object.path("connection").asText()).isEqualTo("Fault endpoint");
        assertThat(object.path("file").asText()).endsWith("A.java");
        assertThat(object.path("ms").asLong()).isPositive();
    }

    @Test
    void jsonOfAFailureHasItsSentence() throws Exception {
        open(Script.refusal(400, "ValidationException", "Bad."));
        session.typing("x").run("run", "echo", "--format", "json");
        var object = json(session.out());
        assertThat(object.path("outcome").asText()).isEqualTo("FAILED");
        assertThat(object.path("stopReason").isNull()).isTrue();
        assertThat(session.err()).contains("Failed: " + object.path("error").asText());
    }

    @ParameterizedTest
    @CsvSource({
        "echo,  'Sure:|```go|a()|```|or|```|b|```|bye', 'a()||b|'",
        "echo,  'all of it', 'all of it|'",
        "prose-words, 'just talk', ''",
        "prose-words, 'see|```|x|```', 'x|'",
    })
    void codeOnlyLeavesOutWhatStandsAroundTheCode(String preset, String answer, String code) throws Exception {
        open(answer(answer.replace('|', '\n')));
        assertThat(session.typing("x").run("run", preset, "--code-only")).isZero();
        assertThat(session.out()).isEqualTo(code.replace('|', '\n'));
    }

    @Test
    void codeStreamsToo() throws Exception {
        var rest = new CountDownLatch(1);
        open(Script.stream()
                .text("Well:\n```\nfirst();\n")
                .until(rest)
                .text("then();\n```\n")
                .whole());
        var reader = pipe();
        var ended = CompletableFuture.supplyAsync(() -> session.typing("x").run("run", "echo", "--code-only"));
        assertThat(reader.readNBytes(9)).asString().isEqualTo("first();\n");
        assertThat(ended).isNotDone();
        rest.countDown();
        assertThat(ended.get(10, TimeUnit.SECONDS)).isZero();
        assertThat(reader.readNBytes(8)).asString().isEqualTo("then();\n");
    }

    @Test
    void severalFilesAreOneRunEachInOrder() throws Exception {
        open(
                answer("one"),
                Script.stream().text("two").stop("max_tokens").metadata(1, 1).end(),
                answer("three\n"));
        var files = List.of(file("1.py", "first"), file("2.go", "second"), file("3.rs", "third"));
        assertThat(session.run("run", "echo", files.get(0), files.get(1), files.get(2)))
                .as("the worst of them")
                .isEqualTo(3);
        assertThat(session.out()).isEqualTo("one\ntwo\nthree\n");
        assertThat(session.err().lines().filter(l -> l.startsWith("==> ")))
                .containsExactly(
                        "==> " + files.get(0) + " (1 of 3)",
                        "==> " + files.get(1) + " (2 of 3)",
                        "==> " + files.get(2) + " (3 of 3)");
        assertThat(session.requests()).hasSize(3);
        assertThat(session.requests().get(1)).contains("Go:", "second");
    }

    @Test
    void severalFilesAsJsonAreOneLineEach() throws Exception {
        open(answer("one"), answer("two"));
        session.run("run", "echo", "--format", "json", file("1.py", "first"), file("2.py", "second"));
        assertThat(session.out().lines().map(l -> json(l).path("answer").asText()))
                .containsExactly("one", "two");
    }

    @Test
    void aFailureThatWouldHitEveryFileEndsTheJob() throws Exception {
        open(Script.refusal(403, "AccessDeniedException", "No."));
        assertThat(session.run("run", "echo", file("1.py", "a"), file("2.py", "b"), file("3.py", "c")))
                .isEqualTo(4);
        assertThat(session.requests()).hasSize(1);
        assertThat(session.err()).contains("Not run: 2 of 3.");
    }

    @Test
    void aFailureOfOneFileLeavesTheOthers() throws Exception {
        open(Script.refusal(400, "ValidationException", "Input is too long for requested model."), answer("two"));
        assertThat(session.run("run", "echo", file("1.py", "a"), file("2.py", "b")))
                .isEqualTo(4);
        assertThat(session.out()).isEqualTo("two\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A.kt   |              | x              | Kotlin",
                "A.kt   | --language=go| x              | Go",
                "-      | --language=C#| x              | C#",
                "A.kt   | --language=text| x            | Plain text",
                "-      |              | '#!/bin/sh ls' | Bash",
                "noname |              | who knows      | Plain text",
            })
    void theLanguageIsNamedOrToldByNameOrText(String file, String option, String text, String language)
            throws Exception {
        open(answer("x"));
        var named = file.equals("-") ? "-" : file(file, text.replace("sh ", "sh\n"));
        session.typing(text.replace("sh ", "sh\n"));
        session.run(
                Stream.of("run", "echo", option, named).filter(a -> a != null).toArray(String[]::new));
        assertThat(json(session.requests().getFirst())
                        .at("/messages/0/content/0/text")
                        .asText())
                .startsWith(language + ":\n");
        assertThat(session.err().contains("is not known; --language names it."))
                .isEqualTo(language.equals("Plain text"));
    }

    @ParameterizedTest
    @CsvSource({
        "echo, , , , qwen.qwen3-coder-30b-a3b-v1:0",
        "echo, , , kept, kept",
        "echo, , env, kept, env",
        "choosy, , env, kept, pinned.model",
        "choosy, arn:aws:x/y, env, kept, arn:aws:x/y",
    })
    void theStrongestVoiceNamesTheModel(String preset, String asked, String env, String kept, String model)
            throws Exception {
        open(answer("x"));
        session.settings = Settings.DEFAULTS.withModel(kept);
        if (env != null) {
            session.environment.put("QUARRY_MODEL", env);
        }
        var arguments = new ArrayList<>(List.of("run", preset));
        if (preset.equals("choosy")) {
            arguments.addAll(List.of("-p", "target=Go"));
        }
        if (asked != null) {
            arguments.addAll(List.of("--model", asked));
        }
        session.typing("x").run(arguments.toArray(String[]::new));
        assertThat(session.models()).containsExactly(model);
    }

    @ParameterizedTest
    @CsvSource({", , 0.2", ", 0.9, 0.9", "0, 0.9, 0.0", "none, 0.9, "})
    void theTemperatureIsTheAskedOrTheKeptOrTheAdvised(String asked, Double kept, Double sent) throws Exception {
        open(answer("x"));
        session.settings = Settings.DEFAULTS.withTemperature(kept);
        session.typing("x")
                .run(
                        asked == null
                                ? new String[] {"run", "echo"}
                                : new String[] {"run", "echo", "--temperature", asked});
        var temperature = json(session.requests().getFirst()).at("/inferenceConfig/temperature");
        if (sent == null) {
            assertThat(temperature.isMissingNode()).isTrue();
        } else {
            assertThat(temperature.asDouble()).isEqualTo(sent);
        }
    }

    @Test
    void aModelThatRefusesATemperatureIsSentNone() throws Exception {
        open(answer("x"));
        session.typing("x").run("run", "echo", "--model", "anthropic.claude-opus-5");
        assertThat(session.err()).as("nobody asked for one").doesNotContain("refuses a temperature");
        session.typing("x").run("run", "echo", "--model", "anthropic.claude-opus-5", "--temperature", "0.5");
        assertThat(session.err()).contains("refuses a temperature, so none is sent.");
        assertThat(session.requests()).hasSize(2).noneMatch(r -> r.contains("temperature"));
    }

    @Test
    void parametersGoIntoThePrompt() throws Exception {
        open(answer("x"));
        session.typing("x").run("run", "choosy", "-p", "target=rust", "-p", "extra=a=b c", "--max-tokens", "9");
        assertThat(session.requests().getFirst()).contains("Rust fast a=b c", "\"maxTokens\":9");
    }

    @Test
    void aSampleBringsItsPresetInputLanguageAndParameters() throws Exception {
        open(answer("x"));
        assertThat(session.run("run", "--sample", "hello-go")).isZero();
        assertThat(session.requests().getFirst()).contains("Go fast", "```java\\nclass A {}\\n```");
    }

    @Test
    void theConnectionIsTheNamedOneOverTheKeptOne() throws Exception {
        open(answer("x"));
        var work = ConnectionOptions.bedrock("kept", "eu-west-1", URI.create("https://kept.example"))
                .withName("work");
        session.settings =
                Settings.DEFAULTS.withConnections(new SavedConnections(SavedConnections.SAMPLES, List.of(work)));
        session.typing("x").run("run", "echo");
        session.typing("x").run("run", "echo", "--connection", "work");
        session.typing("x").run("run", "echo", "--profile", "dev", "--endpoint", "http://127.0.0.1:1");
        session.typing("x").run("run", "echo", "--connection", "work", "--region", "us-west-2");
        session.typing("x").run("run", "echo", "--api-key-env", "MY_KEY", "--region", "us-west-2");
        session.typing("x").run("run", "echo", "--connection", "work", "--role-arn", "arn:aws:iam::1:role/A");
        assertThat(session.opened)
                .containsExactly(
                        new ConnectionOptions(ConnectionOptions.Kind.SAMPLES, null, null, null),
                        work,
                        ConnectionOptions.bedrock("dev", null, URI.create("http://127.0.0.1:1")),
                        ConnectionOptions.bedrock("kept", "us-west-2", URI.create("https://kept.example"))
                                .withName("work"),
                        ConnectionOptions.bedrock(null, "us-west-2", null).withAccess(Access.apiKeyIn("MY_KEY")),
                        work.withAccess(Access.USUAL.withRole("arn:aws:iam::1:role/A")));
    }

    @Test
    void aConnectionThatWasNeverMadeIsNotGuessed() throws Exception {
        open(answer("x"));
        session.settings = Settings.DEFAULTS.withConnections(new SavedConnections(
                null, List.of(ConnectionOptions.bedrock("dev", null, null).withName("work"))));
        assertThat(session.typing("x").run("run", "echo", "--connection", "wrk"))
                .isEqualTo(2);
        assertThat(session.err())
                .contains("There is no connection wrk; there are: bedrock, samples, work.", "Did you mean work?");
        assertThat(session.opened).isEmpty();
    }

    @Test
    void theRestOfAnAnswerThatWasCutOffIsAskedFor() throws Exception {
        open(
                Script.stream()
                        .text("```java\nint first = 1;\n  ")
                        .stop("max_tokens")
                        .metadata(10, 20)
                        .end(),
                Script.stream().text("```java\nint first = 1;", "\n    int second"),
                Script.stream()
                        .text("int second", " = 2;\n```\n")
                        .stop("end_turn")
                        .metadata(1, 2)
                        .end());
        assertThat(session.typing("class A {}").run("run", "echo", "--continue", "2"))
                .isZero();
        assertThat(session.out()).isEqualTo("```java\nint first = 1;\n    int second = 2;\n```\n");
        assertThat(session.err())
                .contains("the answer stops in the middle", "Asking for the rest (1 of 2).", "(2 of 2)")
                .contains("11 tokens in, 22 out");
        assertThat(json(session.requests().get(1))
                        .at("/messages/1/content/0/text")
                        .asText())
                .isEqualTo("```java\nint first = 1;");
    }

    @Test
    void anAnswerIsNotContinuedUnlessThatIsAskedFor() throws Exception {
        open(Script.stream().text("a").stop("max_tokens").metadata(1, 2).end());
        assertThat(session.typing("x").run("run", "echo")).isEqualTo(3);
        assertThat(session.requests()).hasSize(1);
    }

    private static final String CREDENTIAL = "gh" + "p_" + "aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1dF3hJ5";

    @Test
    void aCredentialIsNotSentUnlessTheUserSaysSo() throws Exception {
        open(answer("x"));
        assertThat(session.run("run", "echo", file("A.java", "class A {\n  String t = \"" + CREDENTIAL + "\";\n}")))
                .isEqualTo(2);
        assertThat(session.requests()).isEmpty();
        assertThat(session.err())
                .contains("Nothing was sent, for there is a credential: GitHub token in ", "A.java, line 2")
                .doesNotContain(CREDENTIAL.substring(4));
    }

    @Test
    void aPlaceholderGoesOutAndTheCredentialComesBack() throws Exception {
        open(Script.stream()
                .text(asked -> "t = \"" + Placeholders.firstIn(asked).substring(0, 10))
                .text(asked -> Placeholders.firstIn(asked).substring(10) + "\"; // QUARRY")
                .whole());
        assertThat(session.typing("String t = \"" + CREDENTIAL + "\";").run("run", "echo", "--secrets", "placeholders"))
                .isZero();
        assertThat(session.requests().getFirst()).contains("QUARRY_SECRET_").doesNotContain(CREDENTIAL);
        assertThat(session.out()).isEqualTo("t = \"" + CREDENTIAL + "\"; // QUARRY\n");
        assertThat(session.err()).doesNotContain(CREDENTIAL);
    }

    @Test
    void aCredentialIsSentAsItIsWhenTheUserSaysSo() throws Exception {
        open(answer("x"));
        assertThat(session.typing("String t = \"" + CREDENTIAL + "\";").run("run", "echo", "--secrets", "as-is"))
                .isZero();
        assertThat(session.requests().getFirst()).contains(CREDENTIAL);
    }

    @Test
    void aRunThatMayCostMoreThanTheBudgetIsNotSent() throws Exception {
        open(answer("x"));
        assertThat(session.typing("class A {}").run("run", "echo", "--budget", "0.0001"))
                .isEqualTo(2);
        assertThat(session.requests()).isEmpty();
        assertThat(session.err()).contains("more than the budget of $0.0001 for a run");
        assertThat(session.typing("class A {}").run("run", "echo", "--budget", "1"))
                .isZero();
    }

    @Test
    void theCostIsInTheJson() throws Exception {
        open(answer("x"));
        session.typing("class A {}").run("run", "echo", "--format", "json");
        assertThat(json(session.out()).get("costUsd").asDouble()).isEqualTo(0.000015);
    }

    @Test
    void outputIsUtf8() throws Exception {
        open(answer("größer → ", "🙂"));
        session.typing("// größer 🙂").run("run", "echo");
        assertThat(session.out()).isEqualTo("größer → 🙂\n");
        assertThat(json(session.requests().getFirst())
                        .at("/messages/0/content/0/text")
                        .asText())
                .contains("größer 🙂");
    }

    private void open(Script... scripts) throws IOException {
        session = new CommandLineSession(folder, scripts);
    }

    /// Connects standard output to a pipe of the system.
    private InputStream pipe() throws IOException {
        var pipe = Pipe.open();
        session.out = Channels.newOutputStream(pipe.sink());
        return Channels.newInputStream(pipe.source());
    }

    private static Script answer(String... pieces) {
        return Script.stream().text(pieces).whole();
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
