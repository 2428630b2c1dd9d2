package dev.quarry.ui.conversation;

import dev.quarry.ui.control.Action;
import dev.quarry.ui.control.Buttons;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.fx.WhenShown;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// Under the output: a field that goes on with the conversation, and the way through its versions. Decides nothing.
public final class RefineBar extends HBox {
    private final TextField field = new TextField();

    /// @param busy true while a run goes on
    /// @param onRefine takes what the answer should become; true when it was sent
    /// @param onShow asked to show the version of that index
    /// @param diff shows what has changed since the version before
    public RefineBar(
            ConversationModel model,
            ObservableBooleanValue busy,
            Predicate<String> onRefine,
            IntConsumer onShow,
            Action diff) {
        getStyleClass().add("refine-bar");
        var none = Bindings.isEmpty(model.versions()).or(Bindings.createBooleanBinding(busy::get, busy));
        field.setId("refine");
        field.setPromptText(Texts.of("refine.prompt"));
        field.setAccessibleText(Texts.of("refine.accessible"));
        field.disableProperty().bind(none);
        HBox.setHgrow(field, Priority.ALWAYS);
        var send = button("refine-send", Feather.CORNER_DOWN_LEFT, "refine.send");
        send.disableProperty()
                .bind(none.or(
                        Bindings.createBooleanBinding(() -> field.getText().isBlank(), field.textProperty())));
        Runnable refine = () -> {
            if (!field.getText().isBlank() && onRefine.test(field.getText().strip())) {
                field.clear();
            }
        };
        send.setOnAction(event -> refine.run());
        field.setOnAction(event -> refine.run());
        field.setOnKeyPressed(event -> {
            var step = event.getCode() == KeyCode.UP ? -1 : event.getCode() == KeyCode.DOWN ? 1 : 0;
            if (event.isAltDown() && step != 0) {
                step(model, step, onShow);
                event.consume();
            }
        });
        var several = Bindings.size(model.versions()).greaterThan(1);
        getChildren().addAll(field, send, WhenShown.of(several, () -> versions(model, busy, onShow, diff)));
    }

    private static void step(ConversationModel model, int by, IntConsumer onShow) {
        var next = model.currentProperty().get() + by;
        if (next >= 0 && next < model.versions().size()) {
            onShow.accept(next);
        }
    }

    private static Node versions(
            ConversationModel model, ObservableBooleanValue busy, IntConsumer onShow, Action diff) {
        var current = model.currentProperty();
        var count = Bindings.size(model.versions());
        var running = Bindings.createBooleanBinding(busy::get, busy);
        var previous = button("version-previous", Feather.CHEVRON_LEFT, "refine.previous");
        previous.disableProperty().bind(current.lessThan(1).or(running));
        previous.setOnAction(event -> step(model, -1, onShow));
        var next = button("version-next", Feather.CHEVRON_RIGHT, "refine.next");
        next.disableProperty()
                .bind(current.greaterThanOrEqualTo(count.subtract(1)).or(running));
        next.setOnAction(event -> step(model, 1, onShow));
        var picker = new ComboBox<Version>(model.versions());
        picker.setId("version-picker");
        picker.getStyleClass().add("compact");
        picker.setAccessibleText(Texts.of("refine.versions"));
        picker.setCellFactory(view -> new LabelCell());
        picker.setButtonCell(new ShortCell(model));
        picker.disableProperty().bind(running);
        current.addListener((o, was, is) -> {
            if (is.intValue() >= 0) {
                picker.getSelectionModel().select(is.intValue());
            }
        });
        picker.setOnAction(event -> {
            var index = picker.getSelectionModel().getSelectedIndex();
            if (index >= 0 && index != current.get()) {
                onShow.accept(index);
            }
        });
        var changes = Buttons.iconOnly(diff);
        changes.setId(diff.id());
        var box = new HBox(previous, picker, next, changes);
        box.getStyleClass().add("versions");
        return box;
    }

    private static Button button(String id, Ikon icon, String text) {
        var button = new Button(null, Buttons.icon(icon));
        button.setId(id);
        button.getStyleClass().addAll("flat", "icon-button");
        button.setTooltip(new Tooltip(Texts.of(text)));
        button.setAccessibleText(Texts.of(text));
        return button;
    }

    /// Puts the keyboard into the field.
    public void begin() {
        field.requestFocus();
    }

    private static final class LabelCell extends ListCell<Version> {
        @Override
        protected void updateItem(@Nullable Version version, boolean empty) {
            super.updateItem(version, empty);
            setText(version == null ? null : version.label());
        }
    }

    /// Where one is, without the words that led there.
    private static final class ShortCell extends ListCell<Version> {
        private final ConversationModel model;

        private ShortCell(ConversationModel model) {
            this.model = model;
            model.currentProperty().addListener((o, was, is) -> show());
            Bindings.size(model.versions()).addListener((o, was, is) -> show());
        }

        @Override
        protected void updateItem(@Nullable Version version, boolean empty) {
            super.updateItem(version, empty);
            show();
        }

        private void show() {
            setText(Texts.of(
                    "refine.version",
                    model.currentProperty().get() + 1,
                    model.versions().size()));
        }
    }
}
