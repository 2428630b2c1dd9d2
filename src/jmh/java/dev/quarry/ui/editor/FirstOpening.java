package dev.quarry.ui.editor;

import dev.quarry.bedrock.BedrockConnection;
import dev.quarry.bench.FxFrames;
import dev.quarry.language.detect.LanguageDetector;
import dev.quarry.language.lexer.LexerHighlighter;
import dev.quarry.model.FakeAccounts;
import dev.quarry.preset.PresetLibrary;
import dev.quarry.run.CodeAssistant;
import dev.quarry.run.ModelConnection;
import dev.quarry.run.RunException;
import dev.quarry.sample.Pace;
import dev.quarry.sample.SampleConnection;
import dev.quarry.settings.AppFolders;
import dev.quarry.settings.SettingsFile;
import dev.quarry.ui.control.NoFileDialogs;
import dev.quarry.ui.window.Example;
import dev.quarry.ui.window.QuarryWindow;
import dev.quarry.ui.window.WindowParts;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.scene.Node;
import javafx.stage.Stage;

/// Opens a file in the whole window of a JVM that has shown only a few lines before, and prints on one line:
/// its first coloured frame and the jump to its end in milliseconds, and the memory of the process two
/// seconds later in MB.
final class FirstOpening {
    private static final String FEW_LINES = "class A {\n    int one = 1;\n}\n";

    private FirstOpening() {}

    public static void main(String[] arguments) throws Exception {
        FxFrames.start();
        var text = Files.readString(Path.of(arguments[0]));
        var home = Files.createTempDirectory("quarry-bench");
        var window = EditorStage.onFx(() -> {
            var stage = new Stage();
            new QuarryWindow(parts(home), stage, new NoFileDialogs());
            stage.setWidth(1280);
            stage.setHeight(820);
            return stage;
        });
        var bench = EditorStage.onFx(() -> new EditorStage(input(window), window));
        bench.frameWith(() -> bench.editor.text().equals(FEW_LINES) && bench.isColoured(0));
        var first = bench.until(() -> bench.editor.replaceAll(text), () -> bench.isColoured(0));
        bench.frameWith(bench.editor::isRead);
        var jump = bench.until(
                () -> {
                    bench.area.moveTo(bench.area.getLength());
                    bench.area.requestFollowCaret();
                },
                bench::endIsColoured);
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2));
        System.out.println("opened " + first.millis() + " " + jump.millis() + " " + memory());
        System.exit(0);
    }

    private static CodeEditor input(Stage window) {
        Node node = window.getScene().lookup("#input-editor");
        while (!(node instanceof CodeEditor editor)) {
            node = node.getParent();
        }
        return editor;
    }

    /// The pages of this process, those it shares counted in part; NaN where there is no /proc.
    private static double memory() throws Exception {
        var rollup = Path.of("/proc/self/smaps_rollup");
        return Files.isReadable(rollup)
                ? Files.readAllLines(rollup).stream()
                        .filter(line -> line.startsWith("Pss:"))
                        .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
                        .findFirst()
                        .orElse(Double.NaN)
                : Double.NaN;
    }

    private static WindowParts parts(Path home) {
        var example = new Example("Bench", "Translate", Map.of("target", "python"), "java", FEW_LINES);
        return new WindowParts(
                new CodeAssistant(),
                options -> new SampleConnection(List::of, FirstOpening::client, Pace.AT_ONCE),
                FakeAccounts.none(home),
                settings -> PresetLibrary.load(List.of()),
                () -> List.of(example),
                new LexerHighlighter(),
                new LanguageDetector(),
                new SettingsFile(new AppFolders(home, home)),
                "bench-model");
    }

    private static ModelConnection client(URI endpoint) {
        try {
            return BedrockConnection.loopback(endpoint, SampleConnection.LABEL);
        } catch (RunException e) {
            throw new IllegalStateException(e);
        }
    }
}
