package dev.quarry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.bedrock.Script;
import dev.quarry.check.VerdictJson;
import dev.quarry.history.History;
import dev.quarry.history.HistoryException;
import dev.quarry.history.HistoryListener;
import dev.quarry.history.HistoryQuery;
import dev.quarry.history.KeptRun;
import dev.quarry.history.Origin;
import dev.quarry.history.Retention;
import dev.quarry.run.Outcome;
import dev.quarry.secret.Placeholders;
import dev.quarry.settings.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Runs of the command line in the history, on a real file.
@Timeout(60)
class KeptRunTest {
    private static final String KEY = "AKIA" + "Q3EGRVZT2B5WXN7A";

    @TempDir
    Path folder;

    private CommandLineSession session;

    @AfterEach
    void close() {
        session.close();
    }

    private void open(Script... scripts) throws IOException {
        session = new CommandLineSession(folder, scripts);
        session.history = this::history;
    }

    private Path file() {
        return folder.resolve("history.db");
    }

    private History history() {
        return new History(
                file(), (request, usage, received) -> request.model().startsWith("free") ? null : usage.output());
    }

    /// The oldest first.
    private List<KeptRun> kept() throws HistoryException {
        try (var history = history()) {
            history.open(true, Retention.FOR_EVER, HistoryListener.NONE);
            var runs = new ArrayList<KeptRun>();
            for (var found :
                    history.search(HistoryQuery.ALL, Long.MAX_VALUE, 100).reversed()) {
                runs.add(history.find(found.id()).orElseThrow());
            }
            return runs;
        }
    }

    @Test
    void aRunIsKeptWholeAndMarkedAsOneOfTheCommandLine() throws Exception {
        open(Script.stream().text("```go\n").text("x := 1\n```\n").whole());
        assertThat(session.typing("class A {}").run("run", "choosy", "-p", "target=Go", "--language", "java"))
                .isZero();
        var run = kept().getFirst();
        assertThat(run.answer()).isEqualTo("```go\nx := 1\n```\n");
        assertThat(run.start().origin()).isEqualTo(Origin.COMMAND_LINE);
        assertThat(run.start().task()).isEqualTo("Choosy");
        assertThat(run.start().presetText()).contains("name: Choosy", "{{target}}");
        assertThat(run.start().values()).containsEntry("target", "Go");
        assertThat(run.start().language()).isEqualTo("java");
        assertThat(run.start().input()).isEqualTo("class A {}");
        assertThat(run.start().connection()).isEqualTo("Fault endpoint");
        assertThat(run.start().request().model()).isEqualTo("pinned.model");
        assertThat(run.end().outcome()).isInstanceOf(Outcome.Complete.class);
        assertThat(run.end().usage().output()).isEqualTo(22);
        assertThat(run.end().costMicros()).isEqualTo(22);

        assertThat(session.run("history")).isZero();
        assertThat(session.out().lines())
                .last()
                .asString()
                .contains("  choosy  java  complete  <$0.0001  command line");
        assertThat(session.run("history", "show", "1")).isZero();
        assertThat(session.err()).contains("from the command line", "complete · <$0.0001");
    }

    @Test
    void aRunWhosePriceIsNotKnownHasNoCost() throws Exception {
        open(Script.stream().text("x").whole());
        session.typing("x").run("run", "echo", "--model", "free.model");
        assertThat(kept().getFirst().end().costMicros()).isNull();
        session.run("history");
        assertThat(session.out()).contains("  complete  command line").doesNotContain("$");
        session.run("history", "show", "1");
        assertThat(session.err()).contains("complete · no price known");
    }

    @Test
    void eachFileIsARunOfItsOwn() throws Exception {
        open(Script.stream().text("one").whole(), Script.stream().text("two").whole());
        var first = Files.writeString(folder.resolve("a.py"), "print(1)").toString();
        var second = Files.writeString(folder.resolve("b.py"), "print(2)").toString();
        assertThat(session.run("run", "echo", first, second)).isZero();
        assertThat(kept()).extracting(KeptRun::answer).containsExactly("one", "two");
        assertThat(kept()).allSatisfy(run -> assertThat(run.conversation()).isEqualTo(run.id()));
    }

    @Test
    void aPrivateRunLeavesNothing() throws Exception {
        open(Script.stream().text("x").whole());
        assertThat(session.typing("x").run("run", "echo", "--private")).isZero();
        assertThat(file()).doesNotExist();
    }

    @Test
    void aHistoryThatIsSwitchedOffKeepsNothing() throws Exception {
        open(Script.stream().text("x").whole());
        session.settings = Settings.DEFAULTS.withHistory(new Settings.History(false, 0, 0));
        assertThat(session.typing("x").run("run", "echo")).isZero();
        assertThat(file()).doesNotExist();
    }

    @Test
    void credentialsAreKeptAsPlaceholders() throws Exception {
        open(Script.stream()
                .text(asked -> "uses " + Placeholders.firstIn(asked))
                .whole());
        assertThat(session.typing("key = '" + KEY + "'").run("run", "echo", "--secrets", "placeholders"))
                .isZero();
        assertThat(session.out()).isEqualTo("uses " + KEY + "\n");
        var run = kept().getFirst();
        var placeholder = Placeholders.firstIn(run.start().input());
        assertThat(run.start().input()).isEqualTo("key = '" + placeholder + "'");
        assertThat(run.answer()).isEqualTo("uses " + placeholder);
        assertThat(everyByte()).contains(placeholder).doesNotContain(KEY);
    }

    @Test
    void aRunThatSendsCredentialsAsTheyAreIsNotKept() throws Exception {
        open(
                Script.stream().text("uses " + KEY).whole(),
                Script.stream().text("clean").whole());
        assertThat(session.typing("key = '" + KEY + "'").run("run", "echo", "--secrets", "as-is"))
                .isZero();
        assertThat(file()).doesNotExist();
        assertThat(session.typing("nothing in it").run("run", "echo", "--secrets", "as-is"))
                .isZero();
        assertThat(kept()).extracting(KeptRun::answer).containsExactly("clean");
    }

    private String everyByte() throws IOException {
        var all = new StringBuilder();
        try (var files = Files.list(folder)) {
            for (var each : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(each, StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    @Test
    void aContinuationIsALaterTurnWithTheWholeAnswer() throws Exception {
        open(
                Script.stream()
                        .text("one\ntwo\nth")
                        .stop("max_tokens")
                        .metadata(1, 2)
                        .end(),
                Script.stream().text("three\nfour\n").whole());
        assertThat(session.typing("x").run("run", "echo", "--continue", "1")).isZero();
        var turns = kept();
        assertThat(turns).hasSize(2);
        assertThat(turns.getFirst().end().outcome()).isInstanceOf(Outcome.CutOff.class);
        assertThat(turns.getLast().conversation()).isEqualTo(turns.getFirst().id());
        assertThat(turns.getLast().start().instruction()).isEqualTo("Continue");
        assertThat(turns.getLast().answer()).isEqualTo(session.out()).startsWith("one\ntwo\nth");
    }

    @Test
    void repairsAreLaterTurnsAndEachHasItsVerdict() throws Exception {
        open(
                Script.stream().text("```java\nclass A {\n```\n").whole(),
                Script.stream().text("```java\nclass A {}\n```\n").whole());
        assertThat(session.typing("class A {}").run("run", "echo", "--language", "java", "--repair", "2"))
                .isZero();
        var turns = kept();
        assertThat(turns).hasSize(2);
        assertThat(turns.getFirst().verdict().passed()).isFalse();
        assertThat(turns.getLast().verdict().passed()).isTrue();
        assertThat(VerdictJson.read(turns.getFirst().verdict().detail()))
                .hasValueSatisfying(kept -> assertThat(kept.failed()).isTrue());
        assertThat(turns.getLast().start().instruction()).isEqualTo("Repair");
        assertThat(turns.getLast().conversation()).isEqualTo(turns.getFirst().id());
    }

    @Test
    void aCancelledRunKeepsWhatCame() throws Exception {
        open(Script.stream().text("half").hold());
        var ended = CompletableFuture.supplyAsync(() -> session.typing("x").run("run", "echo"));
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!session.out().contains("half")) {
            assertThat(System.nanoTime()).as("a piece came in time").isLessThan(deadline);
            Thread.onSpinWait();
        }
        session.cancel();
        assertThat(ended.get(10, TimeUnit.SECONDS)).isEqualTo(130);
        var run = kept().getFirst();
        assertThat(run.answer()).isEqualTo("half");
        assertThat(run.end().outcome()).isInstanceOf(Outcome.Cancelled.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a folder", "no database"})
    void aHistoryThatCannotBeUsedFailsNoRun(String what) throws Exception {
        if (what.equals("a folder")) {
            Files.createDirectories(file().resolve("in the way"));
        } else {
            Files.writeString(
                    file(), "this is no database, but a text that is long enough to be read as one".repeat(9));
        }
        open(Script.stream().text("x").whole());
        assertThat(session.typing("x").run("run", "echo")).isZero();
        assertThat(session.out()).isEqualTo("x\n");
        assertThat(session.err()).contains("history");
    }
}
