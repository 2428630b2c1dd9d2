package dev.quarry.ui.task;

import atlantafx.base.controls.Popover;
import dev.quarry.run.ParameterChoices;
import dev.quarry.ui.control.Buttons;
import dev.quarry.ui.control.Field;
import dev.quarry.ui.control.Texts;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/// Opens the form of parameters, and says whether anything in it is chosen. FX thread only.
final class ParametersButton {

    private ParametersButton() {}

    static Node build(TaskModel model) {
        var button = new Button(null, Buttons.icon(Feather.SLIDERS));
        button.setId("parameters");
        button.textProperty()
                .bind(Bindings.when(model.choicesProperty().isEqualTo(ParameterChoices.NONE))
                        .then(Texts.of("parameters.usual"))
                        .otherwise(Texts.of("parameters.chosen")));
        button.setTooltip(new Tooltip(Texts.of("parameters.hint")));
        button.setOnAction(event -> {
            var popover = new Popover(ParametersForm.build(model));
            popover.setTitle(Texts.of("parameters.title"));
            popover.setHeaderAlwaysVisible(true);
            popover.setDetachable(false);
            popover.setArrowLocation(Popover.ArrowLocation.TOP_RIGHT);
            popover.show(button);
        });
        return new Field(Texts.of("parameters.title"), button);
    }
}
