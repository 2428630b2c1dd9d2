package dev.quarry.e2e;

import static dev.quarry.e2e.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.history.HistoryException;
import dev.quarry.history.HistoryQuery;
import dev.quarry.history.RunSummary;
import dev.quarry.run.ModelConnection;
import dev.quarry.run.Outcome;
import dev.quarry.run.RunEvent;
import dev.quarry.run.RunRequest;
import dev.quarry.run.TokenUsage;
import dev.quarry.ui.window.Example;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// One request to several models or temperatures: checked, measured, laid over each other, picked.
@ExtendWith(ApplicationExtension.class)
class CompareTest extends HistoryUser {
    private static final String CODE = """
            class Basket {
                int total(int[] prices) {
                    int sum = 0;
                    for (int i = 0; i < prices.length; i++) {
                        sum = sum + prices[i];
                    }
                    return sum;
                }

                int dearest(int[] prices) {
                    int most = prices[0];
                    for (int i = 0; i < prices.length; i++) {
                        if (prices[i] > most) {
                            most = prices[i];
                        }
                    }
                    return most;
                }
            }
            """;

    private final Answers answers = new Answers();

    /// The warmer, the worse: up to 0.3 the answer is right, then it does not compile, above 0.8 it leaves a
    /// method out. A model called `slow` writes for ever, and one called `gopher` answers in Go.
    private static final class Answers implements ModelConnection {
        private final CountDownLatch interrupted = new CountDownLatch(1);

        @Override
        public String label() {
            return "Answers";
        }

        @Override
        public void warm() {}

        @Override
        public Outcome converse(RunRequest request, Consumer<? super RunEvent> sink) throws InterruptedException {
            var temperature = request.settings().temperature();
            var warmth = temperature == null ? 0 : temperature;
            if (request.model().equals("slow")) {
                sink.accept(new RunEvent.Text("```java\nclass Basket {\n"));
                try {
                    Thread.sleep(Duration.ofMinutes(10));
                } finally {
                    interrupted.countDown();
                }
            }
            if (request.model().equals("gopher")) {
                sink.accept(new RunEvent.Text("```go\npackage basket\n```\n"));
                return new Outcome.Complete("end_turn");
            }
            var code = CODE.replace("sum = sum + prices[i]", "sum += prices[i]");
            if (warmth > 0.3) {
                code = code.replace("int sum = 0", "long sum = 0");
            }
            if (warmth > 0.8) {
                code = code.substring(0, code.indexOf("    int dearest")) + "}\n";
            }
            sink.accept(new RunEvent.Text("```java\n" + code + "```\n"));
            sink.accept(new RunEvent.Usage(new TokenUsage(120, 240, 0, 0), Duration.ofMillis(5)));
            return new Outcome.Complete("end_turn");
        }

        @Override
        public void close() {}
    }

    @Start
    void start(Stage shown) throws IOException {
        var script = Files.writeString(compiler("script"), "echo $$ > '" + compiler("pid") + "'\nexec sleep 300\n");
        var settings = "{\"checks\": {\"commands\": {\"go\": \"sh " + script + "\"}, \"seconds\": 60}}";
        Files.writeString(home.resolve("settings.json"), settings);
        open(shown, options -> answers, new Example("Basket", "Refactor", Map.of(), "java", CODE));
        shown.setWidth(980);
        shown.setHeight(760);
    }

    private void compare() throws TimeoutException {
        ready("Answers", CODE);
        choose("menu-compare");
        eventually(() -> isThere("compare-run"));
    }

    private void choose(int column, String model, String temperature) {
        robot.interact(() -> {
            robot.lookup("#compare-model-" + column)
                    .<String>queryComboBox()
                    .getEditor()
                    .setText(model);
            robot.lookup("#compare-temperature-" + column)
                    .queryAs(TextField.class)
                    .setText(temperature);
        });
    }

    private void runAll(int columns) throws TimeoutException {
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        for (var i = 1; i <= columns; i++) {
            var at = i;
            eventually(() -> text("compare-outcome-" + at).equals("Complete"));
            eventually(() -> isThere("compare-check-" + at)
                    && !text("compare-check-" + at).startsWith("Checking"));
        }
    }

    private static Parent scene() {
        return titled("Compare").getScene().getRoot();
    }

    private Node inDiff(String selector) {
        return robot.from(scene()).lookup(selector).query();
    }

    @Test
    void everyColumnSaysWhatTheChecksFoundAndWhatTheRunTook() throws TimeoutException, HistoryException {
        compare();
        choose(1, "some.model-v1:0", "0.1");
        choose(2, "some.model-v1:0", "0.5");
        fire("compare-more");
        choose(3, "some.model-v1:0", "0.9");
        assertThat(text("compare-outcome-1")).isEqualTo("Not run yet");
        runAll(3);
        assertThat(text("compare-check-1")).endsWith("checks passed");
        assertThat(text("compare-check-2")).isEqualTo("Does not compile");
        assertThat(text("compare-check-3")).isEqualTo("2 checks failed");
        assertThat(text("compare-tokens-1")).isEqualTo("120 in, 240 out");
        assertThat(text("compare-cost-1")).isEqualTo("$0.0036");
        assertThat(text("compare-first-1")).matches("\\d+\\.\\d s");
        assertThat(text("compare-seconds-1")).matches("\\d+\\.\\d s");
        assertThat(robot.lookup("#compare-cost-1").query().getAccessibleText()).isEqualTo("Cost: $0.0036");

        fire("compare-check-2");
        Node panel = robot.lookup("#compare-checks-2").query();
        var list = robot.from(panel);
        assertThat(list.lookup(".check-finding").queryAll())
                .extracting(node -> ((Label) node).getText())
                .anyMatch(found -> found.contains("lossy conversion"));
        assertThat(isThere("compare-checks-1")).isFalse();

        // The history keeps what was found, also of the answers that are not picked.
        eventually(() -> passed(false) == 2 && passed(true) == 1);
    }

    private int passed(boolean passed) throws HistoryException {
        return history.search(HistoryQuery.ALL.withVerdict(passed), Long.MAX_VALUE, 10)
                .size();
    }

    @Test
    void anyTwoAnswersAreLaidOverEachOther() throws TimeoutException {
        compare();
        fire("compare-more");
        choose(1, "some.model-v1:0", "0.1");
        choose(2, "some.model-v1:0", "0.1");
        choose(3, "some.model-v1:0", "0.5");
        assertThat(robot.lookup("#compare-diff").query().isDisabled()).isTrue();
        runAll(3);

        robot.push(KeyCode.CONTROL, KeyCode.D);
        eventually(() -> inDiff("#diff-view").isVisible());
        eventually(() -> inDiff("#diff-hint").isVisible());
        assertThat(((Labeled) inDiff("#diff-hint")).getText()).contains("Answer 1", "Answer 2");

        robot.push(KeyCode.ESCAPE);
        eventually(() -> !inDiff("#diff-view").isVisible());
        robot.interact(() -> items(2).stream()
                .filter(item -> "compare-diff-2-3".equals(item.getId()))
                .findFirst()
                .orElseThrow()
                .fire());
        eventually(() -> spoken(scene()).contains("long sum = 0"));
        assertThat(spoken(scene())).contains("int sum = 0");
        assertThat(inDiff("#diff-rows").isFocused()).isTrue();
        assertThat(inDiff("#diff-rows").getAccessibleText()).isNotBlank();

        robot.interact(() -> {
            ComboBox<Object> right = robot.from(scene()).lookup("#diff-right").queryComboBox();
            right.setValue(right.getItems().getFirst());
        });
        eventually(() -> inDiff("#diff-hint").isVisible());
        robot.push(KeyCode.CONTROL, KeyCode.D);
        eventually(() -> !inDiff("#diff-view").isVisible());
    }

    private List<MenuItem> items(int column) {
        var button = robot.lookup("#compare-diff-" + column).queryAs(MenuButton.class);
        button.show();
        button.hide();
        return button.getItems();
    }

    @Test
    void thePickedAnswerGoesOnInTheWindowAsARunThatIsKept() throws TimeoutException, HistoryException {
        compare();
        choose(1, "some.model-v1:0", "0.1");
        choose(2, "some.model-v1:0", "0.5");
        runAll(2);
        fire("compare-pick-2");
        eventually(() -> area("output-editor").getText().contains("long sum = 0"));
        eventually(() -> list().getItems().size() == 2);
        eventually(() -> !robot.lookup("#refine").query().isDisabled());
        enter("refine", "keep it short");
        eventually(() -> list().getItems().size() == 3);
        eventually(() -> text("status-outcome").startsWith("Complete"));
        var refined = history.find(list().getItems().getFirst().id()).orElseThrow();
        assertThat(history.conversation(refined.conversation()))
                .as("the answer that was picked and what became of it")
                .hasSize(2);
    }

    @Test
    void closingTheWindowEndsWhatStillRuns() throws Exception {
        compare();
        choose(1, "slow", "0.1");
        choose(2, "some.model-v1:0", "0.1");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        eventually(() -> text("compare-outcome-1").equals("Writing…"));
        eventually(() -> text("compare-outcome-2").equals("Complete"));
        robot.interact(() -> titled("Compare").hide());
        answers.interrupted.await();
        eventually(() -> list().getItems().stream().map(RunSummary::outcome).anyMatch("CANCELLED"::equals));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the compiler is a shell script")
    void closingTheWindowEndsACheckThatGoesOn() throws Exception {
        compare();
        choose(1, "gopher", "0.1");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        eventually(() -> Files.exists(compiler("pid")) && Files.size(compiler("pid")) > 1);
        var pid = Long.parseLong(Files.readString(compiler("pid")).strip());
        assertThat(ProcessHandle.of(pid)).get().matches(ProcessHandle::isAlive);
        assertThat(text("compare-check-1")).startsWith("Checking");
        robot.interact(() -> titled("Compare").hide());
        eventually(() -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
    }

    private Path compiler(String file) {
        return home.resolve("compiler-" + file);
    }

    @Test
    void aModelThatTakesNoTemperatureSaysSoAndATemperatureThatIsNoneIsNotSent() throws TimeoutException {
        compare();
        choose(1, "eu.anthropic.claude-opus-4-8", "0.1");
        assertThat(robot.lookup("#compare-temperature-1").query().isDisabled()).isTrue();
        assertThat(text("compare-remark-1")).isNotBlank();
        choose(2, "some.model-v1:0", "warm");
        fire("compare-run");
        assertThat(text("compare-banner-sentence")).contains("not warm");
        assertThat(text("compare-outcome-2")).isEqualTo("Not run yet");
    }
}
