import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Stores the entries of the jars in a folder as they are: a package is compressed as a whole, and compresses better when
/// its parts are not. Leaves out what the program never reads of them.
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
            if (isLeftOut(entry.getName())) {
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

/// Whether nothing of ours ever reads it: libraries of other systems, letters in styles that the window does not use, and
/// the vocabularies of models whose tokens are not estimated.
boolean isLeftOut(String entry) {
    return isForAnotherSystem(entry, "org/sqlite/native/[^/]+/[^/]+/.+", "org/sqlite/native/" + sqliteFolder() + "/")
            || isForAnotherSystem(entry, "com/sun/jna/[a-z0-9-]+/(lib)?jnidispatch[.].+", "com/sun/jna/" + jnaFolder() + "/")
            || entry.startsWith("com/sun/jna/platform/win32/") && !System.getProperty("os.name").startsWith("Windows")
            || entry.matches(".*/Inter-(Light|LightItalic|BoldItalic|SemiBoldItalic)[.]otf")
            || entry.matches(".*/jtokkit/(cl100k|p50k|r50k)_base[.]tiktoken");
}

boolean isForAnotherSystem(String entry, String library, String ours) {
    return entry.matches(library) && !entry.startsWith(ours);
}

/// Such as `Linux/x86_64`.
String sqliteFolder() {
    return byName("Linux", "Mac", "Windows") + "/" + (isAmd64() ? "x86_64" : System.getProperty("os.arch"));
}

/// Such as `linux-x86-64`.
String jnaFolder() {
    return byName("linux", "darwin", "win32") + "-" + (isAmd64() ? "x86-64" : System.getProperty("os.arch"));
}

String byName(String linux, String mac, String windows) {
    var os = System.getProperty("os.name");
    return os.startsWith("Windows") ? windows : os.startsWith("Mac") ? mac : linux;
}

boolean isAmd64() {
    return List.of("amd64", "x86_64").contains(System.getProperty("os.arch"));
}
