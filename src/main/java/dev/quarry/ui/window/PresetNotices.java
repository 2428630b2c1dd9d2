package dev.quarry.ui.window;

import dev.quarry.ui.control.Action;
import dev.quarry.ui.control.Banner;
import dev.quarry.ui.preset.PresetController;
import org.jspecify.annotations.Nullable;

/// What was done with presets, in a line above the panes, with the way back. FX thread only.
final class PresetNotices implements PresetController.Told {
    private final Banner banner = new Banner("preset-banner");
    private @Nullable Runnable undo;

    Banner banner() {
        return banner;
    }

    @Override
    public void done(String sentence, @Nullable Runnable takeBack) {
        undo = takeBack;
        if (takeBack == null) {
            banner.show(Banner.Level.NOTE, sentence);
        } else {
            banner.show(Banner.Level.NOTE, sentence, Action.of("preset-undo", null, null, this::undo));
        }
    }

    @Override
    public void refused(String sentence) {
        banner.show(Banner.Level.WARNING, sentence);
    }

    /// Says something that the user may do something about.
    void offer(String sentence, Action... offers) {
        banner.show(Banner.Level.NOTE, sentence, offers);
    }

    void hide() {
        banner.hide();
    }

    /// Takes the last change back, if it can be.
    void undo() {
        var last = undo;
        undo = null;
        if (last != null) {
            last.run();
        }
    }
}
