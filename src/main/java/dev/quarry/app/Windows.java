package dev.quarry.app;

import dev.quarry.language.detect.LanguageDetector;
import dev.quarry.language.lexer.LexerHighlighter;
import dev.quarry.sample.SampleLibrary;
import dev.quarry.settings.ModelChoice;
import dev.quarry.settings.Settings;
import dev.quarry.ui.window.Example;
import dev.quarry.ui.window.WindowParts;
import java.util.List;

/// Opens the window over the objects of this process. Loaded only when a window is wanted.
final class Windows {

    private Windows() {}

    /// Blocks until the window was closed. The toolkit runs already.
    static void open(Wiring wiring) {
        QuarryApp.show(new WindowParts(
                wiring.assistant(),
                wiring,
                wiring::presets,
                Windows::examples,
                new LexerHighlighter(),
                new LanguageDetector(),
                wiring.settingsFile(),
                ModelChoice.of(null, null, System.getenv(ModelChoice.VARIABLE), Settings.DEFAULTS)
                        .model()));
    }

    private static List<Example> examples() {
        return SampleLibrary.bundled().samples().stream()
                .map(s -> new Example(s.title(), s.task(), s.parameters(), s.language(), s.input()))
                .toList();
    }
}
