package dev.quarry.ui.window;

import dev.quarry.settings.Settings;
import dev.quarry.settings.SettingsFile;
import dev.quarry.ui.editor.CodeEditor;
import dev.quarry.ui.task.TaskModel;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// What the window remembers from one start to the next. FX thread only; the disk is written to in the background.
final class KeptSettings {
    private final SettingsFile file;
    private final Stage stage;
    private final Theme theme;
    private final IntegerProperty editorFontSize = new SimpleIntegerProperty();
    private final Settings atFirst;
    private @Nullable CompletableFuture<SettingsFile.Loaded> ahead;
    private @Nullable Settings settings; // none until they are read whole
    private @Nullable String problem;
    private @Nullable TaskModel task; // none until the task strip is there
    private String defaultModel = "";

    /// Reads what the first frame shows, and has the theme begin: before anything else of the window is made.
    KeptSettings(SettingsFile file, Stage stage, Theme theme) {
        this.file = file;
        this.stage = stage;
        this.theme = theme;
        atFirst = file.firstLook();
        editorFontSize.set(fontSize(atFirst));
        theme.begin(atFirst.theme());
    }

    private static int fontSize(Settings of) {
        return (int) Math.round(of.editorFontSize());
    }

    /// Begins to read the settings in the background.
    void readAhead() {
        ahead = CompletableFuture.supplyAsync(
                file::load,
                task -> Thread.ofPlatform().daemon().name("read-settings").start(task));
    }

    /// The settings, which are read when they are first asked for, if not ahead.
    Settings now() {
        var known = settings;
        if (known == null) {
            var loaded = ahead == null ? file.load() : ahead.join();
            known = loaded.settings();
            problem = loaded.problem();
            settings = known;
            mend(known);
        }
        return known;
    }

    /// A file that cannot be used as a whole may have looked as if it could.
    private void mend(Settings whole) {
        if (whole.theme() != atFirst.theme()) {
            theme.choiceProperty().set(whole.theme());
        }
        if (fontSize(whole) != fontSize(atFirst)) {
            editorFontSize.set(fontSize(whole));
        }
    }

    /// What was wrong with the settings on disk; null when nothing was.
    @Nullable
    String problem() {
        now();
        return problem;
    }

    void change(UnaryOperator<Settings> how) {
        settings = how.apply(now());
    }

    /// Gives the editor the size of text that is kept, and keeps it when it is changed there: the same for all editors.
    void sizeText(CodeEditor editor) {
        editor.fontSizeProperty().bindBidirectional(editorFontSize);
    }

    /// Names the model of the last time, and from now on keeps what is picked.
    ///
    /// @param defaultModelId what is named when none was kept, and is not kept itself
    void restore(TaskModel to, String defaultModelId) {
        defaultModel = defaultModelId;
        var model = now().model();
        to.modelProperty().set(model == null ? defaultModelId : model);
        task = to;
    }

    void placeStage() {
        var bounds = atFirst.window();
        if (bounds != null) {
            stage.setX(bounds.x());
            stage.setY(bounds.y());
            stage.setWidth(bounds.width());
            stage.setHeight(bounds.height());
            stage.setMaximized(bounds.maximized());
        }
    }

    /// Keeps the settings without waiting for the disk: a window that is killed loses little.
    void keep() {
        var now = gather();
        Thread.ofVirtual().name("save-settings").start(() -> write(now));
    }

    /// Keeps the settings, and returns when they are on disk.
    void keepAndWait() {
        write(gather());
    }

    private Settings gather() {
        var before = now();
        var bounds = stage.isMaximized() || stage.isIconified() || !(stage.getWidth() >= 1 && stage.getHeight() >= 1)
                ? before.window()
                : new Settings.WindowBounds(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
        var gathered = before.withTheme(theme.choiceProperty().get())
                .withEditorFontSize(editorFontSize.get())
                .withWindow(bounds);
        if (task != null) {
            var preset = task.presetProperty().get();
            var model = task.ownModel().strip();
            gathered = gathered.withModel(model.isEmpty() || model.equals(defaultModel) ? null : model)
                    .withLastTask(preset == null ? before.lastTask() : preset.name());
        }
        settings = gathered;
        return gathered;
    }

    private void write(Settings now) {
        try {
            file.save(now);
        } catch (IOException e) {
            LoggerFactory.getLogger(KeptSettings.class).warn("settings not saved", e);
        }
    }
}
