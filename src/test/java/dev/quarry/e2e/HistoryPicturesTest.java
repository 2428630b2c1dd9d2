package dev.quarry.e2e;

import static dev.quarry.e2e.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.history.Price;
import dev.quarry.run.ModelConnection;
import dev.quarry.run.Outcome;
import dev.quarry.run.RunEvent;
import dev.quarry.run.RunRequest;
import dev.quarry.run.TokenUsage;
import dev.quarry.sample.Sample;
import dev.quarry.sample.SampleLibrary;
import dev.quarry.ui.window.Example;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Takes the pictures of the history, of a comparison and of the usage. They are looked at by people; here only that
/// there is something to see.
@ExtendWith(ApplicationExtension.class)
class HistoryPicturesTest extends HistoryUser {
    private static final Sample SAMPLE =
            SampleLibrary.bundled().withId("refactor-java").orElseThrow();

    /// Three models that refactor the sample: one well, one so that it does not compile, one that leaves code out.
    private static final class Models implements ModelConnection {
        private static final int PIECE = 40;

        @Override
        public String label() {
            return "Work account";
        }

        @Override
        public void warm() {}

        @Override
        public Outcome converse(RunRequest request, Consumer<? super RunEvent> sink) throws InterruptedException {
            var answer = answer(request);
            var pace = request.model().equals(RunsOfAYear.SONNET)
                    ? 9
                    : request.model().equals(RunsOfAYear.QWEN) ? 4 : 6;
            Thread.sleep(60L * pace);
            for (var from = 0; from < answer.length(); from += PIECE) {
                sink.accept(new RunEvent.Text(answer.substring(from, Math.min(from + PIECE, answer.length()))));
                Thread.sleep(pace);
            }
            sink.accept(new RunEvent.Usage(new TokenUsage(936, answer.length() / 4, 0, 0), Duration.ofMillis(5)));
            return new Outcome.Complete("end_turn");
        }

        private static String answer(RunRequest request) {
            var answer = SAMPLE.answer();
            if (request.messages().size() > 1) {
                return answer.replace("private static final int GIFT_WRAP_CENTS = 350;", """
                        private static final int GIFT_WRAP_CENTS = 350;
                            private static final int NEIGHBOUR_CENTS = 600;
                            private static final int ABROAD_CENTS = 1_500;""")
                        .replace("-> 600;", "-> NEIGHBOUR_CENTS;")
                        .replace("-> 1_500;", "-> ABROAD_CENTS;");
            }
            if (request.model().equals(RunsOfAYear.QWEN)) {
                return answer.replace("order.valueCents() >= 15_000", "order.totalCents() >= 15_000");
            }
            if (request.model().equals(RunsOfAYear.NOVA)) {
                var from = answer.indexOf("        EXPRESS {");
                var to = answer.indexOf("        PICKUP {");
                return answer.substring(0, from) + "        // ... EXPRESS stays as it was ...\n"
                        + answer.substring(to);
            }
            return answer;
        }

        @Override
        public void close() {}
    }

    @Start
    void start(Stage shown) {
        open(
                shown,
                options -> new Models(),
                new Example(SAMPLE.title(), SAMPLE.task(), SAMPLE.parameters(), SAMPLE.language(), SAMPLE.input()));
        shown.setWidth(1280);
        shown.setHeight(820);
    }

    @Override
    String model() {
        return RunsOfAYear.SONNET;
    }

    @Override
    Price price() {
        return (request, usage, received) -> switch (request.model()) {
            case RunsOfAYear.SONNET -> 3 * usage.input() + 15 * usage.output();
            case RunsOfAYear.NOVA -> (8 * usage.input() + 32 * usage.output()) / 10;
            default -> (15 * usage.input() + 60 * usage.output()) / 100;
        };
    }

    private void sizes(Window window, String name, int width, int height) throws IOException {
        for (var small : new boolean[] {false, true}) {
            robot.interact(() -> {
                window.setWidth(small ? 900 : width);
                window.setHeight(small ? 640 : height);
            });
            pictures(window, small ? name + "-small" : name);
        }
    }

    @Test
    void theHistoryWithAConversationInBothThemes() throws TimeoutException, IOException {
        ready("Work account", SAMPLE.input());
        RunsOfAYear.keepSome(history);
        fire("run");
        eventually(() -> text("status-outcome").startsWith("Complete"));
        eventually(() -> text("status-check").contains("passed"));
        enter("refine", "Name the surcharges");
        eventually(() -> area("output-editor").getText().contains("ABROAD_CENTS"));
        eventually(() -> text("status-outcome").startsWith("Complete"));
        eventually(() -> text("status-check").contains("passed"));
        eventually(() -> list().getItems().size() == 11);
        fire("version-diff");
        eventually(() -> spoken().contains("ABROAD_CENTS"));
        eventually(() -> !robot.lookup(".diff-line .keyword").queryAll().isEmpty());
        sizes(stage, "history", 1280, 820);
    }

    @Test
    void aComparisonOfThreeModelsInBothThemes() throws TimeoutException, IOException {
        ready("Work account", SAMPLE.input());
        choose("menu-compare");
        eventually(() -> isThere("compare-run"));
        fire("compare-more");
        var models = new String[] {RunsOfAYear.SONNET, RunsOfAYear.QWEN, RunsOfAYear.NOVA};
        for (var i = 0; i < models.length; i++) {
            var picker = robot.lookup("#compare-model-" + (i + 1)).<String>queryComboBox();
            var model = models[i];
            var temperature = robot.lookup("#compare-temperature-" + (i + 1)).queryAs(TextField.class);
            robot.interact(() -> {
                picker.getEditor().setText(model);
                temperature.setText("0.20");
            });
        }
        fire("compare-run");
        for (var i = 1; i <= models.length; i++) {
            var at = i;
            eventually(() -> isThere("compare-check-" + at)
                    && !text("compare-check-" + at).startsWith("Checking"));
        }
        for (var i = 1; i <= models.length; i++) {
            var at = i;
            robot.interact(() -> area("compare-output-" + at).showParagraphAtTop(at == 1 ? 0 : 34));
        }
        assertThat(text("compare-check-2")).isEqualTo("Does not compile");
        fire("compare-check-2");
        var window = titled("Compare");
        sizes(window, "compare", 1280, 820);
        fire("compare-check-2");
        fire("compare-diff");
        eventually(() -> spoken(window.getScene().getRoot()).contains("totalCents"));
        sizes(window, "compare-diff", 1280, 820);
    }

    @Test
    void aYearOfUsageInBothThemes() throws TimeoutException, IOException {
        ready("Work account", SAMPLE.input());
        var count = RunsOfAYear.keepAll(history);
        kept(count);
        choose("menu-usage");
        eventually(() -> isThere("usage-range"));
        robot.interact(
                () -> robot.lookup("#usage-range").<Integer>queryComboBox().setValue(365));
        eventually(() -> text("usage-total").equals("%,d runs".formatted(count)));
        fire("usage-cost");
        var window = titled("Usage");
        sizes(window, "usage", 1000, 680);
    }
}
