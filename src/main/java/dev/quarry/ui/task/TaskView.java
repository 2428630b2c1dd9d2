package dev.quarry.ui.task;

import dev.quarry.preset.Preset;
import dev.quarry.ui.control.Field;
import dev.quarry.ui.control.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Lays out the task strip and binds it. Decides nothing.
public final class TaskView {
    private final FlowPane strip = new FlowPane();
    private final List<Node> before = new ArrayList<>();
    private final List<Node> after = new ArrayList<>();
    private final TaskModel model;

    private TaskView(TaskModel model) {
        this.model = model;
    }

    public static Region build(TaskModel model) {
        var view = new TaskView(model);
        view.before.add(new Field(Texts.of("task.task"), view.picker()));
        var models = new Field(Texts.of("task.model"), ModelPicker.build(model));
        models.name()
                .textProperty()
                .bind(Bindings.when(model.modelIsFixedProperty())
                        .then(Texts.of("task.model.fixed"))
                        .otherwise(Texts.of("task.model")));
        view.after.add(models);
        view.after.add(TemperatureSlider.build(model));
        view.after.add(ParametersButton.build(model));
        view.strip.getStyleClass().add("task-strip");
        view.strip.setRowValignment(VPos.BOTTOM);
        // A flow pane asks for the height of its preferred width, not of the one it gets.
        view.strip.prefWrapLengthProperty().bind(view.strip.widthProperty());
        model.currentProperty().addListener((o, was, is) -> {
            if (was == null
                    || is == null
                    || !was.name().equals(is.name())
                    || !was.parameters().equals(is.parameters())) {
                view.show(is);
            }
        });
        view.show(model.currentProperty().getValue());
        return view.strip;
    }

    private void show(@Nullable Preset preset) {
        var nodes = new ArrayList<>(before);
        if (preset != null) {
            for (var parameter : preset.parameters()) {
                nodes.add(ParameterField.of(parameter, model.valueOf(preset, parameter)));
            }
        }
        nodes.addAll(after);
        strip.getChildren().setAll(nodes);
    }

    private Node picker() {
        var box = new ComboBox<Preset>(model.presets());
        box.setId("task-picker");
        box.setVisibleRowCount(16);
        box.valueProperty().bindBidirectional(model.presetProperty());
        box.setConverter(new PresetName());
        box.setCellFactory(list -> new PresetCell());
        box.setButtonCell(new ListCell<>() {
            // By the value: the place of it may have changed while it did not, which the box does not notice.
            @Override
            protected void updateItem(@Nullable Preset preset, boolean empty) {
                super.updateItem(preset, empty);
                var picked = box.getValue();
                setText(picked == null ? "" : picked.name());
            }
        });
        return box;
    }

    private static final class PresetName extends StringConverter<Preset> {
        @Override
        public String toString(@Nullable Preset preset) {
            return preset == null ? "" : preset.name();
        }

        @Override
        public Preset fromString(String name) {
            throw new UnsupportedOperationException("the picker is not edited");
        }
    }

    private static final class PresetCell extends ListCell<Preset> {
        @Override
        protected void updateItem(@Nullable Preset preset, boolean empty) {
            super.updateItem(preset, empty);
            setText(empty || preset == null ? null : preset.name());
        }
    }
}
