package dev.quarry.ui.window;

import dev.quarry.preset.PresetLibrary;
import dev.quarry.preset.PresetSource;
import dev.quarry.preset.PresetWatch;
import dev.quarry.ui.control.FileDialogs;
import dev.quarry.ui.control.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import org.jspecify.annotations.Nullable;

/// The folders that presets come from: those of teams are added and removed here, and all are watched. FX thread only.
final class TeamFolders implements AutoCloseable {
    private final KeptSettings kept;
    private final FileDialogs dialogs;
    private final PresetNotices notices;
    private final Runnable reload;
    private final Menu menu = new Menu(Texts.of("presets.folders"));
    private @Nullable PresetWatch watch;
    private List<Path> watched = List.of();

    /// @param reload reads the presets anew; may be called from any thread
    TeamFolders(KeptSettings kept, FileDialogs dialogs, PresetNotices notices, Runnable reload) {
        this.kept = kept;
        this.dialogs = dialogs;
        this.notices = notices;
        this.reload = reload;
        menu.setId("menu-preset-folders");
    }

    /// The folders of teams, each with a way to take it out.
    Menu menu() {
        return menu;
    }

    /// Takes what was read last.
    void wereRead(PresetLibrary library) {
        var now = library.sources().stream()
                .map(PresetSource::folder)
                .filter(Objects::nonNull)
                .toList();
        if (!now.equals(watched)) {
            close();
            watched = now;
            watch = now.isEmpty() ? null : PresetWatch.of(now, reload);
        }
        show();
    }

    /// Asks for a folder, and lists its presets with its name.
    void add() {
        dialogs.folder().ifPresent(folder -> {
            var now = new ArrayList<>(kept.now().presetFolders());
            var name = PresetSource.team(folder).name();
            if (now.contains(folder)) {
                notices.done(Texts.of("presets.folderKnown", name), null);
            } else {
                now.add(folder);
                set(now);
                notices.done(Texts.of("presets.folderAdded", name), () -> remove(folder));
            }
        });
    }

    private void remove(Path folder) {
        var before = kept.now().presetFolders();
        set(before.stream().filter(f -> !f.equals(folder)).toList());
        notices.done(Texts.of("presets.folderRemoved", PresetSource.team(folder).name()), () -> set(before));
    }

    private void set(List<Path> now) {
        kept.change(s -> s.withPresetFolders(now));
        kept.keep();
        reload.run();
    }

    private void show() {
        menu.getItems().clear();
        for (var folder : kept.now().presetFolders()) {
            var item = new MenuItem(
                    Texts.of("presets.removeFolder", PresetSource.team(folder).name(), folder));
            item.setMnemonicParsing(false);
            item.setOnAction(event -> remove(folder));
            menu.getItems().add(item);
        }
        if (menu.getItems().isEmpty()) {
            var nothing = new MenuItem(Texts.of("presets.noFolders"));
            nothing.setDisable(true);
            menu.getItems().add(nothing);
        }
    }

    @Override
    public void close() {
        if (watch != null) {
            watch.close();
            watch = null;
        }
    }
}
