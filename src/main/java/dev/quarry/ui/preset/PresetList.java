package dev.quarry.ui.preset;

import dev.quarry.preset.Preset;
import dev.quarry.ui.control.Texts;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The presets, one click each. Decides nothing.
public final class PresetList {

    private PresetList() {}

    public static Region build(ObservableList<Preset> presets, ObjectProperty<@Nullable Preset> picked) {
        var title = new Label(Texts.of("rail.presets"));
        title.getStyleClass().add("rail-title");
        var list = new ListView<Preset>(presets);
        list.setId("preset-list");
        list.setAccessibleText(Texts.of("rail.presets"));
        list.setCellFactory(view -> new Cell());
        list.getSelectionModel().select(picked.get());
        picked.addListener((o, was, is) -> {
            if (is != null) {
                list.getSelectionModel().select(is);
            }
        });
        list.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (is != null) {
                picked.set(is);
            }
        });
        var box = new VBox(title, list);
        VBox.setVgrow(list, Priority.ALWAYS);
        box.getStyleClass().add("rail-section");
        return box;
    }

    private static final class Cell extends ListCell<Preset> {
        private final Tooltip description = new Tooltip();

        private Cell() {
            description.setWrapText(true);
            description.setMaxWidth(320);
        }

        @Override
        protected void updateItem(@Nullable Preset preset, boolean empty) {
            super.updateItem(preset, empty);
            if (empty || preset == null) {
                setText(null);
                setTooltip(null);
                return;
            }
            setText(preset.name());
            description.setText(preset.description());
            setTooltip(preset.description().isBlank() ? null : description);
        }
    }
}
