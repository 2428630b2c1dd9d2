package dev.quarry.ui.check;

import dev.quarry.check.tests.TestPlan;
import dev.quarry.check.tests.TestRun;
import dev.quarry.check.tool.SearchPath;
import dev.quarry.check.tool.ToolCommand;
import dev.quarry.check.tool.ToolOutcome;
import dev.quarry.ui.control.Buttons;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.fx.FxThread;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Says what running the tests of an answer would do, and runs them when the user wants it all the same. FX thread
/// only; the tests run in the background, and end when the dialog is closed.
public final class TestsDialog {
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final ButtonType run = new ButtonType(Texts.of("check.tests.run"), ButtonData.OTHER);
    private final Label said = new Label();
    private final TextArea text = new TextArea();
    private final SearchPath path;
    private final Map<String, String> environment;
    private @Nullable Thread worker;

    private TestsDialog(SearchPath path, Map<String, String> environment) {
        this.path = path;
        this.environment = environment;
    }

    /// Opens it. Nothing is run before its button is pressed.
    ///
    /// @param environment of this program
    public static void show(Window owner, TestPlan.Result result, SearchPath path, Map<String, String> environment) {
        new TestsDialog(path, environment).open(owner, result);
    }

    private void open(Window owner, TestPlan.Result result) {
        dialog.initOwner(owner);
        dialog.setTitle(Texts.of("check.tests.title"));
        dialog.setResizable(true);
        var pane = dialog.getDialogPane();
        pane.setId("tests-dialog");
        pane.getStylesheets().setAll(owner.getScene().getStylesheets());
        pane.getStyleClass().add("tests-dialog");
        said.setId("tests-said");
        said.setWrapText(true);
        said.setMinHeight(Label.USE_PREF_SIZE);
        text.setId("tests-text");
        text.setEditable(false);
        text.getStyleClass().add("code-text");
        text.setPrefRowCount(14);
        VBox.setVgrow(text, Priority.ALWAYS);
        var content = new VBox(said, text);
        content.getStyleClass().add("tests-content");
        pane.setContent(content);
        switch (result) {
            case TestPlan.Result.Missing missing -> {
                tell(missing.reason(), Feather.INFO, "muted");
                text.setVisible(false);
                text.setManaged(false);
                pane.getButtonTypes().setAll(ButtonType.CLOSE);
            }
            case TestPlan.Result.Ready ready -> {
                tell(Texts.of("check.tests.warning"), Feather.ALERT_TRIANGLE, "partial");
                text.setText(described(ready.plan()));
                pane.getButtonTypes().setAll(run, ButtonType.CANCEL);
                var button = (Button) pane.lookupButton(run);
                button.setId("tests-run");
                button.setDefaultButton(false);
                button.addEventFilter(ActionEvent.ACTION, event -> {
                    event.consume();
                    start(ready.plan());
                });
                ((Button) pane.lookupButton(ButtonType.CANCEL)).setDefaultButton(true);
            }
        }
        dialog.setOnHidden(event -> stop());
        dialog.show();
    }

    private static String described(TestPlan plan) {
        var commands = plan.commands().stream().map(ToolCommand::toString).collect(Collectors.joining("\n"));
        var files = plan.files().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(f -> f.getKey() + "  "
                        + Texts.of("check.tests.lines", f.getValue().lines().count()))
                .collect(Collectors.joining("\n"));
        return Texts.of("check.tests.plan", files, commands);
    }

    private void start(TestPlan plan) {
        if (worker != null) {
            return;
        }
        dialog.getDialogPane().lookupButton(run).setDisable(true);
        tell(Texts.of("check.tests.running", TestRun.LIMIT.toMinutes()), Feather.LOADER, "muted");
        text.setText("");
        dialog.getDialogPane()
                .getButtonTypes()
                .setAll(new ButtonType(Texts.of("check.tests.stop"), ButtonData.CANCEL_CLOSE));
        worker = Thread.ofVirtual().name("tests").start(() -> {
            try {
                var outcome = TestRun.of(plan, path, environment);
                FxThread.LATER.execute(() -> over(outcome));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // the dialog was closed: nobody waits for this
            }
        });
    }

    private void over(ToolOutcome outcome) {
        worker = null;
        dialog.getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
        var seconds = outcome.elapsed().toMillis() / 1000.0;
        switch (outcome.how()) {
            case NOT_STARTED -> tell(outcome.output(), Feather.X_CIRCLE, "bad");
            case TIMED_OUT -> tell(Texts.of("check.tests.tooLong", TestRun.LIMIT.toMinutes()), Feather.X_CIRCLE, "bad");
            case ENDED -> {
                var well = outcome.exitCode() == 0;
                tell(
                        well
                                ? Texts.of("check.tests.passed", seconds)
                                : Texts.of("check.tests.failed", outcome.exitCode(), seconds),
                        well ? Feather.CHECK_CIRCLE : Feather.X_CIRCLE,
                        well ? "good" : "bad");
            }
        }
        text.setText(outcome.output());
        text.positionCaret(text.getLength());
    }

    private void tell(String sentence, Feather icon, String style) {
        said.setText(sentence);
        said.setGraphic(Buttons.icon(icon));
        said.getStyleClass().setAll("label", "tests-said", style);
    }

    private void stop() {
        var running = worker;
        worker = null;
        if (running != null) {
            running.interrupt();
        }
    }
}
