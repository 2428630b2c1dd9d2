package dev.quarry.ui.task;

import dev.quarry.model.ModelEntry;
import dev.quarry.ui.control.Buttons;
import dev.quarry.ui.control.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A model in the list: its name and maker, under them its ID, and a star to have it shown first.
final class ModelCell extends ListCell<ModelEntry> {
    private final Label name = new Label();
    private final Label kind = new Label();
    private final Label id = new Label();
    private final Button star = new Button(null, Buttons.icon(Feather.STAR));
    private final List<String> favourites;
    private final HBox row;

    /// @param onStar told which one was made a favourite, or is none any more
    ModelCell(List<String> favourites, Consumer<ModelEntry> onStar) {
        this.favourites = favourites;
        id.getStyleClass().add("muted");
        id.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        kind.getStyleClass().add("model-kind");
        star.getStyleClass().addAll("flat", "icon-button", "star");
        star.setFocusTraversable(false);
        star.setOnAction(event -> {
            var entry = getItem();
            if (entry != null) {
                onStar.accept(entry);
            }
        });
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var words = new VBox(new HBox(8, name, kind), id);
        words.setMinWidth(0);
        row = new HBox(8, words, space, star);
        row.getStyleClass().add("model-row");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable ModelEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        setText(null);
        if (empty || entry == null) {
            setGraphic(null);
            return;
        }
        name.setText(entry.provider().isEmpty() ? entry.name() : entry.provider() + " · " + entry.name());
        var words = kind(entry);
        kind.setText(words);
        kind.setVisible(!words.isEmpty());
        id.setText(entry.id());
        star.getStyleClass().remove("starred");
        if (favourites.contains(entry.id())) {
            star.getStyleClass().add("starred");
        }
        star.setAccessibleText(Texts.of(favourites.contains(entry.id()) ? "models.unstar" : "models.star"));
        setAccessibleText(name.getText() + ", " + entry.id() + ", " + words);
        setGraphic(row);
    }

    private static String kind(ModelEntry entry) {
        if (entry.legacy()) {
            return Texts.of("models.legacy");
        }
        return switch (entry.kind()) {
            case ON_DEMAND -> "";
            case PROFILE -> Texts.of("models.profile");
            case APPLICATION -> Texts.of("models.application");
        };
    }
}
