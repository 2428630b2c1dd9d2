package dev.quarry.ui.window;

import dev.quarry.ui.control.Action;
import dev.quarry.ui.control.Texts;
import java.util.List;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.stage.Window;

/// The shortcuts, read from the actions.
final class ShortcutsDialog {

    private ShortcutsDialog() {}

    static void show(Window owner, List<Action> actions) {
        var grid = new GridPane();
        grid.getStyleClass().add("shortcuts");
        var row = 0;
        for (var action : actions) {
            var shortcut = action.shortcut();
            if (shortcut != null) {
                var keys = new Label(shortcut.getDisplayText());
                keys.getStyleClass().add("keys");
                grid.addRow(row++, new Label(action.name()), keys);
            }
        }
        var dialog = new Alert(Alert.AlertType.NONE, "", ButtonType.CLOSE);
        dialog.initOwner(owner);
        dialog.setTitle(Texts.of("shortcuts.title"));
        dialog.getDialogPane().setContent(grid);
        dialog.show();
    }
}
