package dev.quarry.ui.diff;

import dev.quarry.ui.control.FindButtons;
import dev.quarry.ui.control.Search;
import dev.quarry.ui.control.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// Asks what to find in the diff. Decides nothing. FX thread only.
final class DiffFindBar extends HBox {
    private final FindController finding;
    private final TextField what = new TextField();
    private final Runnable onClosed;

    /// @param onClosed told when the keyboard should go back to the rows
    DiffFindBar(FindController finding, Runnable onClosed) {
        this.finding = finding;
        this.onClosed = onClosed;
        setId("diff-find");
        getStyleClass().add("find-bar");
        setSpacing(6);
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        what.setId("diff-find-what");
        what.setPromptText(Texts.of("find.what"));
        what.setAccessibleText(Texts.of("diff.find"));
        what.setPrefColumnCount(16);
        what.setMinWidth(60);
        var regex = FindButtons.toggle(".*", "find.regex");
        var matchCase = FindButtons.toggle("Aa", "find.case");
        var count = new Label();
        count.setId("diff-find-count");
        count.getStyleClass().add("muted");
        count.setMinWidth(72);
        count.textProperty().bind(finding.stateProperty());
        var row = new HBox(
                matchCase,
                regex,
                FindButtons.of("find.previous", Feather.ARROW_UP, () -> finding.step(-1)),
                FindButtons.of("find.next", Feather.ARROW_DOWN, () -> finding.step(1)),
                count,
                FindButtons.of("find.close", Feather.X, this::hide));
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(what, row);
        finding.problemProperty().addListener((o, was, is) -> {
            what.getStyleClass().remove("find-problem");
            if (is) {
                what.getStyleClass().add("find-problem");
            }
        });
        Runnable search = () -> {
            if (isVisible()) {
                finding.search(new Search(what.getText(), regex.isSelected(), matchCase.isSelected()));
            }
        };
        what.textProperty().addListener((o, was, is) -> search.run());
        regex.selectedProperty().addListener((o, was, is) -> search.run());
        matchCase.selectedProperty().addListener((o, was, is) -> search.run());
        visibleProperty().addListener((o, was, is) -> search.run());
        managedProperty().bind(visibleProperty());
        setVisible(false);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                hide();
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER && what.equals(event.getTarget())) {
                finding.step(event.isShiftDown() ? -1 : 1);
                event.consume();
            }
        });
    }

    /// Opens the bar.
    ///
    /// @param selected what to find first; as before when it is empty or more than a line
    void show(String selected) {
        if (!selected.isEmpty() && selected.indexOf('\n') < 0) {
            what.setText(selected);
        }
        setVisible(true);
        what.requestFocus();
        what.selectAll();
    }

    void hide() {
        finding.stop();
        setVisible(false);
        onClosed.run();
    }
}
