package dev.quarry.ui.window;

import dev.quarry.preset.PresetDrafts.Draft;
import dev.quarry.ui.preset.UnsavedPresets;
import org.jspecify.annotations.Nullable;

/// The file of a preset that is being edited: what stands in it, what the edit began with, and that the edit is kept
/// until it is saved. Knows no nodes. FX thread only.
final class EditedFile {
    private final UnsavedPresets unsaved;

    /// Of the preset; empty while none is edited.
    private String name = "";

    /// What stands in the file.
    private String onDisk = "";

    /// What stood in it when the edit began.
    private String base = "";

    EditedFile(UnsavedPresets unsaved) {
        this.unsaved = unsaved;
    }

    String name() {
        return name;
    }

    boolean isNone() {
        return name.isEmpty();
    }

    /// Whether it is the file of the preset of that name.
    boolean is(String preset) {
        return name.equals(preset);
    }

    /// Whether that is what the file says.
    boolean says(String text) {
        return onDisk.equals(text);
    }

    /// Begins with a preset, or goes on with what was not saved of it.
    ///
    /// @param read what stands in its file
    /// @return the text to edit
    String begin(String preset, String read) {
        name = preset;
        onDisk = read;
        var draft = unsaved.of(preset);
        base = draft.map(Draft::base).orElse(read);
        return draft.map(Draft::text).orElse(read);
    }

    /// Whether others have changed the file since the edit began.
    boolean isOvertaken() {
        return !base.equals(onDisk);
    }

    /// The file says something else now.
    ///
    /// @param text what the user has made of it
    /// @return whether that was nothing, so that the text may follow the file
    boolean changedOnDisk(String read, String text) {
        var untouched = text.equals(onDisk);
        onDisk = read;
        if (untouched) {
            base = read;
        }
        return untouched;
    }

    /// Keeps what the user has made of it.
    ///
    /// @return whether it is anything else than what the file says
    boolean typed(String text) {
        if (text.equals(onDisk)) {
            base = onDisk;
            unsaved.remove(name);
            return false;
        }
        unsaved.put(draft(text));
        return true;
    }

    Draft draft(String text) {
        return new Draft(name, text, base);
    }

    /// An edit was saved under a name, this one or one that was left meanwhile.
    ///
    /// @param edited as it was when it was saved
    /// @param typedOn what has been typed since; null for nothing
    /// @param file what stands in the file of that name
    void saved(Draft edited, String savedName, @Nullable String typedOn, String file) {
        unsaved.remove(edited.preset());
        if (typedOn != null) {
            unsaved.put(new Draft(savedName, typedOn, file));
        }
    }

    /// No file is edited any more; what was not saved stays kept.
    void end() {
        name = "";
    }
}
