package dev.quarry.ui.window;

import dev.quarry.language.Language;
import dev.quarry.ui.diff.ResultEditor;
import dev.quarry.ui.editor.CodeEditor;
import javafx.scene.Node;

/// The editor under the diff.
record EditedResult(CodeEditor editor) implements ResultEditor {

    @Override
    public Node node() {
        return editor;
    }

    @Override
    public String text() {
        return editor.text();
    }

    @Override
    public void show(String text, Language language) {
        editor.languageProperty().set(language);
        editor.change(text);
    }

    @Override
    public void onChange(Runnable listener) {
        editor.onChange(listener);
    }
}
