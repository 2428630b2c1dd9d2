package dev.quarry.language.syntax;

import dev.quarry.language.Language;
import dev.quarry.language.Languages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/// Feeds every grammar real files: whole, cut short, streaming in, and mutated edit by edit. A grammar that
/// corrupts memory ends this process; one that survives is printed with its counts. Also counts the valid
/// files that it reports as having errors, which is what [dev.quarry.language.ErrorTrust] rests on.
///
/// Arguments: a folder of source files, the most files a language, and languages to keep to.
public final class GrammarSoak {

    private GrammarSoak() {}

    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        var most = Integer.parseInt(arguments[1]);
        var wanted = List.of(arguments).subList(2, arguments.length);
        for (var language : Languages.all()) {
            if (wanted.isEmpty() || wanted.contains(language.id())) {
                soak(language, folder, most);
            }
        }
    }

    private static void soak(Language language, Path folder, int most) throws IOException {
        var random = new Random(7);
        var files = 0;
        var reported = 0;
        var readings = 0L;
        var characters = 0L;
        var worst = 0.0;
        var first = "";
        for (var file : SourceTree.files(folder, language, most)) {
            var found = SourceTree.text(file);
            if (found.isEmpty()) {
                continue;
            }
            var text = found.get();
            files++;
            characters += text.length();
            var start = System.nanoTime();
            try (var document = SyntaxDocument.open(language)) {
                document.update(text);
                var errors = document.errors();
                if (!errors.isEmpty()) {
                    reported++;
                    first = first.isEmpty() ? file + ":" + errors.getFirst() : first;
                }
            }
            worst = Math.max(worst, (System.nanoTime() - start) / 1e6);
            readings +=
                    1 + cutShort(language, text, random) + streamed(language, text) + mutated(language, text, random);
        }
        System.out.printf(
                "%-11s %4d files %6.2f MB %6d readings, reported %3d (%.1f %%), slowest file %.0f ms %s%n",
                language.id(),
                files,
                characters / 1e6,
                readings,
                reported,
                100.0 * reported / Math.max(1, files),
                worst,
                first);
    }

    private static int cutShort(Language language, String text, Random random) {
        var cuts = 8;
        for (var i = 0; i < cuts; i++) {
            try (var document = SyntaxDocument.open(language)) {
                var start = text.substring(0, random.nextInt(text.length()));
                document.update(start);
                document.spans(Math.max(0, start.length() - 3000), start.length());
                document.errors();
            }
        }
        return cuts;
    }

    private static int streamed(Language language, String text) {
        var steps = 0;
        try (var document = SyntaxDocument.open(language)) {
            var step = Math.max(200, text.length() / 25);
            for (var length = step; length < text.length(); length += step) {
                document.updateStreaming(text.substring(0, length));
                document.spans(Math.max(0, length - 3000), length);
                steps++;
            }
        }
        return steps;
    }

    private static int mutated(Language language, String text, Random random) {
        var rounds = 25;
        var now = new StringBuilder(text);
        try (var document = SyntaxDocument.open(language)) {
            for (var round = 0; round < rounds; round++) {
                var at = random.nextInt(now.length() + 1);
                var to = Math.min(now.length(), at + random.nextInt(40));
                switch (random.nextInt(4)) {
                    case 0 -> now.delete(at, to);
                    case 1 -> now.insert(at, now.substring(at, to));
                    case 2 -> now.insert(at, "\"'`({[)}];/*<\n#\\".charAt(random.nextInt(15)));
                    default -> now.insert(at, "\u00e9\uD83D\uDE00\u0000\u05d0");
                }
                document.update(now.toString());
                document.spans(Math.max(0, Math.min(at, now.length()) - 1500), at + 1500);
                document.errors();
            }
        }
        return rounds;
    }
}
