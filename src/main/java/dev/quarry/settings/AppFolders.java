package dev.quarry.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The folders of this user on this platform.
///
/// @param config settings and presets: worth a backup
/// @param data history and logs
public record AppFolders(Path config, Path data) {

    /// The platform's usual places; the system properties `quarry.config.dir` and `quarry.data.dir` move them.
    public static AppFolders ofThisUser() {
        var home = System.getProperty("user.home");
        var usual = of(System.getProperty("os.name"), Path.of(home), System.getenv());
        return new AppFolders(override("quarry.config.dir", usual.config()), override("quarry.data.dir", usual.data()));
    }

    /// The usual places: XDG folders on Linux, Application Support on macOS, AppData on Windows.
    static AppFolders of(String osName, Path home, Map<String, String> environment) {
        var os = osName.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            return new AppFolders(
                    folder(environment.get("APPDATA"), home.resolve("AppData/Roaming"))
                            .resolve("Quarry"),
                    folder(environment.get("LOCALAPPDATA"), home.resolve("AppData/Local"))
                            .resolve("Quarry"));
        }
        if (os.startsWith("mac")) {
            var support = home.resolve("Library/Application Support/Quarry");
            return new AppFolders(support, support);
        }
        return new AppFolders(
                folder(environment.get("XDG_CONFIG_HOME"), home.resolve(".config"))
                        .resolve("quarry"),
                folder(environment.get("XDG_DATA_HOME"), home.resolve(".local/share"))
                        .resolve("quarry"));
    }

    private static Path folder(@Nullable String value, Path usual) {
        return value == null || value.isBlank() ? usual : Path.of(value);
    }

    private static Path override(String property, Path usual) {
        return folder(System.getProperty(property), usual);
    }
}
