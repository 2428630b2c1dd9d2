package dev.quarry.ui.window;

import dev.quarry.ui.control.Action;
import dev.quarry.ui.editor.CodeEditor;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;

/// What can be done in a text pane: in the one with the keyboard, or in all of them at once.
final class EditorActions {
    private final CodeEditor input;
    private final List<CodeEditor> others;

    private EditorActions(CodeEditor input, List<CodeEditor> others) {
        this.input = input;
        this.others = others;
    }

    /// @param input the pane that is meant when none has the keyboard
    /// @param findElsewhere finds in a pane that is no editor, if that is where the user is
    /// @param toInput brings the input into view and puts the keyboard there
    /// @param toOutput puts the keyboard on what the output shows
    static void addTo(
            WindowActions actions,
            CodeEditor input,
            CodeEditor output,
            CodeEditor request,
            BooleanSupplier findElsewhere,
            Runnable toInput,
            Runnable toOutput) {
        var panes = new EditorActions(input, List.of(output, request));
        actions.add(Action.of("undo", null, null, input::undo));
        actions.add(Action.of("redo", null, null, input::redo));
        actions.add(Action.of("find", "Shortcut+F", null, () -> {
            if (!findElsewhere.getAsBoolean()) {
                panes.atHand().find();
            }
        }));
        actions.add(
                Action.of("replace", "Shortcut+H", null, () -> panes.atHand().replace()));
        actions.add(
                Action.of("go-to-line", "Shortcut+G", null, () -> panes.atHand().goToLine()));
        actions.add(Action.of("next-problem", "F8", null, () -> panes.atHand().nextProblem()));
        actions.add(Action.of(
                "previous-problem", "Shift+F8", null, () -> panes.atHand().previousProblem()));
        actions.add(Action.of("wrap", "Alt+Z", null, () -> panes.toggle(CodeEditor::wrapProperty)));
        actions.add(Action.of("whitespace", null, null, () -> panes.toggle(CodeEditor::whitespaceProperty)));
        actions.add(Action.of("zoom-in", "Shortcut+Equals", null, () -> input.zoom(1)));
        actions.add(Action.of("zoom-out", "Shortcut+Minus", null, () -> input.zoom(-1)));
        actions.add(Action.of("focus-input", "Shortcut+1", null, toInput));
        actions.add(Action.of("focus-output", "Shortcut+2", null, toOutput));
    }

    private CodeEditor atHand() {
        return others.stream()
                .filter(e -> e.hasKeyboardProperty().get())
                .findFirst()
                .orElse(input);
    }

    private void toggle(Function<CodeEditor, BooleanProperty> switchOf) {
        var on = !switchOf.apply(input).get();
        switchOf.apply(input).set(on);
        others.forEach(e -> switchOf.apply(e).set(on));
    }
}
