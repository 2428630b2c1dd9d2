package dev.quarry.e2e;

import dev.quarry.bedrock.BedrockConnection;
import dev.quarry.language.Languages;
import dev.quarry.language.detect.LanguageDetector;
import dev.quarry.language.lexer.LexerHighlighter;
import dev.quarry.model.FakeAccounts;
import dev.quarry.preset.PresetException;
import dev.quarry.preset.PresetLibrary;
import dev.quarry.preset.PresetReadings;
import dev.quarry.preset.PresetSource;
import dev.quarry.preset.PromptTemplate;
import dev.quarry.run.CodeAssistant;
import dev.quarry.run.Connections;
import dev.quarry.run.ModelConnection;
import dev.quarry.run.RunException;
import dev.quarry.sample.Exchange;
import dev.quarry.sample.Pace;
import dev.quarry.sample.Sample;
import dev.quarry.sample.SampleConnection;
import dev.quarry.sample.SampleLibrary;
import dev.quarry.settings.AppFolders;
import dev.quarry.settings.Settings;
import dev.quarry.settings.SettingsFile;
import dev.quarry.ui.control.FileDialogs;
import dev.quarry.ui.control.NoFileDialogs;
import dev.quarry.ui.fx.Fonts;
import dev.quarry.ui.window.Example;
import dev.quarry.ui.window.QuarryWindow;
import dev.quarry.ui.window.WindowParts;
import dev.quarry.ui.window.WindowShell;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.stage.Stage;

/// The window over the sample endpoint, with the unchanged AWS client between them.
final class SampleWindow implements AutoCloseable {
    private final CodeAssistant assistant = new CodeAssistant();
    private final QuarryWindow window;

    SampleWindow(Stage stage, Path home, Pace pace) {
        this(stage, home, pace, new NoFileDialogs());
    }

    SampleWindow(Stage stage, Path home, Pace pace, FileDialogs dialogs) {
        this(stage, home, (Connections) options -> samples(pace), dialogs);
    }

    /// @param connections opens another connection than the samples
    SampleWindow(Stage stage, Path home, Connections connections) {
        this(stage, home, connections, new NoFileDialogs());
    }

    SampleWindow(Stage stage, Path home, Connections connections, FileDialogs dialogs) {
        place(stage);
        window = new QuarryWindow(parts(assistant, home, connections), stage, dialogs);
    }

    /// Fills a shell that is on the screen.
    SampleWindow(WindowShell shell, Path home) {
        window = new QuarryWindow(parts(assistant, home, options -> samples(Pace.AT_ONCE)), shell, new NoFileDialogs());
    }

    /// The window as its first frame shows it.
    static WindowShell shell(Stage stage, Path home) {
        place(stage);
        return WindowShell.show(stage, settings(home), new LexerHighlighter());
    }

    private static void place(Stage stage) {
        Fonts.load();
        stage.setX(0);
        stage.setY(0);
    }

    private static SettingsFile settings(Path home) {
        return new SettingsFile(new AppFolders(home, home));
    }

    private static WindowParts parts(CodeAssistant assistant, Path home, Connections connections) {
        return new WindowParts(
                assistant,
                connections,
                FakeAccounts.none(home),
                settings -> presets(home, settings),
                SampleWindow::examples,
                new LexerHighlighter(),
                new LanguageDetector(),
                settings(home),
                "qwen.qwen3-coder-30b-a3b-v1:0");
    }

    private static PresetLibrary presets(Path home, Settings settings) {
        var sources = new ArrayList<>(List.of(PresetSource.own(home.resolve("presets"))));
        settings.presetFolders().stream().map(PresetSource::team).forEach(sources::add);
        return PresetLibrary.read(sources, new PresetReadings());
    }

    static ModelConnection samples(Pace pace) {
        return new SampleConnection(SampleWindow::script, SampleWindow::client, pace);
    }

    private static ModelConnection client(URI endpoint) {
        try {
            return BedrockConnection.loopback(endpoint, SampleConnection.LABEL);
        } catch (RunException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Exchange> script() {
        var presets = PresetLibrary.load(List.of());
        return SampleLibrary.bundled().samples().stream()
                .map(sample -> exchange(presets, sample))
                .toList();
    }

    private static Exchange exchange(PresetLibrary presets, Sample sample) {
        try {
            var language = Languages.named(sample.language()).orElse(Languages.PLAIN_TEXT);
            var prompt = PromptTemplate.of(presets.named(sample.task()).orElseThrow())
                    .render(sample.input(), language, sample.parameters());
            return new Exchange(prompt.system(), prompt.user(), sample.answer());
        } catch (PresetException e) {
            throw new IllegalStateException(sample.id(), e);
        }
    }

    private static List<Example> examples() {
        return SampleLibrary.bundled().samples().stream()
                .map(s -> new Example(s.title(), s.task(), s.parameters(), s.language(), s.input()))
                .toList();
    }

    @Override
    public void close() {
        window.close();
        assistant.close();
    }
}
