package dev.quarry.ui.task;

import dev.quarry.language.Language;
import dev.quarry.language.Languages;
import dev.quarry.preset.Parameter;
import dev.quarry.ui.control.Field;
import dev.quarry.ui.control.Texts;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/// One parameter of a preset as a field, by its type.
final class ParameterField {

    private ParameterField() {}

    /// A field bound to the value both ways. The control's ID is `param-NAME`, or `NAME-language` for a language.
    static Node of(Parameter parameter, StringProperty value) {
        var control = control(parameter, value);
        control.setId(
                parameter.type() == Parameter.Type.LANGUAGE
                        ? parameter.name() + "-language"
                        : "param-" + parameter.name());
        if (control instanceof CheckBox box) {
            box.setAccessibleText(parameter.label());
            return new Field(" ", box);
        }
        return new Field(parameter.label(), control);
    }

    private static Node control(Parameter parameter, StringProperty value) {
        return switch (parameter.type()) {
            case TEXT, NUMBER -> text(parameter, value);
            case MULTILINE -> multiline(parameter, value);
            case CHOICE -> choice(parameter, value);
            case LANGUAGE -> language(value);
            case BOOLEAN -> flag(parameter, value);
        };
    }

    private static Node text(Parameter parameter, StringProperty value) {
        var field = new TextField();
        field.textProperty().bindBidirectional(value);
        field.setPrefColumnCount(parameter.type() == Parameter.Type.NUMBER ? 6 : 10);
        field.setPromptText(prompt(parameter));
        return field;
    }

    private static Node multiline(Parameter parameter, StringProperty value) {
        var field = new TextArea();
        field.textProperty().bindBidirectional(value);
        field.setPrefRowCount(2);
        field.setPrefColumnCount(28);
        field.setWrapText(true);
        field.setPromptText(prompt(parameter));
        return field;
    }

    private static @Nullable String prompt(Parameter parameter) {
        return parameter.optional() ? Texts.of("task.optional") : null;
    }

    private static Node choice(Parameter parameter, StringProperty value) {
        var box = new ComboBox<String>();
        box.getItems().setAll(parameter.choices());
        box.valueProperty().bindBidirectional(value);
        return box;
    }

    private static Node language(StringProperty value) {
        var box = new ComboBox<Language>();
        box.getItems().setAll(Languages.all());
        box.setVisibleRowCount(14);
        Languages.named(value.get()).ifPresent(box::setValue);
        box.valueProperty().addListener((o, was, is) -> {
            if (is != null) {
                value.set(is.id());
            }
        });
        value.addListener((o, was, is) -> Languages.named(is).ifPresent(box::setValue));
        return box;
    }

    private static Node flag(Parameter parameter, StringProperty value) {
        var box = new CheckBox(parameter.label());
        box.setSelected(Boolean.parseBoolean(value.get()));
        box.selectedProperty().addListener((o, was, is) -> value.set(Boolean.toString(is)));
        value.addListener((o, was, is) -> box.setSelected(Boolean.parseBoolean(is)));
        return box;
    }
}
