package dev.quarry.language.syntax;

import dev.quarry.bench.Comparison;
import dev.quarry.language.Language;
import dev.quarry.language.Languages;
import dev.quarry.language.lexer.LexerHighlighter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipFile;

/// How long a syntax tree takes over `java.util.Collections`, as the JDK brings it: some 6,000 lines.
public final class SyntaxBench {

    private static final Language JAVA = Languages.named("java").orElseThrow();
    private static final LexerHighlighter LEXERS = new LexerHighlighter();
    private static final int SCREEN = 4_000;

    private SyntaxBench() {}

    public static void main(String[] arguments) throws Exception {
        var text = text();
        new Comparison("syntax tree and one screen of spans, ms, against RSyntaxTextArea's lexer over all", 5, 15)
                .run(() -> milliseconds(() -> open(text)), () -> milliseconds(() -> LEXERS.highlight(JAVA, text)));
        new Comparison("200 typed characters with the spans of the screen, p99 ms, against reading all anew", 1, 5)
                .run(() -> typed(text, true), () -> typed(text, false));
        new Comparison("text streaming in by 400 characters, ms in all, against no closing tail", 1, 5)
                .run(() -> streamed(text, true), () -> streamed(text, false));
    }

    private static void open(String text) {
        try (var document = SyntaxDocument.open(JAVA)) {
            document.update(text);
            document.spans(0, SCREEN);
        }
    }

    private static double typed(String text, boolean incremental) {
        var times = new double[200];
        var middle = text.length() / 2;
        try (var document = SyntaxDocument.open(JAVA)) {
            document.update(text);
            var now = new StringBuilder(text);
            for (var i = 0; i < times.length; i++) {
                now.insert(middle + i, 'x');
                var edited = now.toString();
                times[i] = milliseconds(() -> {
                    if (incremental) {
                        document.update(edited);
                        document.spans(middle - SCREEN / 2, middle + SCREEN / 2);
                    } else {
                        open(edited);
                    }
                });
            }
        }
        Arrays.sort(times);
        return times[times.length * 99 / 100];
    }

    private static double streamed(String text, boolean withTail) {
        var most = Math.min(text.length(), 100_000);
        try (var document = SyntaxDocument.open(JAVA)) {
            return milliseconds(() -> {
                for (var length = 400; length < most; length += 400) {
                    var part = text.substring(0, length);
                    if (withTail) {
                        document.updateStreaming(part);
                    } else {
                        document.update(part);
                    }
                    document.spans(length - SCREEN, length);
                }
            });
        }
    }

    private static double milliseconds(Runnable work) {
        var start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static String text() throws IOException {
        try (var sources = new ZipFile(
                Path.of(System.getProperty("java.home"), "lib", "src.zip").toFile())) {
            var entry = sources.getEntry("java.base/java/util/Collections.java");
            try (var in = sources.getInputStream(entry)) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }
}
