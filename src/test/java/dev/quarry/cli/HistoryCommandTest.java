package dev.quarry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.history.History;
import dev.quarry.history.HistoryListener;
import dev.quarry.history.Price;
import dev.quarry.history.Retention;
import dev.quarry.history.RunStart;
import dev.quarry.model.FakeAccounts;
import dev.quarry.preset.AnswerJudge;
import dev.quarry.preset.PresetLibrary;
import dev.quarry.run.CodeAssistant;
import dev.quarry.run.InferenceSettings;
import dev.quarry.run.Message;
import dev.quarry.run.Outcome;
import dev.quarry.run.RunEvent;
import dev.quarry.run.RunRequest;
import dev.quarry.settings.Settings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryCommandTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private History history() {
        return new History(folder.resolve("history.db"), Price.UNKNOWN);
    }

    @BeforeEach
    void twoRuns() {
        try (var history = history()) {
            history.open(true, Retention.FOR_EVER, HistoryListener.NONE);
            record(history, "Translate", "print('one')", "fmt.Println(1)");
            record(history, "Review", "print('two')", "Looks good");
        }
    }

    private static void record(History history, String task, String input, String answer) {
        var request = new RunRequest("m", "", List.of(Message.user(input)), InferenceSettings.MODEL_DEFAULTS);
        var recording = history.record(
                new RunStart(Instant.now(), task, "", Map.of(), "python", input, "", request, "Scripted", null));
        recording.accept(new RunEvent.Text(answer));
        recording.accept(new RunEvent.Ended(new Outcome.Complete("end_turn")));
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        try (var assistant = new CodeAssistant()) {
            return new QuarryCommandLine(new Surroundings(
                            new StandardStreams(
                                    new ByteArrayInputStream(new byte[0]),
                                    out,
                                    StandardCharsets.UTF_8,
                                    new PrintStream(err, true, StandardCharsets.UTF_8),
                                    () -> false),
                            Map.of(),
                            () -> Settings.DEFAULTS,
                            () -> PresetLibrary.load(List.of()),
                            List::of,
                            options -> {
                                throw new AssertionError("nothing is connected to");
                            },
                            () -> FakeAccounts.none(folder),
                            () -> assistant,
                            () -> AnswerJudge.NONE,
                            this::history,
                            () -> {
                                throw new AssertionError("nothing is spent");
                            }))
                    .run(arguments);
        }
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void runsAreListedTheNewestFirst() {
        assertThat(run("history")).isZero();
        assertThat(out().lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("2  ")
                .contains("  review  python  complete  print('two')");
        assertThat(run("history", "list", "--limit", "1")).isZero();
        assertThat(out().lines()).hasSize(1);
        assertThat(run("history", "list", "--task", "translate")).isZero();
        assertThat(out()).contains("print('one')").doesNotContain("print('two')");
    }

    @Test
    void runsAreSearchedAndShown() {
        assertThat(run("history", "search", "println")).isZero();
        assertThat(out()).startsWith("1  ");
        assertThat(run("history", "show", "1")).isZero();
        assertThat(out()).isEqualTo("fmt.Println(1)\n");
        assertThat(run("history", "show", "1", "--input")).isZero();
        assertThat(out()).isEqualTo("print('one')\n");
        assertThat(run("history", "search", "nowhere")).isZero();
        assertThat(out()).isEmpty();
        assertThat(err()).contains("No run was found.");
    }

    @Test
    void runsAreDeleted() {
        assertThat(run("history", "delete", "1")).isZero();
        assertThat(run("history", "show", "1")).isEqualTo(2);
        assertThat(err()).contains("There is no run 1");
        assertThat(run("history", "delete", "--all")).isZero();
        assertThat(run("history", "list")).isZero();
        assertThat(out()).isEmpty();
    }

    @Test
    void wrongUseIsExplained() {
        assertThat(run("history", "serch", "x")).isEqualTo(2);
        assertThat(err()).contains("does not know serch").contains("search");
        assertThat(run("history", "search")).isEqualTo(2);
        assertThat(run("history", "delete")).isEqualTo(2);
        assertThat(err()).contains("Name the ID");
        assertThat(run("history", "show", "one")).isEqualTo(2);
        assertThat(err()).contains("one is no ID");
    }
}
