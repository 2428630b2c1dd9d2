package dev.quarry.ui.window;

import dev.quarry.preset.PresetDrafts.Draft;
import dev.quarry.ui.control.Action;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.preset.PresetModel;
import dev.quarry.ui.preset.UnsavedPresets;
import dev.quarry.ui.task.TaskModel;
import java.util.List;
import java.util.stream.Collectors;

/// Offers to go on with what an earlier sitting left unsaved. FX thread only.
final class PresetOffers {
    private final TaskModel task;
    private final PresetModel model;
    private final UnsavedPresets unsaved;
    private final PresetEditing editing;
    private final PresetKeeping keeping;
    private final PresetNotices notices;

    PresetOffers(
            TaskModel task,
            PresetModel model,
            UnsavedPresets unsaved,
            PresetEditing editing,
            PresetKeeping keeping,
            PresetNotices notices) {
        this.task = task;
        this.model = model;
        this.unsaved = unsaved;
        this.editing = editing;
        this.keeping = keeping;
        this.notices = notices;
    }

    /// Says what is unsaved, those first that can be edited at once.
    void make(List<Draft> drafts) {
        var there =
                drafts.stream().filter(d -> model.named(d.preset()).isPresent()).toList();
        if (!there.isEmpty()) {
            var names = there.stream().map(Draft::preset).collect(Collectors.joining(", "));
            notices.offer(
                    Texts.of("presets.drafts.there", there.size(), names),
                    Action.of("preset-resume", null, null, () -> resume(there.getFirst())),
                    Action.of("preset-drop", null, null, () -> drop(there)));
        } else if (!drafts.isEmpty()) {
            var orphan = drafts.getFirst();
            notices.offer(
                    Texts.of("presets.drafts.gone", orphan.preset()),
                    Action.of("preset-keep", null, null, () -> keeping.keep(orphan)),
                    Action.of("preset-drop", null, null, () -> drop(List.of(orphan))));
        }
    }

    private void resume(Draft draft) {
        notices.hide();
        task.pick(draft.preset());
        editing.open();
    }

    private void drop(List<Draft> drafts) {
        drafts.forEach(d -> unsaved.remove(d.preset()));
        var names = drafts.stream().map(Draft::preset).collect(Collectors.joining(", "));
        notices.done(Texts.of("presets.discarded", names), () -> drafts.forEach(unsaved::put));
    }
}
