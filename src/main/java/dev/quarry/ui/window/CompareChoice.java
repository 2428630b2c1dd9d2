package dev.quarry.ui.window;

import dev.quarry.ui.control.Texts;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Which model a column asks, and at which temperature. FX thread only.
final class CompareChoice extends HBox {
    private final CompareRuns asking;
    private final ComboBox<String> model = new ComboBox<>();
    private final TextField temperature = new TextField();
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");

    /// @param number of the column, from 1
    CompareChoice(int number, List<String> models, double firstTemperature, CompareRuns asking) {
        this.asking = asking;
        getStyleClass().add("compare-choice");
        model.setId("compare-model-" + number);
        model.setEditable(true);
        model.getItems().setAll(models);
        model.setMaxWidth(Double.MAX_VALUE);
        model.setMinWidth(0);
        model.setAccessibleText(Texts.of("compare.model", number));
        model.getEditor().textProperty().addListener((o, was, is) -> modelIs(is));
        model.setValue(asking.onlyModel().orElse(asking.first().model()));
        model.setDisable(asking.onlyModel().isPresent());
        temperature.setId("compare-temperature-" + number);
        temperature.setText(String.format(Locale.ROOT, "%.2f", firstTemperature));
        temperature.setPrefColumnCount(4);
        temperature.setMinWidth(USE_PREF_SIZE);
        temperature.setAccessibleText(Texts.of("compare.temperature", number));
        temperature.disableProperty().bind(refusal.isNotEmpty());
        HBox.setHgrow(model, Priority.ALWAYS);
        getChildren().setAll(model, temperature);
    }

    private void modelIs(String typed) {
        refusal.set(
                asking.temperatureRefusal(typed == null ? "" : typed.strip()).orElse(""));
    }

    /// As it was typed.
    String model() {
        var typed = model.getEditor().getText();
        return typed == null ? "" : typed.strip();
    }

    /// As it was typed.
    String temperature() {
        return temperature.getText().strip();
    }

    /// Why no temperature is sent; empty when one is.
    ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }
}
