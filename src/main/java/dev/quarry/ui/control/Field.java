package dev.quarry.ui.control;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A control with its name above it, tied together for screen readers.
public final class Field extends VBox {
    private final Label name;

    public Field(String name, Node control) {
        this.name = new Label(name);
        this.name.setLabelFor(control);
        this.name.getStyleClass().add("field-name");
        getStyleClass().add("field");
        getChildren().addAll(this.name, control);
        if (control.getAccessibleText() == null) {
            control.setAccessibleText(name);
        }
    }

    /// The name above the control, for a field whose name shows its value.
    public Label name() {
        return name;
    }
}
