import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Stores the entries of the jars in a folder as they are: a package is compressed as a whole, and compresses better when
/// its parts are not. Leaves out the native libraries that SQLite brings for other systems.
///
/// Run as `java Repack.java FOLDER`.
void main(String[] arguments) throws IOException {
    try (var files = Files.list(Path.of(arguments[0]))) {
        for (var jar : files.filter(f -> f.toString().endsWith(".jar")).sorted().toList()) {
            repack(jar);
        }
    }
}

void repack(Path jar) throws IOException {
    var stored = jar.resolveSibling(jar.getFileName() + ".stored");
    try (var in = new ZipFile(jar.toFile());
            var out = new ZipOutputStream(Files.newOutputStream(stored))) {
        for (var entry : Collections.list(in.entries())) {
            if (isForAnotherSystem(entry.getName())) {
                continue;
            }
            var bytes = in.getInputStream(entry).readAllBytes();
            var sum = new CRC32();
            sum.update(bytes);
            var copy = new ZipEntry(entry.getName());
            copy.setTimeLocal(entry.getTimeLocal());
            copy.setMethod(ZipEntry.STORED);
            copy.setSize(bytes.length);
            copy.setCrc(sum.getValue());
            out.putNextEntry(copy);
            out.write(bytes);
            out.closeEntry();
        }
    }
    Files.move(stored, jar, StandardCopyOption.REPLACE_EXISTING);
}

boolean isForAnotherSystem(String entry) {
    var natives = "org/sqlite/native/";
    return entry.startsWith(natives) && !entry.endsWith("/") && !entry.startsWith(natives + system() + "/");
}

/// As SQLite's driver calls it, such as `Linux/x86_64`.
String system() {
    var os = System.getProperty("os.name");
    var arch = System.getProperty("os.arch");
    var folder = os.startsWith("Windows") ? "Windows" : os.startsWith("Mac") ? "Mac" : "Linux";
    return folder + "/" + (arch.equals("amd64") ? "x86_64" : arch);
}
