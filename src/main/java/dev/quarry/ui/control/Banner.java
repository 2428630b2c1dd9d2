package dev.quarry.ui.control;

import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One sentence above a pane, with what can be done about it. Takes no room while it has nothing to say. FX
/// thread only.
public final class Banner extends HBox {

    /// How serious the sentence is. The style class is the name in lower case.
    public enum Level {
        NOTE(Feather.INFO),
        WARNING(Feather.ALERT_TRIANGLE),
        FAILURE(Feather.ALERT_OCTAGON);

        private final Feather icon;

        Level(Feather icon) {
            this.icon = icon;
        }
    }

    private final Label sentence = new Label();
    private final HBox actions = new HBox();

    public Banner(String id) {
        setId(id);
        sentence.setId(id + "-sentence");
        getStyleClass().add("banner");
        sentence.setWrapText(true);
        sentence.setMaxWidth(Double.MAX_VALUE);
        sentence.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        actions.getStyleClass().add("banner-actions");
        actions.setMinWidth(USE_PREF_SIZE);
        setAccessibleRole(AccessibleRole.TEXT);
        hide();
    }

    /// Shows the sentence instead of what was shown.
    public void show(Level level, String text, Action... offers) {
        getStyleClass().removeAll("note", "warning", "failure");
        getStyleClass().add(level.name().toLowerCase(Locale.ROOT));
        sentence.setText(text);
        setAccessibleText(text);
        actions.getChildren().clear();
        for (var offer : offers) {
            actions.getChildren().add(Buttons.of(offer));
        }
        var close = new Button(null, Buttons.icon(Feather.X));
        close.getStyleClass().addAll("flat", "icon-button");
        close.setAccessibleText(Texts.of("banner.close"));
        close.setOnAction(event -> hide());
        actions.getChildren().add(close);
        if (offers.length > 1) {
            // Beside several buttons a sentence would have no room: they go below it.
            var below = new HBox(actions);
            actions.getChildren().remove(close);
            var column = new VBox(sentence, below);
            column.getStyleClass().add("banner-column");
            HBox.setHgrow(column, Priority.ALWAYS);
            getChildren().setAll(Buttons.icon(level.icon), column, close);
        } else {
            getChildren().setAll(Buttons.icon(level.icon), sentence, actions);
        }
        setVisible(true);
        setManaged(true);
    }

    public void hide() {
        setVisible(false);
        setManaged(false);
    }

    /// What is shown, or null when nothing is.
    public @Nullable String sentence() {
        return isVisible() ? sentence.getText() : null;
    }
}
