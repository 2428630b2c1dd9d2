package dev.quarry.ui.diff;

import dev.quarry.diff.Row;
import dev.quarry.diff.review.Decision;
import dev.quarry.diff.review.Review;
import dev.quarry.ui.control.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What can be done in the diff, for buttons, menus and keys. FX thread only.
final class DiffActions {
    private final DiffModel model;
    private final List<Action> all = new ArrayList<>();

    final Action next;
    final Action previous;
    final Action compare;
    final Action unified;
    final Action folds;
    final Action safeColours;
    final Action result;
    final Action acceptHunk;
    final Action rejectHunk;
    final Action acceptLines;
    final Action rejectLines;
    final Action acceptAll;
    final Action rejectAll;
    final Action redoHunk;
    final Action undo;
    final Action redo;

    /// These two are keys of the rows and in no menu.
    final Action open;

    final Action copyRows;

    final Action toFile;
    final Action toInput;
    final Action copyResult;
    final Action saveResult;
    final Action copyPatch;
    final Action savePatch;
    final Action undoApply;
    final Action writeMerged;
    final Action leaveMerge;

    DiffActions(
            DiffModel model,
            DiffController controller,
            ApplyController apply,
            ExportController exporting,
            RedoController redoing) {
        this.model = model;
        var reviewing = controller.reviewing();
        var nothing = when(review -> true);
        var noHunks = when(review -> !review.diff().isEmpty());
        next = add("next-change", "F7", Feather.CHEVRON_DOWN, noHunks, model.rows()::nextChange);
        previous = add("previous-change", "Shift+F7", Feather.CHEVRON_UP, noHunks, model.rows()::previousChange);
        compare = add("compare-again", "F5", Feather.REFRESH_CW, model.comparingProperty(), controller::compare);
        unified = add("unified", "Shortcut+Shift+U", Feather.ALIGN_JUSTIFY, nothing(), this::toggleLayout);
        folds = add("folds", "Shortcut+Shift+K", Feather.MINIMIZE_2, noHunks, model.rows()::toggleFolds);
        safeColours = add(
                "safe-colours",
                null,
                Feather.DROPLET,
                nothing(),
                () -> toggle(model.look().safeColoursProperty()));
        result = add("result", "Shortcut+Shift+E", Feather.EDIT_3, nothing, () -> toggle(model.resultShownProperty()));
        var noHunk = inHunk().not();
        acceptHunk = add("accept-hunk", "F9", Feather.CHECK, noHunk, () -> reviewing.decideHunk(Decision.ACCEPTED));
        rejectHunk = add("reject-hunk", "Shift+F9", Feather.X, noHunk, () -> reviewing.decideHunk(Decision.REJECTED));
        var noLines = Bindings.createBooleanBinding(
                () -> model.rows().selectedLines().isEmpty(), model.rows().selected());
        acceptLines = add("accept-lines", "Alt+F9", null, noLines, () -> reviewing.decideLines(Decision.ACCEPTED));
        rejectLines =
                add("reject-lines", "Alt+Shift+F9", null, noLines, () -> reviewing.decideLines(Decision.REJECTED));
        acceptAll = add(
                "accept-all",
                "Shortcut+F9",
                Feather.CHECK_SQUARE,
                noHunks,
                () -> reviewing.decideAll(Decision.ACCEPTED));
        rejectAll = add(
                "reject-all",
                "Shortcut+Shift+F9",
                Feather.X_SQUARE,
                noHunks,
                () -> reviewing.decideAll(Decision.REJECTED));
        redoHunk = add("redo-hunk", "Shortcut+Shift+R", Feather.REPEAT, noHunk.or(notByModel()), redoing::open);
        undo = add(
                "undo-decision",
                null,
                Feather.CORNER_UP_LEFT,
                Bindings.createBooleanBinding(() -> !controller.canUndo(), model.stepsProperty()),
                controller::undo);
        redo = add("redo-decision", null, Feather.CORNER_UP_RIGHT, when(Review::canRedo), reviewing::redo);
        var noFile = Bindings.createBooleanBinding(
                () -> model.fileProperty().get() == null || model.review() == null,
                model.fileProperty(),
                model.stepsProperty());
        toFile = add("apply-file", "Shortcut+Alt+S", Feather.SAVE, noFile, apply::toFile);
        toInput = add("apply-input", null, Feather.CORNER_UP_LEFT, nothing, exporting::toInput);
        copyResult = add("copy-result", null, Feather.COPY, nothing, exporting::copy);
        saveResult = add("save-result", null, Feather.DOWNLOAD, nothing, exporting::save);
        copyPatch = add("copy-patch", null, Feather.CLIPBOARD, noHunks, exporting::copyPatch);
        savePatch = add("save-patch", null, Feather.FILE_TEXT, noHunks, exporting::savePatch);
        undoApply = add(
                "undo-apply", null, Feather.ROTATE_CCW, model.appliedProperty().isNull(), apply::undo);
        var merging = model.threeWayProperty();
        writeMerged = Action.of("write-merged", null, Feather.SAVE, unmerged(), apply::writeMerged);
        leaveMerge = Action.of("leave-merge", null, Feather.X, merging.isNull(), apply::leaveMerge);
        open = Action.of(
                "open-fold",
                null,
                null,
                () -> model.rows().open(model.rows().currentProperty().get()));
        copyRows = Action.of("copy-rows", null, null, () -> ToClipboard.put(model.copied()));
    }

    /// In the order of the menu.
    List<Action> all() {
        return List.copyOf(all);
    }

    Action add(
            String id,
            @Nullable String shortcut,
            @Nullable Feather icon,
            ObservableBooleanValue disabled,
            Runnable body) {
        // Keys of the menus work in every pane: nothing is decided or written while the diff is out of sight.
        var unseen = model.shownProperty().not().or(model.threeWayProperty().isNotNull());
        var action = Action.of(id, shortcut, icon, Bindings.or(unseen, disabled), body);
        all.add(action);
        return action;
    }

    /// True while a conflict is open, whatever merge is shown.
    private BooleanProperty unmerged() {
        var unmerged = new SimpleBooleanProperty(true);
        model.threeWayProperty().addListener((o, was, is) -> {
            unmerged.set(is == null || !is.isChosen());
            if (is != null) {
                is.choices().addListener((Observable choices) -> unmerged.set(!is.isChosen()));
            }
        });
        return unmerged;
    }

    /// True while no model wrote the right side.
    private BooleanBinding notByModel() {
        return Bindings.createBooleanBinding(
                () -> {
                    var now = model.comparisonProperty().get();
                    return now == null || now.right().origin() == null;
                },
                model.comparisonProperty());
    }

    private static BooleanBinding nothing() {
        return Bindings.createBooleanBinding(() -> false);
    }

    /// True while that does not hold of the review, or there is none.
    BooleanBinding when(Predicate<Review> holds) {
        return Bindings.createBooleanBinding(
                () -> {
                    var review = model.review();
                    return review == null || !holds.test(review);
                },
                model.stepsProperty());
    }

    BooleanBinding inHunk() {
        return Bindings.createBooleanBinding(
                () -> model.rows().currentHunk() != Row.NO_HUNK, model.rows().currentProperty(), model.stepsProperty());
    }

    private void toggleLayout() {
        var layout = model.look().layoutProperty();
        layout.set(layout.get() == Layout.UNIFIED ? Layout.SIDE_BY_SIDE : Layout.UNIFIED);
    }

    private static void toggle(BooleanProperty property) {
        property.set(!property.get());
    }
}
