package dev.quarry.app;

import dev.quarry.language.detect.LanguageDetector;
import dev.quarry.language.lexer.LexerHighlighter;
import dev.quarry.sample.SampleLibrary;
import dev.quarry.settings.ModelChoice;
import dev.quarry.settings.Settings;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.window.Example;
import dev.quarry.ui.window.WindowParts;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// Opens the window over the objects of this process. Loaded only when a window is wanted.
final class Windows {

    /// The command line's exit code of what failed.
    private static final int FAILED = 4;

    private Windows() {}

    /// Opens the window and plays a sitting at it; blocks. The toolkit runs already.
    ///
    /// @param firstFrameOnly whether it is over when that frame takes typing
    /// @param problems takes a sentence when it cannot be played to its end
    /// @return whether it was
    static boolean rehearse(Wiring wiring, boolean firstFrameOnly, Consumer<String> problems) {
        var rehearsal = firstFrameOnly ? Rehearsal.ofTheFirstFrame(problems) : Rehearsal.ofASitting(problems);
        Platform.runLater(rehearsal::begin);
        return open(wiring, null, firstFrameOnly) == 0 && rehearsal.isComplete();
    }

    /// Blocks until the window was closed. The toolkit runs already.
    ///
    /// @param file what it opens on; null for what it opens on by itself
    /// @return the exit code of the process
    static int open(Wiring ofProcess, @Nullable Path file) {
        return open(ofProcess, file, false);
    }

    private static int open(Wiring ofProcess, @Nullable Path file, boolean firstFrameOnly) {
        var guard = Guard.begin(ofProcess.folders());
        var wiring = guard.safeMode()
                ? ofProcess.inSafeMode(
                        Texts.of("start.safeMode", ofProcess.folders().config()))
                : ofProcess;
        return open(new QuarryApp.Start(wiring.settingsFile(), () -> parts(wiring), file, guard, firstFrameOnly));
    }

    /// Blocks until the window was closed, or could not be built.
    ///
    /// @return the exit code of the process
    static int open(QuarryApp.Start start) {
        var guard = start.guard();
        try {
            QuarryApp.show(start);
        } catch (RuntimeException e) { // whatever the toolkit makes of an error in our start
            guard.failed(e);
        }
        if (guard.hasFailed()) {
            System.err.println("quarry: " + Texts.of("start.failed", System.getProperty("quarry.log.dir", "")));
            return FAILED;
        }
        guard.close();
        return 0;
    }

    static WindowParts parts(Wiring wiring) {
        return new WindowParts(
                wiring.assistant(),
                wiring,
                wiring.accounts(),
                wiring::presets,
                Windows::examples,
                new LexerHighlighter(),
                new LanguageDetector(),
                wiring.settingsFile(),
                ModelChoice.of(null, null, System.getenv(ModelChoice.VARIABLE), Settings.DEFAULTS)
                        .model(),
                (expectation, answer) -> wiring.judge().judge(expectation, answer),
                wiring.history(),
                wiring::spending);
    }

    private static List<Example> examples() {
        return SampleLibrary.bundled().samples().stream()
                .map(s -> new Example(s.title(), s.task(), s.parameters(), s.language(), s.input()))
                .toList();
    }
}
