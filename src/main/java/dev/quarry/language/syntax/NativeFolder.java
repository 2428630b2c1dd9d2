package dev.quarry.language.syntax;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The folder with the native libraries of tree-sitter and its grammars, as the build unpacks them.
///
/// @param folders where to look, nearest first
record NativeFolder(List<Path> folders) {

    private static final Logger LOG = LoggerFactory.getLogger(NativeFolder.class);

    /// Names a folder to look in, and no other.
    private static final String PROPERTY = "quarry.native.dir";

    NativeFolder {
        folders = List.copyOf(folders);
    }

    /// Beside the jar of this class, or where the build puts it beside `target/classes`.
    static NativeFolder ofApplication() {
        var chosen = System.getProperty(PROPERTY);
        if (chosen != null) {
            return new NativeFolder(List.of(Path.of(chosen)));
        }
        var source = NativeFolder.class.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return new NativeFolder(List.of());
        }
        try {
            var here = Path.of(source.getLocation().toURI());
            return new NativeFolder(List.of(here.resolveSibling(""), here.resolveSibling("quarry/lib")));
        } catch (URISyntaxException | IllegalArgumentException e) {
            LOG.warn("no folder of native libraries: the application runs from {}", source.getLocation(), e);
            return new NativeFolder(List.of());
        }
    }

    /// The library of that name for this platform, such as `tree-sitter-java`.
    Optional<Path> library(String name) {
        var file = platform() + "-" + name + ending();
        return folders.stream()
                .map(f -> f.resolve(file))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static String platform() {
        var arm = System.getProperty("os.arch", "").equals("aarch64");
        var system = system();
        return (arm ? "aarch64-" : "x86_64-")
                + (system.startsWith("mac") ? "macos" : system.startsWith("windows") ? "windows" : "linux-gnu");
    }

    private static String ending() {
        var system = system();
        return system.startsWith("mac") ? ".dylib" : system.startsWith("windows") ? ".dll" : ".so";
    }

    private static String system() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    }
}
