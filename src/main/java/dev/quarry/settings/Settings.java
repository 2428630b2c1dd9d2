package dev.quarry.settings;

import dev.quarry.run.ParameterChoices;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What is remembered between starts. Immutable. What is null was never chosen. Never holds a secret.
///
/// @param model a model ID, an inference profile ID or an ARN
/// @param lastTask the name of the preset that was chosen last
/// @param temperature 0.0 to 1.0, in place of each preset's own advice
/// @param favouriteModels the IDs of models that are shown first
/// @param parameters chosen for all tasks
/// @param presetFolders nearest first
/// @param window where the window stood, or null to place it anew
/// @param editorFontSize in points, 6 to 72
/// @param checks how answers are checked
/// @param history how runs are kept
/// @param differences how differences are looked at
public record Settings(
        Theme theme,
        @Nullable String model,
        @Nullable String lastTask,
        @Nullable Double temperature,
        SavedConnections connections,
        List<String> favouriteModels,
        ParameterChoices parameters,
        List<Path> presetFolders,
        @Nullable WindowBounds window,
        double editorFontSize,
        Checks checks,
        History history,
        Differences differences) {

    /// What holds on the first start.
    public static final Settings DEFAULTS = new Settings(
            Theme.SYSTEM,
            null,
            null,
            null,
            SavedConnections.NONE,
            List.of(),
            ParameterChoices.NONE,
            List.of(),
            null,
            13,
            Checks.DEFAULTS,
            History.USUAL,
            Differences.USUAL);

    /// Which colours the window has.
    public enum Theme {
        SYSTEM,
        LIGHT,
        DARK
    }

    /// In screen pixels; on a second screen x and y may be negative.
    ///
    /// @param width at least 1
    /// @param height at least 1
    public record WindowBounds(double x, double y, double width, double height, boolean maximized) {

        public WindowBounds {
            if (!(width >= 1 && height >= 1) || !Double.isFinite(x + y + width + height)) {
                throw new IllegalArgumentException(
                        "a window cannot be at " + x + ", " + y + " and " + width + " by " + height);
            }
        }
    }

    /// How runs are kept.
    ///
    /// @param kept whether they are kept on disk at all
    /// @param days older ones are deleted; 0 for never
    /// @param megabytes the oldest are deleted when all take more; 0 for no limit
    public record History(boolean kept, int days, int megabytes) {

        public static final History USUAL = new History(true, 365, 1024);

        public History {
            if (days < 0 || megabytes < 0) {
                throw new IllegalArgumentException("a limit is at least 0: " + days + ", " + megabytes);
            }
        }
    }

    /// How differences are looked at.
    ///
    /// @param unified whether both texts are in one column
    /// @param colourBlindSafe whether they are blue and orange instead of green and red
    /// @param whitespace the name of what counts of it; empty, or unknown to this version, for all of it
    public record Differences(boolean unified, boolean colourBlindSafe, String whitespace) {

        public static final Differences USUAL = new Differences(false, false, "");
    }

    /// How answers are checked.
    ///
    /// @param commands by the ID of a language, in place of the ones that are found; an empty one for none
    /// @param seconds the longest a compiler may take, 1 to 600
    /// @param repairRounds how often the errors may go back to the model, 0 to 10
    public record Checks(Map<String, String> commands, int seconds, int repairRounds) {

        public static final Checks DEFAULTS = new Checks(Map.of(), 10, 2);

        public Checks {
            if (seconds < 1 || seconds > 600) {
                throw new IllegalArgumentException("checks.seconds must be from 1 to 600, is " + seconds);
            }
            if (repairRounds < 0 || repairRounds > 10) {
                throw new IllegalArgumentException("checks.repairRounds must be from 0 to 10, is " + repairRounds);
            }
            commands = Map.copyOf(commands);
        }

        public Checks withCommands(Map<String, String> commands) {
            return new Checks(commands, seconds, repairRounds);
        }

        public Checks withRepairRounds(int repairRounds) {
            return new Checks(commands, seconds, repairRounds);
        }
    }

    public Settings {
        if (temperature != null && !(temperature >= 0 && temperature <= 1)) {
            throw new IllegalArgumentException("temperature must be from 0 to 1, is " + temperature);
        }
        if (!(editorFontSize >= 6 && editorFontSize <= 72)) {
            throw new IllegalArgumentException("editorFontSize must be from 6 to 72, is " + editorFontSize);
        }
        presetFolders = List.copyOf(presetFolders);
        favouriteModels = List.copyOf(favouriteModels);
    }

    public Settings withTheme(Theme theme) {
        return with(draft -> draft.theme = theme);
    }

    public Settings withModel(@Nullable String model) {
        return with(draft -> draft.model = model);
    }

    public Settings withLastTask(@Nullable String lastTask) {
        return with(draft -> draft.lastTask = lastTask);
    }

    public Settings withTemperature(@Nullable Double temperature) {
        return with(draft -> draft.temperature = temperature);
    }

    public Settings withConnections(SavedConnections connections) {
        return with(draft -> draft.connections = connections);
    }

    public Settings withFavouriteModels(List<String> favouriteModels) {
        return with(draft -> draft.favouriteModels = favouriteModels);
    }

    public Settings withParameters(ParameterChoices parameters) {
        return with(draft -> draft.parameters = parameters);
    }

    public Settings withPresetFolders(List<Path> presetFolders) {
        return with(draft -> draft.presetFolders = presetFolders);
    }

    public Settings withWindow(@Nullable WindowBounds window) {
        return with(draft -> draft.window = window);
    }

    public Settings withEditorFontSize(double editorFontSize) {
        return with(draft -> draft.editorFontSize = editorFontSize);
    }

    public Settings withChecks(Checks checks) {
        return with(draft -> draft.checks = checks);
    }

    public Settings withHistory(History history) {
        return with(draft -> draft.history = history);
    }

    public Settings withDifferences(Differences differences) {
        return with(draft -> draft.differences = differences);
    }

    private Settings with(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return draft.settings();
    }

    /// The same values, one of which is about to be another.
    private static final class Draft {
        private Theme theme;
        private @Nullable String model;
        private @Nullable String lastTask;
        private @Nullable Double temperature;
        private SavedConnections connections;
        private List<String> favouriteModels;
        private ParameterChoices parameters;
        private List<Path> presetFolders;
        private @Nullable WindowBounds window;
        private double editorFontSize;
        private Checks checks;
        private History history;
        private Differences differences;

        private Draft(Settings from) {
            theme = from.theme;
            model = from.model;
            lastTask = from.lastTask;
            temperature = from.temperature;
            connections = from.connections;
            favouriteModels = from.favouriteModels;
            parameters = from.parameters;
            presetFolders = from.presetFolders;
            window = from.window;
            editorFontSize = from.editorFontSize;
            checks = from.checks;
            history = from.history;
            differences = from.differences;
        }

        private Settings settings() {
            return new Settings(
                    theme,
                    model,
                    lastTask,
                    temperature,
                    connections,
                    favouriteModels,
                    parameters,
                    presetFolders,
                    window,
                    editorFontSize,
                    checks,
                    history,
                    differences);
        }
    }
}
