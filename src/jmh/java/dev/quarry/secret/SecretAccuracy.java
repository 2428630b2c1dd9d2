package dev.quarry.secret;

import dev.quarry.language.Languages;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// How often the scanner stops code that holds no credential, and how often it finds one that was planted,
/// over real source files. What it finds in a file as it came is told by kind and place, never by value: some
/// of it may well be a credential that was published, and whoever runs the bench looks for himself.
///
/// Run with folders of sources; each is told on its own, for tests of clients and of cryptography hold far
/// more that looks like a credential than other code. `-Dquarry.bench.places=true` names the places.
final class SecretAccuracy {
    private static final int LONGEST = 400_000;
    private static final int MOST_FILES = 20_000;
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final String HEX = "0123456789abcdef";

    private final Random random = new Random(7);

    private SecretAccuracy() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 0) {
            System.out.println("secrets: not measured, name folders of sources");
        }
        for (var folder : arguments) {
            new SecretAccuracy().measure(Path.of(folder));
        }
    }

    private void measure(Path folder) throws IOException {
        var files = files(folder);
        var kinds = new TreeMap<String, Integer>();
        var stopped = 0;
        var read = 0;
        var lines = 0L;
        var planted = 0;
        var caught = 0;
        var nanos = 0L;
        var units = 0L;
        for (var file : files) {
            var text = text(file);
            if (text.isEmpty()) {
                continue;
            }
            read++;
            lines += text.lines().count();
            units += text.length();
            var start = System.nanoTime();
            var found = SecretScanner.scan(text);
            nanos += System.nanoTime() - start;
            stopped += found.isEmpty() ? 0 : 1;
            for (var finding : found) {
                kinds.merge(finding.kind(), 1, Integer::sum);
                if (Boolean.getBoolean("quarry.bench.places")) {
                    System.out.printf("  %s:%d %s%n", folder.relativize(file), finding.line(), finding.kind());
                }
            }
            if (found.isEmpty()) {
                planted++;
                caught += isFound(text) ? 1 : 0;
            }
        }
        System.out.printf(
                "secrets in %s: %d files, %,d lines: %d files stopped (%.3f %%), %.1f findings a million lines %s;"
                        + " %d of %d planted found (%.2f %%); %.1f ns a character%n",
                folder.getFileName(),
                read,
                lines,
                stopped,
                100.0 * stopped / read,
                kinds.values().stream().mapToInt(n -> n).sum() * 1e6 / lines,
                kinds,
                caught,
                planted,
                100.0 * caught / planted,
                (double) nanos / units);
    }

    /// Whether one credential that is put on a line of its own is found, and nothing else.
    private boolean isFound(String text) {
        var lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        var secret = secret();
        var shapes = List.of(
                "    String apiKey = \"%s\";",
                "    \"client_secret\": \"%s\",",
                "  password: '%s'",
                "    auth_token = '%s'",
                "const accessKey = `%s`;");
        lines.add(
                random.nextInt(lines.size() + 1),
                shapes.get(random.nextInt(shapes.size())).formatted(secret));
        var with = String.join("\n", lines);
        var found = SecretScanner.scan(with);
        return found.size() == 1 && found.getFirst().in(with).equals(secret);
    }

    private String secret() {
        var kinds = Map.of(
                0,
                drawn(24, LETTERS),
                1,
                drawn(40, LETTERS),
                2,
                drawn(32, HEX),
                3,
                "ghp_" + drawn(36, LETTERS),
                4,
                "AKIA" + drawn(16, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"),
                5,
                "sk_live_" + drawn(24, LETTERS));
        return kinds.get(random.nextInt(kinds.size()));
    }

    private String drawn(int length, String alphabet) {
        var drawn = new StringBuilder();
        for (var i = 0; i < length; i++) {
            drawn.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return drawn.toString();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            var files = new ArrayList<>(all.filter(Files::isRegularFile)
                    .filter(f ->
                            Languages.ofFileName(f.getFileName().toString()).isPresent())
                    .sorted()
                    .toList());
            Collections.shuffle(files, new Random(1));
            return files.subList(0, Math.min(MOST_FILES, files.size()));
        }
    }

    private static String text(Path file) throws IOException {
        try {
            var text = Files.readString(file);
            return text.length() > LONGEST ? "" : text;
        } catch (MalformedInputException e) {
            return "";
        }
    }
}
