package dev.quarry.ui.window;

import dev.quarry.fault.ErrorReport;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.fx.StyleSheets;
import java.util.Objects;
import javafx.event.ActionEvent;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Shows errors of Quarry's own with a report that can be copied. One dialog at a time, which stops nothing: errors
/// that come while it is open are counted in it. FX thread only.
public final class ErrorDialog {
    private final @Nullable Window owner;
    private @Nullable Alert open;
    private final Label more = new Label();
    private int further;

    /// @param owner the window the dialog stands before, whose colours it has; null where there is none yet
    public ErrorDialog(@Nullable Window owner) {
        this.owner = owner;
        more.setId("error-more");
        more.getStyleClass().add("muted");
        more.setMinHeight(Region.USE_PREF_SIZE);
    }

    public void show(ErrorReport report) {
        if (open != null) {
            further++;
            more.setText(Texts.of("error.more", further));
            more.setManaged(true);
            more.setVisible(true);
            return;
        }
        further = 0;
        more.setManaged(false);
        more.setVisible(false);
        var dialog = dialog(
                report,
                report.outOfMemory() ? "error.memory.header" : "error.header",
                report.outOfMemory() ? "error.memory.sentence" : "error.sentence");
        dialog.setOnHidden(event -> open = null);
        open = dialog;
        dialog.show();
    }

    /// Says that the window could not be opened, and returns when that has been read.
    public void showFailedStart(ErrorReport report) {
        var dialog = dialog(report, "error.start.header", "error.start.sentence");
        dialog.getDialogPane().getStylesheets().setAll(StyleSheets.named("light.css"), StyleSheets.named("base.css"));
        dialog.showAndWait();
    }

    private Alert dialog(ErrorReport report, String header, String words) {
        var copy = new ButtonType(Texts.of("error.copy"), ButtonBar.ButtonData.LEFT);
        var dialog = new Alert(Alert.AlertType.NONE, "", copy, ButtonType.CLOSE);
        dialog.initOwner(owner);
        dialog.initModality(Modality.NONE);
        dialog.setResizable(true);
        dialog.setTitle(Texts.of("error.title"));
        var pane = dialog.getDialogPane();
        pane.setId("error-dialog");
        pane.getStyleClass().add("error-dialog");
        pane.setContent(content(report, header, words));
        var button = (Button) Objects.requireNonNull(pane.lookupButton(copy));
        button.setId("error-copy");
        button.addEventFilter(ActionEvent.ACTION, event -> {
            copy(report);
            button.setText(Texts.of("error.copied"));
            event.consume(); // else it would close the dialog
        });
        return dialog;
    }

    private VBox content(ErrorReport report, String header, String words) {
        var title = new Label(Texts.of(header));
        title.getStyleClass().add("error-header");
        var sentence = new Label(Texts.of(words));
        sentence.setId("error-sentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        var text = new TextArea(report.text());
        text.setId("error-report");
        text.setEditable(false);
        text.setWrapText(true);
        text.setAccessibleText(Texts.of("error.report"));
        text.getStyleClass().add("error-report");
        VBox.setVgrow(text, Priority.ALWAYS);
        var box = new VBox(title, sentence, text, more);
        box.getStyleClass().add("error-content");
        return box;
    }

    private static void copy(ErrorReport report) {
        var content = new ClipboardContent();
        content.putString(report.text());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
