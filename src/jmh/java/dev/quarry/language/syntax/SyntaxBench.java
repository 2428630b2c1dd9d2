package dev.quarry.language.syntax;

import dev.quarry.language.Language;
import dev.quarry.language.Languages;
import dev.quarry.language.lexer.LexerHighlighter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// How long syntax takes. The peer is RSyntaxTextArea's lexer over the same text, in the same run.
///
/// Arguments: files of source code.
public final class SyntaxBench {

    private static final int SCREEN = 4_000;

    private SyntaxBench() {}

    public static void main(String[] arguments) throws IOException {
        for (var argument : arguments) {
            var file = Path.of(argument);
            var language = Languages.ofFileName(file.getFileName().toString()).orElseThrow();
            var text = Files.readString(file);
            for (var warm = 0; warm < 3; warm++) {
                whole(language, text);
            }
            print(file, language, text);
        }
    }

    private static void print(Path file, Language language, String text) {
        var lexer = new LexerHighlighter();
        var peer = new ArrayList<Double>();
        var ours = new ArrayList<Double>();
        for (var round = 0; round < 10; round++) {
            peer.add(milliseconds(() -> lexer.highlight(language, text)));
            ours.add(milliseconds(() -> whole(language, text)));
        }
        System.out.printf(
                "%s: %d characters%n  tree and first screen %.1f ms, lexer over all %.1f ms, ratio %.2f%n",
                file.getFileName(), text.length(), median(ours), median(peer), median(ours) / median(peer));
        edits(language, text);
        stream(language, text, 5);
        stream(language, text, 400);
    }

    private static void whole(Language language, String text) {
        try (var document = SyntaxDocument.open(language)) {
            document.update(text);
            document.spans(0, SCREEN);
        }
    }

    private static void edits(Language language, String text) {
        var times = new ArrayList<Double>();
        try (var document = SyntaxDocument.open(language)) {
            document.update(text);
            var now = new StringBuilder(text);
            var at = text.length() / 2;
            for (var i = 0; i < 200; i++) {
                now.insert(at + i, 'x');
                var edited = now.toString();
                times.add(milliseconds(() -> {
                    document.update(edited);
                    document.spans(edited.length() / 2 - SCREEN / 2, edited.length() / 2 + SCREEN / 2);
                }));
            }
        }
        System.out.printf("  200 typed characters: median %.2f ms, p99 %.2f ms%n", median(times), share(times, 0.99));
    }

    /// Pieces come as fast as they are read; each reading takes all that has come since the last one, at
    /// least the step.
    private static void stream(Language language, String text, int step) {
        var times = new ArrayList<Double>();
        var most = Math.min(text.length(), 200_000);
        try (var document = SyntaxDocument.open(language)) {
            for (var length = step; length < most; length += Math.max(step, most / 400)) {
                var part = text.substring(0, length);
                times.add(milliseconds(() -> {
                    document.updateStreaming(part);
                    document.spans(part.length() - SCREEN, part.length());
                }));
            }
        }
        System.out.printf(
                "  streamed in pieces of at least %d: %d readings, %.0f ms in all, p95 %.1f ms%n",
                step, times.size(), times.stream().mapToDouble(t -> t).sum(), share(times, 0.95));
    }

    private static double milliseconds(Runnable work) {
        var start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(List<Double> times) {
        return share(times, 0.5);
    }

    private static double share(List<Double> times, double share) {
        var sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * share));
    }
}
