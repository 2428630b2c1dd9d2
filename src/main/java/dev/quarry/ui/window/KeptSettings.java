package dev.quarry.ui.window;

import dev.quarry.settings.Settings;
import dev.quarry.settings.SettingsFile;
import dev.quarry.ui.editor.CodeEditor;
import dev.quarry.ui.task.TaskModel;
import java.io.IOException;
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
    private final @Nullable String problem;
    private Settings settings;
    private @Nullable TaskModel task; // none until the task strip is there
    private String defaultModel = "";

    /// Reads the settings, and has the theme begin: before anything else of the window is made.
    KeptSettings(SettingsFile file, Stage stage, Theme theme) {
        this.file = file;
        this.stage = stage;
        this.theme = theme;
        var loaded = file.load();
        settings = loaded.settings();
        problem = loaded.problem();
        editorFontSize.set((int) Math.round(settings.editorFontSize()));
        theme.begin(settings.theme());
    }

    Settings now() {
        return settings;
    }

    /// What was wrong with the settings on disk; null when nothing was.
    @Nullable
    String problem() {
        return problem;
    }

    void change(UnaryOperator<Settings> how) {
        settings = how.apply(settings);
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
        to.modelProperty().set(settings.model() == null ? defaultModelId : settings.model());
        task = to;
    }

    void placeStage() {
        var bounds = settings.window();
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
        gather();
        var now = settings;
        Thread.ofVirtual().name("save-settings").start(() -> write(now));
    }

    /// Keeps the settings, and returns when they are on disk.
    void keepAndWait() {
        gather();
        write(settings);
    }

    private void gather() {
        var bounds = stage.isMaximized() || stage.isIconified() || !(stage.getWidth() >= 1 && stage.getHeight() >= 1)
                ? settings.window()
                : new Settings.WindowBounds(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
        settings = settings.withTheme(theme.choiceProperty().get())
                .withEditorFontSize(editorFontSize.get())
                .withWindow(bounds);
        if (task != null) {
            var preset = task.presetProperty().get();
            var model = task.ownModel().strip();
            settings = settings.withModel(model.isEmpty() || model.equals(defaultModel) ? null : model)
                    .withLastTask(preset == null ? settings.lastTask() : preset.name());
        }
    }

    private void write(Settings now) {
        try {
            file.save(now);
        } catch (IOException e) {
            LoggerFactory.getLogger(KeptSettings.class).warn("settings not saved", e);
        }
    }
}
