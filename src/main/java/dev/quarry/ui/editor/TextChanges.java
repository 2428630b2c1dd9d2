package dev.quarry.ui.editor;

/// Hears of changes to a text, whoever makes them.
public final class TextChanges {

    private TextChanges() {}

    /// Has the task run after each change.
    ///
    /// @param then called on the FX thread
    public static void listen(CodeEditor editor, Runnable then) {
        editor.area().multiPlainChanges().subscribe(changes -> then.run());
    }
}
