package dev.quarry.e2e;

import static dev.quarry.e2e.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.history.History;
import dev.quarry.history.Price;
import dev.quarry.history.RunSummary;
import dev.quarry.history.UsageRow;
import dev.quarry.language.detect.LanguageDetector;
import dev.quarry.language.lexer.LexerHighlighter;
import dev.quarry.model.FakeAccounts;
import dev.quarry.preset.PresetLibrary;
import dev.quarry.run.CodeAssistant;
import dev.quarry.run.Connections;
import dev.quarry.settings.AppFolders;
import dev.quarry.settings.SettingsFile;
import dev.quarry.ui.control.FileDialogs;
import dev.quarry.ui.fx.Fonts;
import dev.quarry.ui.window.Example;
import dev.quarry.ui.window.QuarryWindow;
import dev.quarry.ui.window.WindowParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/// The window over a history on the disk, and what a user does with runs that were.
abstract class HistoryUser {

    @TempDir
    Path home;

    final FxRobot robot = new FxRobot();
    private final CodeAssistant assistant = new CodeAssistant();
    History history;
    Stage stage;
    private QuarryWindow window;

    /// @param example what the window begins with
    void open(Stage shown, Connections connections, Example example) {
        Fonts.load();
        stage = shown;
        history = new History(home.resolve("history.db"), price());
        shown.setX(0);
        shown.setY(0);
        window = new QuarryWindow(
                new WindowParts(
                                assistant,
                                connections,
                                FakeAccounts.none(home),
                                settings -> PresetLibrary.load(settings.presetFolders()),
                                () -> List.of(example),
                                new LexerHighlighter(),
                                new LanguageDetector(),
                                new SettingsFile(new AppFolders(home, home)),
                                model())
                        .keeping(history),
                stage,
                new HomeFiles());
    }

    /// What is asked.
    String model() {
        return "some.model-v1:0";
    }

    /// What runs cost.
    Price price() {
        return (request, usage, received) -> usage.output() * 15;
    }

    /// Opens `context.txt`, and saves under the name that is suggested.
    private final class HomeFiles implements FileDialogs {
        @Override
        public Optional<Path> open() {
            return Optional.of(home.resolve("context.txt"));
        }

        @Override
        public Optional<Path> save(String suggestedName) {
            return Optional.of(home.resolve(suggestedName));
        }
    }

    @AfterEach
    void close() {
        robot.interact(window::close);
        assistant.close();
        history.close();
    }

    /// Waits until the runs that are over can be counted.
    void kept(int runs) throws TimeoutException {
        eventually(() ->
                history.usage(Instant.EPOCH).stream().mapToLong(UsageRow::runs).sum() == runs);
    }

    /// Waits until the window is connected and shows its example.
    void ready(String connection, String input) throws TimeoutException {
        eventually(() -> text("connection").equals(connection));
        eventually(() -> area("input-editor").getText().equals(input));
    }

    CodeArea area(String id) {
        return robot.lookup("#" + id).queryAs(CodeArea.class);
    }

    String text(String id) {
        return robot.lookup("#" + id).queryAs(Labeled.class).getText();
    }

    void fire(String id) {
        robot.interact(() -> robot.lookup("#" + id).queryAs(ButtonBase.class).fire());
    }

    /// Types into a field and presses Enter, at once.
    void enter(String id, String text) {
        robot.interact(() -> {
            var field = robot.lookup("#" + id).queryAs(TextField.class);
            field.setText(text);
            field.fireEvent(new ActionEvent());
        });
    }

    void choose(String menuItemId) {
        MenuItems.choose(robot, menuItemId);
    }

    ListView<RunSummary> list() {
        return robot.lookup("#history-list").queryListView();
    }

    boolean isThere(String id) {
        return robot.lookup("#" + id).tryQuery().map(Node::isVisible).orElse(false);
    }

    /// What a screen reader would say of the rows of a diff that are in view.
    String spoken() {
        return spoken(stage.getScene().getRoot());
    }

    String spoken(Parent within) {
        return robot.from(within).lookup(".diff-row").queryAll().stream()
                .filter(Node::isVisible)
                .map(Node::getAccessibleText)
                .filter(said -> said != null)
                .collect(Collectors.joining("\n"));
    }

    void pictures(Window of, String name) throws IOException {
        for (var theme : new String[] {"light", "dark"}) {
            choose("menu-theme-" + theme);
            assertThat(Files.size(Screenshot.take(of.getScene(), name + "-" + theme)))
                    .isGreaterThan(10_000);
        }
        choose("menu-theme-light");
    }

    static Window titled(String title) {
        return Window.getWindows().stream()
                .filter(w -> w instanceof Stage s && title.equals(s.getTitle()))
                .findFirst()
                .orElseThrow();
    }
}
