package dev.quarry.ui.connection;

import dev.quarry.run.ConnectionDoctor;
import dev.quarry.run.ConnectionDoctor.Finding;
import dev.quarry.run.ConnectionDoctor.Report;
import dev.quarry.run.ConnectionOptions;
import dev.quarry.ui.control.Buttons;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.fx.FxThread;
import java.util.List;
import javafx.event.ActionEvent;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Has a connection examined and shows each finding as it comes. FX thread only; the examination is in the
/// background.
public final class DoctorDialog {
    private static final ButtonType COPY = new ButtonType(Texts.of("doctor.copy"), ButtonData.LEFT);
    private static final ButtonType COPY_POLICY = new ButtonType(Texts.of("doctor.copyPolicy"), ButtonData.LEFT);

    private static final List<ConnectionDoctor.Step> STEPS = List.of(ConnectionDoctor.Step.values());

    private final VBox content = new VBox(12);
    private final GridPane steps = new GridPane();
    private final TextArea policy = new TextArea();
    private final TitledPane policyPane = new TitledPane(Texts.of("doctor.policy"), policy);
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private @Nullable Report report;

    private DoctorDialog() {}

    /// Opens it and begins.
    ///
    /// @param model that is called in the last step
    public static void show(Window owner, ConnectionDoctor doctor, ConnectionOptions options, String model) {
        new DoctorDialog().open(owner, doctor, options, model);
    }

    private void open(Window owner, ConnectionDoctor doctor, ConnectionOptions options, String model) {
        dialog.initOwner(owner);
        dialog.setTitle(Texts.of("doctor.title"));
        var pane = dialog.getDialogPane();
        pane.setId("doctor-dialog");
        pane.getStylesheets().setAll(owner.getScene().getStylesheets());
        pane.getStyleClass().add("connection-dialog");
        steps.getStyleClass().add("doctor");
        var narrow = new ColumnConstraints();
        narrow.setMinWidth(Region.USE_PREF_SIZE);
        var wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        steps.getColumnConstraints().setAll(narrow, narrow, wide);
        policy.setId("doctor-policy");
        policy.setEditable(false);
        policy.getStyleClass().add("code-text");
        policyPane.setExpanded(false);
        policyPane.setAnimated(false);
        policyPane.setDisable(true);
        for (var step : STEPS) {
            var row = new RowConstraints();
            row.setValignment(VPos.TOP); // beside the first line, where a finding has several
            steps.getRowConstraints().add(row);
            var waiting = new Label(Texts.of("doctor.waiting"));
            waiting.getStyleClass().add("muted");
            steps.addRow(STEPS.indexOf(step), Buttons.icon(Feather.CLOCK), new Label(title(step)), waiting);
        }
        content.getChildren().setAll(new Label(Texts.of("doctor.model", model)), steps, policyPane);
        pane.setContent(content);
        pane.getButtonTypes().setAll(COPY, COPY_POLICY, ButtonType.CLOSE);
        copies(COPY, "doctor-copy", Report::text);
        copies(COPY_POLICY, "doctor-copy-policy", Report::policy);
        dialog.show();
        Thread.ofVirtual().name("doctor").start(() -> {
            var made = doctor.examine(options, model, finding -> FxThread.LATER.execute(() -> show(finding)));
            FxThread.LATER.execute(() -> end(made));
        });
    }

    private static String title(ConnectionDoctor.Step step) {
        return Texts.of("doctor.step." + step.name());
    }

    private void show(Finding finding) {
        var row = STEPS.indexOf(finding.step());
        steps.getChildren().removeIf(node -> {
            Integer at = GridPane.getRowIndex(node);
            return at != null && at == row;
        });
        var words = new Label(finding.finding());
        words.setWrapText(true);
        words.setId("doctor-" + finding.step().name().toLowerCase(java.util.Locale.ROOT));
        words.setMinHeight(Region.USE_PREF_SIZE);
        var cell = new VBox(2, words);
        if (finding.advice() != null) {
            var advice = new Label(finding.advice());
            advice.setWrapText(true);
            advice.setMinHeight(Region.USE_PREF_SIZE);
            advice.getStyleClass().add("muted");
            cell.getChildren().add(advice);
        }
        var icon = Buttons.icon(
                switch (finding.result()) {
                    case GOOD -> Feather.CHECK_CIRCLE;
                    case WARNING -> Feather.ALERT_TRIANGLE;
                    case BAD -> Feather.ALERT_OCTAGON;
                    case SKIPPED -> Feather.MINUS_CIRCLE;
                });
        icon.getStyleClass()
                .add(
                        switch (finding.result()) {
                            case GOOD -> "good";
                            case WARNING -> "partial";
                            case BAD -> "bad";
                            case SKIPPED -> "skipped";
                        });
        var sign = new Label("", icon);
        sign.setAccessibleText(Texts.of("doctor.result." + finding.result().name()));
        var title = new Label(title(finding.step()));
        title.getStyleClass().add("pane-title");
        steps.addRow(row, sign, title, cell);
        fit();
    }

    private void end(Report made) {
        report = made;
        policy.setText(made.policy());
        policyPane.setDisable(made.policy().isEmpty());
        policyPane.setExpanded(!made.isGood() && !made.policy().isEmpty());
        button(COPY).setDisable(false);
        button(COPY_POLICY).setDisable(made.policy().isEmpty());
        fit();
    }

    /// A dialog asks how high its content is without saying how wide it will be, and so cuts off what is wrapped.
    private void fit() {
        content.setPrefHeight(Region.USE_COMPUTED_SIZE);
        content.applyCss();
        content.setPrefHeight(content.prefHeight(content.getWidth()));
        dialog.getDialogPane().getScene().getWindow().sizeToScene();
    }

    private Button button(ButtonType type) {
        return (Button) dialog.getDialogPane().lookupButton(type);
    }

    private void copies(ButtonType type, String id, java.util.function.Function<Report, String> what) {
        var button = button(type);
        button.setId(id);
        button.setDisable(true);
        button.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            if (report != null) {
                var content = new ClipboardContent();
                content.putString(what.apply(report));
                Clipboard.getSystemClipboard().setContent(content);
            }
        });
    }
}
