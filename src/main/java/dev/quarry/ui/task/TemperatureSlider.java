package dev.quarry.ui.task;

import dev.quarry.ui.control.Field;
import dev.quarry.ui.control.Texts;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The temperature, with the zone that suits code marked on the track. Where the model takes no temperature it is
/// disabled and says why.
final class TemperatureSlider {

    private TemperatureSlider() {}

    static Region build(TaskModel model) {
        var slider = new Slider(0, 1, 0);
        slider.setId("temperature");
        slider.setBlockIncrement(0.1);
        slider.valueProperty().bindBidirectional(model.temperatureProperty());
        slider.disableProperty().bind(model.temperatureRefusal().isNotEmpty());

        var zone = new Region();
        zone.getStyleClass().add("temperature-zone");
        zone.setMouseTransparent(true);
        var track = new StackPane(zone, slider) {
            @Override
            protected void layoutChildren() {
                super.layoutChildren();
                // The thumb's centre travels over the track's width less the thumb's.
                var thumb = 16.0;
                var length = getWidth() - thumb;
                var from = thumb / 2 + length * TaskModel.ADVICE_FROM;
                var to = thumb / 2 + length * TaskModel.ADVICE_TO;
                zone.resizeRelocate(from, getHeight() / 2 - 8, to - from, 16);
            }
        };
        track.getStyleClass().add("temperature-track");
        zone.setManaged(false);

        var field = new Field(Texts.of("task.temperature"), track);
        field.name().setLabelFor(slider);
        slider.setAccessibleText(Texts.of("task.temperature"));
        slider.accessibleHelpProperty().bind(model.temperatureRefusal());
        field.name()
                .textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.temperatureRefusal().get().isEmpty()
                                ? Texts.of(
                                        "task.temperature.value",
                                        String.format(
                                                "%.2f",
                                                model.temperatureProperty().get()))
                                : Texts.of("task.temperature.refused"),
                        model.temperatureProperty(),
                        model.temperatureRefusal()));
        // A disabled slider shows no tooltip, so it hangs on the field around it.
        var tip = new Tooltip();
        tip.textProperty()
                .bind(Bindings.when(model.temperatureRefusal().isEmpty())
                        .then(Texts.of("task.temperature.hint"))
                        .otherwise(model.temperatureRefusal()));
        tip.setWrapText(true);
        tip.setMaxWidth(320);
        Tooltip.install(field, tip);
        return field;
    }
}
