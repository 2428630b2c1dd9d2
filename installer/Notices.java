import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Prints the licences of everything that a package bundles: each library by its file, with the texts that it carries, and
/// each text once. What carries none is named with its licence in `licences.txt` beside this file; a library that is
/// in neither ends the build, so that none is forgotten.
///
/// Run as `java Notices.java FOLDER_OF_LIBRARIES FOLDER_OF_THE_RUNTIMES_LEGAL_NOTICES`.
private static final Pattern NOTICE =
        Pattern.compile("(?i)(META-INF/)?([^/]*/)*(licen[cs]es?|notices?|ofl|copying)[^/]*");

void main(String[] arguments) throws IOException {
    var libraries = Path.of(arguments[0]);
    var legal = Path.of(arguments[1]);
    var known = known(Path.of("installer", "licences.txt"));
    var texts = new LinkedHashMap<String, List<String>>();
    var unknown = new ArrayList<String>();
    IO.println("What this program is made of\n============================\n");
    for (var file : sorted(libraries)) {
        var name = file.getFileName().toString();
        if (name.equals("quarry.jar")) {
            collect(file, "Data within quarry.jar", texts);
            continue;
        }
        if (name.endsWith(".aot") || name.endsWith(".jsa")) {
            continue;
        }
        var said = known.entrySet().stream()
                .filter(k -> name.startsWith(k.getKey()) || name.contains("-gnu-" + k.getKey()) || name.contains("-" + k.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
        var carries = name.endsWith(".jar") && collect(file, name, texts);
        if (said.isEmpty() && !carries) {
            unknown.add(name);
        }
        IO.println(name + (said.isEmpty() ? "" : ": " + said));
    }
    IO.println("\nThe Java runtime and JavaFX: GPL-2.0 with the classpath exception; their notices lie in lib/runtime/legal.");
    if (!unknown.isEmpty()) {
        System.err.println("No licence is known of " + unknown + ": name it in installer/licences.txt.");
        System.exit(1);
    }
    collectFolder(legal.resolve("java.base"), texts);
    texts.forEach((text, owners) -> {
        IO.println("\n\n" + "-".repeat(100) + "\n" + String.join("\n", owners) + "\n" + "-".repeat(100) + "\n");
        IO.println(text);
    });
}

List<Path> sorted(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
        return files.filter(Files::isRegularFile).sorted().toList();
    }
}

/// @return whether the jar carries any
boolean collect(Path jar, String owner, Map<String, List<String>> texts) throws IOException {
    var found = false;
    try (var zip = new ZipFile(jar.toFile())) {
        for (ZipEntry entry : Collections.list(zip.entries())) {
            if (!entry.isDirectory() && NOTICE.matcher(entry.getName()).matches() && !entry.getName().endsWith(".class")) {
                add(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8),
                        owner + " (" + entry.getName() + ")", texts);
                found = true;
            }
        }
    }
    return found;
}

void collectFolder(Path folder, Map<String, List<String>> texts) throws IOException {
    for (var file : sorted(folder)) {
        add(Files.readString(file), "Java runtime (" + file.getFileName() + ")", texts);
    }
}

void add(String text, String owner, Map<String, List<String>> texts) {
    texts.computeIfAbsent(text.strip().replace("\r\n", "\n"), t -> new ArrayList<>()).add(owner);
}

/// Lines of `start of the file's name = licence`.
Map<String, String> known(Path file) throws IOException {
    var licences = new LinkedHashMap<String, String>();
    for (var line : Files.readAllLines(file)) {
        var at = line.indexOf(" = ");
        if (!line.startsWith("#") && at > 0) {
            licences.put(line.substring(0, at), line.substring(at + 3));
        }
    }
    return licences;
}
