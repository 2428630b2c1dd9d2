package dev.quarry.app;

import dev.quarry.settings.AppFolders;
import dev.quarry.settings.SavedConnections;
import dev.quarry.settings.Settings;
import dev.quarry.settings.SettingsFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;

/// Folders for one rehearsal: it changes nothing of the user's, and asks only the samples whatever account there is.
final class RehearsalFolders {

    private RehearsalFolders() {}

    /// Folders with nothing but the settings; emptied when the process ends.
    static AppFolders make() throws IOException {
        var home = Files.createTempDirectory("quarry-rehearsal");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(home.toFile()), "tidy"));
        var folders = new AppFolders(home.resolve("config"), home.resolve("data"));
        new SettingsFile(folders)
                .save(Settings.DEFAULTS.withConnections(SavedConnections.NONE.activate(SavedConnections.SAMPLES)));
        return folders;
    }

    /// Windows keeps a log that is still open; the system tidies its folder for temporary files.
    private static void delete(File file) {
        var inside = file.listFiles();
        if (inside != null) {
            for (var each : inside) {
                delete(each);
            }
        }
        file.delete();
    }
}
