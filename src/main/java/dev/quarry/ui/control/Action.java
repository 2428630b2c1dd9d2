package dev.quarry.ui.control;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/// Something the user can do. Menus, buttons and the list of shortcuts are made from it; its name and explanation are
/// the texts `action.ID` and `action.ID.help` of the bundle.
///
/// @param id unique in the window, such as `run`
/// @param shortcut null for none
/// @param icon null for none
/// @param disabled true while it cannot be done
public record Action(
        String id,
        @Nullable KeyCombination shortcut,
        @Nullable Ikon icon,
        ObservableBooleanValue disabled,
        Runnable body) {

    /// An action that can always be done.
    public static Action of(String id, @Nullable String shortcut, @Nullable Ikon icon, Runnable body) {
        return of(id, shortcut, icon, new SimpleBooleanProperty(false), body);
    }

    /// An action that can be done at times.
    ///
    /// @param shortcut such as `Shortcut+Enter`
    public static Action of(
            String id, @Nullable String shortcut, @Nullable Ikon icon, ObservableBooleanValue disabled, Runnable body) {
        return new Action(id, shortcut == null ? null : KeyCombination.valueOf(shortcut), icon, disabled, body);
    }

    public String name() {
        return Texts.of("action." + id);
    }

    /// What a tooltip says: the explanation where there is one, else the name, and the shortcut.
    public String hint() {
        var help = Texts.has("action." + id + ".help") ? Texts.of("action." + id + ".help") : name();
        return shortcut == null ? help : help + "  (" + shortcut.getDisplayText() + ")";
    }

    /// Has its keys do it in a scene that has no menu with it.
    public void listenIn(Scene scene) {
        if (shortcut != null) {
            scene.getAccelerators().put(shortcut, this::run);
        }
    }

    /// Does it, unless it cannot be done now.
    public void run() {
        if (!disabled.get()) {
            body.run();
        }
    }
}
