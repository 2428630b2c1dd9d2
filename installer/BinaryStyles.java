import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javafx.css.Stylesheet;

/// Puts beside each style sheet of a jar its binary form, which JavaFX takes instead: reading the text of ours was what
/// the start of the window compiled most for. The text stays, for who wants to read it.
///
/// Run as `java --module-path JAVAFX --add-modules javafx.graphics BinaryStyles.java JAR`, with a JavaFX of the version
/// that is to read them.
void main(String[] arguments) throws IOException {
    var jar = Path.of(arguments[0]).toAbsolutePath();
    try (var files = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of())) {
        for (var sheet : sheets(files.getPath("/dev/quarry"))) {
            convert(sheet, sheet.resolveSibling(sheet.getFileName().toString().replaceFirst("css$", "bss")));
        }
    }
}

/// Several are a set, which is written in an order of its own each time.
static final Pattern SEVERAL_PSEUDO_CLASSES = Pattern.compile("[\\w-]:[\\w-]+:[\\w-]+[^;{}]*\\{");

List<Path> sheets(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
        return files.filter(f -> f.toString().endsWith(".css")).sorted().toList();
    }
}

void convert(Path sheet, Path binary) throws IOException {
    if (SEVERAL_PSEUDO_CLASSES.matcher(Files.readString(sheet)).find()) {
        throw new IllegalStateException(sheet + " has a selector with several pseudo-classes in a row, which has no"
                + " binary form that is the same each time: say it with one");
    }
    // The conversion takes files only. Both are named as in the jar, for the name becomes part of the result.
    var folder = Files.createTempDirectory("styles");
    var text = Files.copy(sheet, folder.resolve(sheet.getFileName().toString()));
    var made = folder.resolve(binary.getFileName().toString());
    Stylesheet.convertToBinary(text.toFile(), made.toFile());
    Files.write(binary, Files.readAllBytes(made));
    // Same bytes from two builds.
    var time = Files.getLastModifiedTime(sheet);
    Files.getFileAttributeView(binary, BasicFileAttributeView.class).setTimes(time, time, time);
    for (var file : List.of(text, made, folder)) {
        Files.delete(file);
    }
}
