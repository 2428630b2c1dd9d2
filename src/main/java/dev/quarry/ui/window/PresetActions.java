package dev.quarry.ui.window;

import dev.quarry.preset.Preset;
import dev.quarry.preset.PresetEntry;
import dev.quarry.preset.PresetSource;
import dev.quarry.ui.control.Action;
import dev.quarry.ui.preset.PresetModel;
import dev.quarry.ui.task.TaskModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What can be done with presets, and when. FX thread only.
final class PresetActions {
    private final TaskModel task;
    private final PresetModel model;

    PresetActions(TaskModel task, PresetModel model) {
        this.task = task;
        this.model = model;
    }

    /// Registers the actions.
    ///
    /// @param tryNow starts the trials of the preset as it stands
    void addTo(
            WindowActions actions,
            PresetKeeping keeping,
            PresetEditing editing,
            TeamFolders folders,
            PresetNotices notices,
            PresetTrying trying,
            Runnable tryNow) {
        var none = task.presetProperty().isNull();
        var notOwn = picked(e -> e.source().kind() == PresetSource.Kind.OWN).not();
        var notOverriding = picked(e ->
                        e.source().kind() == PresetSource.Kind.OWN && !e.hides().isEmpty())
                .not();
        var closed = editing.shownProperty().not();
        actions.add(Action.of("preset-save", "Shortcut+S", Feather.BOOKMARK, none, keeping::save));
        actions.add(Action.of("preset-edit", "Shortcut+E", Feather.EDIT_2, none, () -> toggle(editing)));
        actions.add(Action.of("preset-duplicate", null, null, none, keeping::duplicate));
        actions.add(Action.of("preset-rename", "F2", null, notOwn, keeping::rename));
        actions.add(Action.of("preset-delete", null, null, notOwn, keeping::delete));
        actions.add(Action.of("preset-reset", null, null, notOverriding, keeping::delete));
        actions.add(Action.of("preset-undo", null, null, notices::undo));
        actions.add(Action.of("preset-favourite", "Shortcut+D", null, none, keeping::star));
        actions.add(Action.of("preset-up", "Alt+Shift+Up", null, none, () -> keeping.move(-1)));
        actions.add(Action.of("preset-down", "Alt+Shift+Down", null, none, () -> keeping.move(1)));
        actions.add(Action.of("preset-import", null, null, keeping::importPrompt));
        actions.add(Action.of("preset-export", null, null, none, keeping::export));
        actions.add(Action.of("preset-copy", null, null, none, keeping::copy));
        actions.add(Action.of("preset-add-folder", null, null, folders::add));
        var running = trying.runningProperty();
        actions.add(Action.of("preset-try", null, Feather.CHECK_CIRCLE, running, tryNow));
        actions.add(Action.of("preset-try-stop", null, Feather.SQUARE, running.not(), trying::stop));
        actions.add(Action.of("preset-close", null, Feather.X, closed, editing::leave));
        actions.add(Action.of(
                "preset-discard", null, null, editing.changedProperty().not(), editing::discard));
    }

    /// For the menu of a preset in the rail; null is a line between groups.
    static List<@Nullable Action> menu(WindowActions actions) {
        var menu = new ArrayList<@Nullable Action>();
        for (var id : Arrays.asList(
                "preset-edit",
                "preset-favourite",
                "preset-up",
                "preset-down",
                null,
                "preset-duplicate",
                "preset-rename",
                "preset-delete",
                "preset-reset",
                null,
                "preset-export",
                "preset-copy")) {
            menu.add(id == null ? null : actions.get(id));
        }
        return menu;
    }

    private static void toggle(PresetEditing editing) {
        if (editing.shownProperty().get()) {
            editing.leave();
        } else {
            editing.open();
        }
    }

    private BooleanBinding picked(Predicate<PresetEntry> which) {
        return Bindings.createBooleanBinding(
                () -> Optional.ofNullable(task.presetProperty().get())
                        .map(Preset::name)
                        .flatMap(model::named)
                        .filter(which)
                        .isPresent(),
                task.presetProperty(),
                model.shown());
    }
}
