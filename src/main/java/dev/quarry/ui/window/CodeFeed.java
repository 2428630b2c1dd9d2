package dev.quarry.ui.window;

import dev.quarry.language.Languages;
import dev.quarry.ui.editor.CodeEditor;
import dev.quarry.ui.run.RunModel;

/// Feeds an editor with the code of an answer while it comes, in the language that its first fence names. FX thread
/// only.
abstract class CodeFeed implements RunModel.Listener {
    private final RunModel run;
    private final CodeEditor editor;
    private boolean labelSeen;

    CodeFeed(RunModel run, CodeEditor editor) {
        this.run = run;
        this.editor = editor;
    }

    @Override
    public void cleared() {
        labelSeen = false;
        editor.clear();
    }

    @Override
    public final void answerAdded(String text) {}

    @Override
    public final void codeAdded(String text) {
        if (!labelSeen && !run.blocks().isEmpty()) {
            labelSeen = true;
            Languages.ofFence(run.blocks().getFirst().label()).ifPresent(editor.languageProperty()::set);
        }
        editor.append(text);
    }

    @Override
    public void over() {
        editor.endOfStream();
    }
}
