package dev.quarry.ui.window;

import dev.quarry.ui.control.Action;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// Gives the output the room of the input too: two texts side by side need it, and one of them is the input. FX thread
/// only.
final class WideOutput {
    private final BooleanProperty wide = new SimpleBooleanProperty();
    private double divider = 0.5;

    /// @param panes holds the input, then the output
    void attach(SplitPane panes, Region input) {
        wide.addListener((o, was, is) -> {
            if (is) {
                divider = panes.getDividerPositions()[0];
                panes.getItems().remove(input);
            } else {
                panes.getItems().addFirst(input);
                panes.setDividerPositions(divider);
            }
        });
    }

    BooleanProperty wideProperty() {
        return wide;
    }

    Action action() {
        return Action.of("wide-output", "Shortcut+Shift+M", Feather.MAXIMIZE_2, () -> wide.set(!wide.get()));
    }
}
