package dev.quarry.app;

import dev.quarry.settings.AppFolders;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;

/// Folders for one rehearsal: it changes nothing of the user's, and asks only the samples whatever account there is.
final class RehearsalFolders {

    /// As text, for what writes settings is nothing that a start does, and would count among it.
    private static final String SETTINGS = """
            {"theme": "light", "editorFontSize": 13, "connections": {"active": "samples"}}
            """;

    private RehearsalFolders() {}

    /// Folders with nothing but the settings; emptied when the process ends.
    static AppFolders make() throws IOException {
        var home = Files.createTempDirectory("quarry-rehearsal");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(home.toFile()), "tidy"));
        var folders = new AppFolders(home.resolve("config"), home.resolve("data"));
        Files.createDirectories(folders.config());
        Files.writeString(folders.config().resolve("settings.json"), SETTINGS);
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
