package dev.quarry.ui.run;

import dev.quarry.ui.control.Texts;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;

/// What the model thinks, apart from the answer: folded, and there only when it thinks. FX thread only.
final class ReasoningPane extends TitledPane {
    private final TextArea text = new TextArea();

    ReasoningPane(RunModel model) {
        setId("reasoning");
        getStyleClass().add("reasoning");
        text.setId("reasoning-text");
        text.setEditable(false);
        text.setWrapText(true);
        text.setPrefRowCount(7);
        setContent(text);
        setExpanded(false);
        setAnimated(false);
        clear();
        model.addListener(new RunModel.Listener() {
            @Override
            public void cleared() {
                clear();
            }

            @Override
            public void answerAdded(String added) {}

            @Override
            public void codeAdded(String added) {}

            @Override
            public void reasoningAdded(String added) {
                add(added);
            }
        });
    }

    private void clear() {
        text.clear();
        setVisible(false);
        setManaged(false);
    }

    private void add(String added) {
        text.appendText(added);
        setText(Texts.of("reasoning.title", text.getLength()));
        setVisible(true);
        setManaged(true);
    }
}
