package dev.quarry.e2e;

import static dev.quarry.e2e.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.history.RunStart;
import dev.quarry.history.RunSummary;
import dev.quarry.run.InferenceSettings;
import dev.quarry.run.Message;
import dev.quarry.run.ModelConnection;
import dev.quarry.run.Outcome;
import dev.quarry.run.RunEvent;
import dev.quarry.run.RunRequest;
import dev.quarry.run.TokenUsage;
import dev.quarry.secret.Placeholders;
import dev.quarry.ui.diff.Source;
import dev.quarry.ui.window.Example;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.scene.chart.BarChart;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Runs that were: refined, stepped through, diffed, searched, restored and counted.
@ExtendWith(ApplicationExtension.class)
class PastRunsTest extends HistoryUser {
    private static final String CODE = "def total(xs):\n    return sum(xs)\n";

    /// Says in its answer what it was asked last, how often, and how warm.
    private static final class Parrot implements ModelConnection {
        @Override
        public String label() {
            return "Parrot";
        }

        @Override
        public void warm() {}

        @Override
        public Outcome converse(RunRequest request, Consumer<? super RunEvent> sink) {
            var turns = request.messages().size() / 2;
            var last = request.messages().getLast().text().lines().findFirst().orElse("");
            var answer = new StringBuilder("```go\n// version " + (turns + 1) + "\n// " + last + "\n// at "
                    + request.settings().temperature() + "\n");
            for (var i = 0; i < 12; i++) {
                answer.append("func part")
                        .append(i)
                        .append("() int {\n\treturn ")
                        .append(turns * 100 + i)
                        .append("\n}\n\n");
            }
            sink.accept(new RunEvent.Text(answer + "```\n"));
            sink.accept(new RunEvent.Usage(new TokenUsage(120, 240, 0, 0), Duration.ofMillis(5)));
            return new Outcome.Complete("end_turn");
        }

        @Override
        public void close() {}
    }

    @Start
    void start(Stage shown) {
        open(shown, options -> new Parrot(), new Example("Total", "Translate", Map.of("target", "go"), "python", CODE));
        shown.setWidth(980);
        shown.setHeight(760);
    }

    private void ready() throws TimeoutException {
        ready("Parrot", CODE);
    }

    private void run() throws TimeoutException {
        fire("run");
        eventually(() -> area("output-editor").getText().startsWith("// version 1\n"));
        eventually(() -> !robot.lookup("#refine").query().isDisabled());
    }

    private void refine(String how, int version) throws TimeoutException {
        enter("refine", how);
        eventually(() -> area("output-editor").getText().startsWith("// version " + version + "\n// " + how));
        eventually(() -> !robot.lookup("#refine").query().isDisabled());
    }

    @Test
    void anAnswerIsRefinedTwiceSteppedThroughSearchedAndRestored() throws TimeoutException, IOException {
        ready();
        run();
        refine("use streams", 2);
        refine("keep the old names", 3);
        assertThat(robot.lookup("#version-picker").<Object>queryComboBox().getItems())
                .hasSize(3);
        robot.clickOn("#version-previous");
        eventually(() -> area("output-editor").getText().startsWith("// version 2\n// use streams"));
        robot.clickOn("#version-previous");
        eventually(() -> area("output-editor").getText().startsWith("// version 1\n"));
        robot.clickOn("#version-next");
        eventually(() -> area("output-editor").getText().startsWith("// version 2\n"));

        // Going on from the second version keeps the third one, and adds a fourth that knows nothing of it.
        refine("add comments", 3);
        assertThat(robot.lookup("#version-picker").<Object>queryComboBox().getItems())
                .hasSize(4);

        eventually(() -> list().getItems().size() == 4);
        robot.interact(() -> area("input-editor").replaceText("something else"));
        robot.clickOn("#history-search").write("streams");
        eventually(() -> list().getItems().size() == 1);
        assertThat(list().getItems().getFirst().title()).isEqualTo("use streams");
        robot.interact(
                () -> robot.lookup("#tab-request").queryAs(ToggleButton.class).fire());
        robot.interact(() -> list().getSelectionModel().select(0));
        eventually(() -> area("output-editor").getText().startsWith("// version 2\n// use streams"));
        assertThat(area("input-editor").getText()).isEqualTo(CODE);
        eventually(() -> robot.lookup("#version-picker")
                        .<Object>queryComboBox()
                        .getItems()
                        .size()
                == 4);
        assertThat(robot.lookup("#status-outcome").queryAs(Labeled.class).getText())
                .startsWith("Complete");
    }

    @Test
    void anyTwoVersionsAreDiffedThroughTheDiffTab() throws TimeoutException {
        ready();
        run();
        refine("use streams", 2);
        refine("keep the old names", 3);
        fire("tab-diff");
        compare("Translate", "keep the old names");
        eventually(() -> spoken().contains("version 1") && spoken().contains("version 3"));
        assertThat(spoken())
                .contains("keep the old names", "return 0", "return 200")
                .doesNotContain("version 2", "return 100");
        compare("keep the old names", "use streams");
        eventually(() -> spoken().contains("version 2") && spoken().contains("version 3"));
        assertThat(spoken()).contains("return 100", "return 200").doesNotContain("version 1");

        fire("version-previous");
        eventually(() -> area("output-editor").getText().startsWith("// version 2\n"));
        fire("version-diff");
        eventually(() -> spoken().contains("version 1") && spoken().contains("version 2"));
        assertThat(picker("left").getValue()).asString().startsWith("Translate, ");
        assertThat(picker("right").getValue()).asString().startsWith("use streams, ");
        fire("version-previous");
        eventually(() -> area("output-editor").getText().startsWith("// version 1\n"));
        assertThat(robot.lookup("#version-diff").query().isDisabled())
                .as("there is no version before the first")
                .isTrue();
    }

    private ComboBox<Source> picker(String side) {
        return robot.lookup("#diff-" + side).queryComboBox();
    }

    private void compare(String left, String right) {
        robot.interact(() -> {
            for (var side : Map.of("left", left, "right", right).entrySet()) {
                var picker = picker(side.getKey());
                picker.setValue(picker.getItems().stream()
                        .filter(source -> source.name().startsWith(side.getValue() + ", "))
                        .findFirst()
                        .orElseThrow());
            }
        });
    }

    @Test
    void thePanesComeBackAsTheyWereAndRunsArePinnedNamedAndDeleted() throws TimeoutException {
        ready();
        run();
        robot.interact(() -> area("input-editor").replaceText("print('second')\n"));
        run();
        eventually(() -> list().getItems().size() == 2);
        robot.interact(
                () -> robot.lookup("#tab-answer").queryAs(ToggleButton.class).fire());
        robot.interact(() -> area("input-editor").selectRange(7, 13));
        robot.interact(() -> list().getSelectionModel().select(1));
        eventually(() -> area("input-editor").getText().equals(CODE));
        robot.interact(
                () -> robot.lookup("#tab-code").queryAs(ToggleButton.class).fire());
        robot.interact(() -> list().getSelectionModel().select(0));
        eventually(() -> area("input-editor").getSelectedText().equals("second"));
        assertThat(robot.lookup("#tab-answer").queryAs(ToggleButton.class).isSelected())
                .isTrue();

        robot.interact(() -> list().getSelectionModel().select(1));
        eventually(() -> area("input-editor").getText().equals(CODE));
        robot.interact(list()::requestFocus);
        robot.push(KeyCode.P);
        eventually(() -> list().getItems().getFirst().pinned());
        robot.push(KeyCode.F2);
        robot.clickOn("#history-rename").write("payroll").push(KeyCode.ENTER);
        eventually(() -> "payroll".equals(list().getItems().getFirst().name()));
        robot.interact(() -> list().getSelectionModel().select(1));
        robot.interact(list()::requestFocus);
        robot.push(KeyCode.DELETE);
        eventually(() -> list().getItems().size() == 1);
        assertThat(list().getItems().getFirst().name()).isEqualTo("payroll");
    }

    @Test
    void aCredentialThatIsTypedIsNotWrittenDownWithTheInput() throws TimeoutException, IOException {
        var key = "AKIA" + "Q3EGRVZT2B5WXN7A";
        ready();
        robot.interact(() -> area("input-editor").replaceText("# typed\naws_access_key_id = '" + key + "'\n"));
        eventually(() ->
                Placeholders.numbered(written()).contains("# typed\\naws_access_key_id = 'QUARRY_SECRET_00000001'"));
        assertThat(written()).doesNotContain(key);
    }

    /// All that lies in the folder of the settings and the data.
    private String written() throws IOException {
        try (var files = Files.walk(home)) {
            var all = new StringBuilder();
            for (var file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
            return all.toString();
        }
    }

    @Test
    void aPrivateRunLeavesNothing() throws TimeoutException {
        ready();
        robot.clickOn("#private-run");
        run();
        refine("use streams", 2);
        robot.clickOn("#private-run");
        robot.interact(() -> area("input-editor").replaceText("print('kept')\n"));
        run();
        eventually(() -> !list().getItems().isEmpty());
        assertThat(list().getItems()).extracting(RunSummary::title).containsExactly("print('kept')");
    }

    @Test
    void filesAreReadAlong() throws TimeoutException, IOException {
        Files.writeString(home.resolve("context.txt"), "the price list");
        ready();
        robot.clickOn("#context").clickOn("#context-files");
        eventually(
                () -> robot.lookup("#context").queryAs(Labeled.class).getText().startsWith("1 file"));
        run();
        robot.interact(
                () -> robot.lookup("#tab-request").queryAs(ToggleButton.class).fire());
        eventually(() -> area("request-view").getText().contains("File context.txt:\n```\nthe price list\n```"));
    }

    private List<String> said(String selector) {
        return robot.lookup(selector).<Labeled>queryAll().stream()
                .map(Labeled::getText)
                .toList();
    }

    @Test
    void aYearOfRunsIsChartedAndExported() throws TimeoutException, IOException {
        ready();
        var now = Instant.now();
        for (var day = 0; day < 365; day++) {
            var tasks = List.of("Translate", "Review", "Refactor", "Explain");
            for (var i = 0; i <= day % 4; i++) {
                var request = new RunRequest(
                        i % 2 == 0 ? "qwen.qwen3-coder-30b-a3b-v1:0" : "eu.anthropic.claude-sonnet-5",
                        "",
                        List.of(Message.user("x")),
                        InferenceSettings.MODEL_DEFAULTS);
                var recording = history.record(new RunStart(
                        now.minus(Duration.ofDays(day)),
                        tasks.get(i),
                        "",
                        Map.of(),
                        "java",
                        "x",
                        "",
                        request,
                        "P",
                        null));
                recording.accept(new RunEvent.Usage(new TokenUsage(500 + day, 900, 0, 0), Duration.ZERO));
                recording.accept(new RunEvent.Ended(new Outcome.Complete("end_turn")));
            }
        }
        kept(911);
        choose("menu-usage");
        eventually(() -> robot.lookup("#usage-range").tryQuery().isPresent());
        robot.interact(
                () -> robot.lookup("#usage-range").<Integer>queryComboBox().setValue(365));
        eventually(() ->
                robot.lookup("#usage-total").queryAs(Labeled.class).getText().equals("911 runs"));
        assertThat(said("#usage-by-task .ranked-name")).containsExactly("Translate", "Review", "Refactor", "Explain");
        assertThat(said("#usage-by-task .ranked-number")).containsExactly("365", "273", "182", "91");
        BarChart<?, ?> byDay = robot.lookup("#usage-by-day").queryAs(BarChart.class);
        assertThat(byDay.getData().getFirst().getData()).as("weeks").hasSize(53);
        robot.interact(
                () -> robot.lookup("#usage-cost").queryAs(ToggleButton.class).fire());
        assertThat(robot.lookup("#usage-total").queryAs(Labeled.class).getText())
                .startsWith("$");
        robot.interact(() -> robot.lookup("#usage-export").queryAs(Button.class).fire());
        var file = home.resolve("quarry-usage.csv");
        eventually(() -> Files.exists(file) && Files.size(file) > 10_000);
        assertThat(Files.readAllLines(file))
                .hasSizeGreaterThan(900)
                .first()
                .asString()
                .startsWith("day,task,model");
    }
}
