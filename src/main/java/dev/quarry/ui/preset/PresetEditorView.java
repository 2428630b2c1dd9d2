package dev.quarry.ui.preset;

import dev.quarry.ui.control.Action;
import dev.quarry.ui.control.Buttons;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.fx.FxThread;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Lays out the editor of a preset: its file on the left, on the right the request it makes of the input, and below
/// them its trials over the whole width. Decides nothing.
public final class PresetEditorView {

    /// Narrower it is only before it is shown.
    private static final double LEAST_WIDTH = 600;

    /// The share of the file, so that at half a screen its header still has room: a pane that cannot become narrower
    /// leaves that to the other.
    private static final double FILE = 0.54;

    private static final double TRIALS_AT = 0.56;

    private PresetEditorView() {}

    /// Lays the editor out.
    ///
    /// @param editor the text of the file
    /// @param preview the request
    public static Region build(
            ObservableStringValue title, Node editor, Node preview, TrialsView trials, List<Action> actions) {
        var name = new Label();
        name.setId("preset-editor-title");
        name.getStyleClass().add("pane-title");
        name.textProperty().bind(title);
        name.setMinWidth(60);
        var header = header(name);
        actions.forEach(a -> header.getChildren().add(compact(a)));
        var file = new VBox(header, editor);
        VBox.setVgrow(editor, Priority.ALWAYS);
        file.getStyleClass().add("pane");

        var asked = new Label(Texts.of("presets.preview"));
        asked.getStyleClass().add("pane-title");
        var request = new VBox(header(asked), preview);
        VBox.setVgrow(preview, Priority.ALWAYS);
        request.getStyleClass().add("pane");

        var panes = new SplitPane(file, request);
        divide(panes);
        panes.getStyleClass().add("panes");
        var all = new SplitPane(panes, trials);
        all.setId("preset-editing");
        all.setOrientation(Orientation.VERTICAL);
        all.getStyleClass().add("panes");
        makeRoom(all, trials, trials.shownProperty());
        return all;
    }

    /// After the first layout, which begins with next to no width: there the panes take their least and grow by the
    /// same from there.
    private static void divide(SplitPane panes) {
        panes.widthProperty().addListener(new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends Number> width, Number was, Number is) {
                if (is.doubleValue() > LEAST_WIDTH) {
                    width.removeListener(this);
                    FxThread.LATER.execute(() -> panes.setDividerPositions(FILE));
                }
            }
        });
    }

    /// As long as there is nothing in the table, the file has its room.
    private static void makeRoom(SplitPane all, Region trials, ObservableBooleanValue tableShown) {
        trials.setMaxHeight(tableShown.get() ? Double.MAX_VALUE : Region.USE_PREF_SIZE);
        all.setDividerPositions(tableShown.get() ? TRIALS_AT : 1);
        tableShown.addListener((o, was, is) -> {
            trials.setMaxHeight(is ? Double.MAX_VALUE : Region.USE_PREF_SIZE);
            all.setDividerPositions(is ? TRIALS_AT : 1);
        });
    }

    /// A button for a pane's header.
    static Node compact(Action action) {
        var button = action.id().equals("preset-close") ? Buttons.iconOnly(action) : Buttons.of(action);
        button.setId("button-" + action.id());
        button.getStyleClass().addAll("flat", "compact");
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private static HBox header(Label title) {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var header = new HBox(title, space);
        header.getStyleClass().add("pane-header");
        return header;
    }
}
