package dev.quarry.ui.window;

import dev.quarry.language.Highlighter;
import dev.quarry.ui.control.Action;
import dev.quarry.ui.control.Banner;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.diff.DiffController;
import dev.quarry.ui.diff.DiffModel;
import dev.quarry.ui.diff.DiffView;
import dev.quarry.ui.diff.Source;
import dev.quarry.ui.editor.CodeEditor;
import java.util.List;
import javafx.scene.layout.Region;

/// A diff of two of several answers, apart from the one of the main window: what is decided there stays. FX thread
/// only.
final class AnswerDiff implements AutoCloseable {
    private final DiffModel model = new DiffModel();
    private final Banner banner = new Banner("compare-diff-banner");
    private final CodeEditor result;
    private final DiffController controller;
    private final DiffView view;

    /// @param kept how differences are looked at
    AnswerDiff(Highlighter highlighter, DiffView.Surroundings around, KeptSettings kept) {
        result = CodeEditor.editable("compare-result-editor", highlighter);
        result.setAreaAccessibleText(Texts.of("diff.result"));
        result.fontSizeProperty().set((int) Math.round(kept.now().editorFontSize()));
        controller = new DiffController(model, highlighter, banner);
        view = DiffView.of(model, controller, banner, new EditedResult(result), around, result.fontSizeProperty());
        KeptLook.of(model.look(), kept);
    }

    Region view() {
        return view;
    }

    List<Action> actions() {
        return view.actions();
    }

    /// Shows how an answer differs from another, and puts the keyboard on the first difference.
    ///
    /// @param answers all that can be chosen, those two among them
    void show(List<Source> answers, Source left, Source right) {
        banner.hide();
        model.sources().setAll(answers);
        var same = left.equals(model.leftProperty().get())
                && right.equals(model.rightProperty().get());
        model.leftProperty().set(left);
        model.rightProperty().set(right);
        if (same) {
            controller.compare(); // the columns may have run again
        }
        view.requestFocus();
    }

    /// @param leave done when the user has seen enough
    void onLeave(Runnable leave) {
        view.onLeave(leave);
    }

    /// Asks what to find in both answers.
    void find() {
        view.find();
    }

    @Override
    public void close() {
        view.close();
        result.close();
    }
}
