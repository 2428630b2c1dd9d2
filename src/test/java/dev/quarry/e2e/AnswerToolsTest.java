package dev.quarry.e2e;

import static dev.quarry.e2e.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.check.VerdictJson;
import dev.quarry.history.History;
import dev.quarry.history.HistoryException;
import dev.quarry.history.RunSummary;
import dev.quarry.history.Verdict;
import dev.quarry.language.detect.LanguageDetector;
import dev.quarry.language.lexer.LexerHighlighter;
import dev.quarry.model.FakeAccounts;
import dev.quarry.preset.PresetLibrary;
import dev.quarry.run.CodeAssistant;
import dev.quarry.settings.AppFolders;
import dev.quarry.settings.Settings;
import dev.quarry.settings.SettingsFile;
import dev.quarry.ui.control.NoFileDialogs;
import dev.quarry.ui.fx.Fonts;
import dev.quarry.ui.window.Example;
import dev.quarry.ui.window.QuarryWindow;
import dev.quarry.ui.window.WindowParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Running the tests of an answer, setting the commands of checks, and a verdict that comes back with its
/// run.
@ExtendWith(ApplicationExtension.class)
class AnswerToolsTest {

    private static final String INPUT = "def add(a, b):\n    return a + b\n\n\ndef neg(a):\n    return 0 - a\n";

    @TempDir
    Path home;

    private final FxRobot robot = new FxRobot();
    private final CodeAssistant assistant = new CodeAssistant();
    private final AnsweringConnection connection = new AnsweringConnection();
    private Stage stage;
    private History history;
    private QuarryWindow window;

    @Start
    void start(Stage shown) {
        Fonts.load();
        stage = shown;
        history = new History(home.resolve("history.db"), (request, usage, received) -> 0L);
        shown.setX(0);
        shown.setY(0);
    }

    private void open(String task) throws TimeoutException {
        robot.interact(() -> {
            window = new QuarryWindow(
                    new WindowParts(
                                    assistant,
                                    options -> connection,
                                    FakeAccounts.none(home),
                                    settings -> PresetLibrary.load(List.of()),
                                    () -> List.of(new Example("Add", task, Map.of(), "python", INPUT)),
                                    new LexerHighlighter(),
                                    new LanguageDetector(),
                                    file(),
                                    "some.model-v1:0")
                            .keeping(history),
                    stage,
                    new NoFileDialogs());
            stage.setWidth(1280);
            stage.setHeight(820);
        });
        eventually(() -> !label("connection").startsWith("Connecting"));
    }

    private SettingsFile file() {
        return new SettingsFile(new AppFolders(home, home));
    }

    private String label(String id) {
        return robot.lookup("#" + id).queryAs(Labeled.class).getText();
    }

    private void fire(String id) {
        robot.interact(() -> robot.lookup("#" + id).queryAs(Button.class).fire());
    }

    private void choose(String menuItemId) {
        robot.interact(() -> item(menuItemId).fire());
    }

    private MenuItem item(String id) {
        return MenuItems.find(robot, id);
    }

    private void picture(String dialogId, String name) throws IOException {
        assertThat(Files.size(
                        Screenshot.take(robot.lookup("#" + dialogId).query().getScene(), name)))
                .isGreaterThan(5_000);
    }

    @AfterEach
    void close() {
        robot.interact(window::close);
        assistant.close();
        history.close();
    }

    @Test
    void nothingOfAnAnswerIsRunBeforeTheUserSaysSo() throws TimeoutException, IOException {
        var ran = home.resolve("ran");
        connection.answers.add("```python\nimport pathlib\nimport unittest\nfrom sums import add\n\n"
                + "pathlib.Path(" + quoted(ran) + ").touch()\n\n\nclass SumsTest(unittest.TestCase):\n"
                + "    def test_two_and_two(self):\n        self.assertEqual(4, add(2, 2))\n```\n");
        open("Write tests");
        assertThat(item("menu-run-tests").isDisable()).isTrue();
        fire("run");
        eventually(() -> !item("menu-run-tests").isDisable());
        fire("status-check");
        assertThat(robot.lookup("#run-tests").query().isVisible()).isTrue();

        choose("menu-run-tests");
        assertThat(robot.lookup("#tests-text").queryAs(TextArea.class).getText())
                .contains("sums.py")
                .contains("python3 -m unittest -v test_answer");
        assertThat(label("tests-said")).contains("with your rights");
        picture("tests-dialog", "tests-warning-light");
        assertThat(ran).doesNotExist();

        fire("tests-run");
        eventually(() -> label("tests-said").startsWith("The tests passed"));
        assertThat(ran).exists();
        picture("tests-dialog", "tests-passed-light");
        robot.interact(() ->
                robot.lookup("#tests-dialog").query().getScene().getWindow().hide());

        choose("menu-theme-dark");
        choose("menu-run-tests");
        picture("tests-dialog", "tests-warning-dark");
        robot.interact(() ->
                robot.lookup("#tests-dialog").query().getScene().getWindow().hide());
    }

    @Test
    void codeThatIsNoTestOffersNoRunning() throws TimeoutException {
        connection.answers.add("```python\n" + INPUT + "```\n");
        open("Refactor");
        fire("run");
        eventually(() -> label("status-check").endsWith("passed"));
        fire("status-check");

        assertThat(item("menu-run-tests").isDisable()).isTrue();
        assertThat(robot.lookup("#run-tests").query().isVisible()).isFalse();
    }

    @Test
    void commandsAreEditedJudgedAndKept() throws TimeoutException, IOException {
        file().save(Settings.DEFAULTS.withChecks(new Settings.Checks(Map.of("ruby", ""), 20, 3)));
        connection.answers.add("");
        open("Refactor");
        choose("menu-check-settings");
        picture("check-settings", "check-settings-light");
        robot.interact(() -> {
            mode("python").getSelectionModel().select(1);
            line("python").setText("python3 {file} | cat");
        });
        assertThat(label("check-advice-python")).contains("there is no shell");
        assertThat(robot.lookup("#check-save").queryAs(Button.class).isDisabled())
                .isTrue();
        picture("check-settings", "check-settings-wrong-light");
        robot.interact(() -> line("python").setText("python3 {file}"));
        assertThat(label("check-advice-python")).contains("seems to run the code");
        robot.interact(() -> line("python").setText("python3 -I -m py_compile {file}"));
        fire("check-save");

        var wanted = new Settings.Checks(Map.of("ruby", "", "python", "python3 -I -m py_compile {file}"), 20, 3);
        eventually(() -> file().load().settings().checks().equals(wanted));

        choose("menu-theme-dark");
        choose("menu-check-settings");
        picture("check-settings", "check-settings-dark");
        fire("check-reset");
        fire("check-save");
        eventually(() -> file().load().settings().checks().equals(Settings.Checks.DEFAULTS));
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Object> mode(String language) {
        return robot.lookup("#check-mode-" + language).queryAs(ComboBox.class);
    }

    private TextField line(String language) {
        return robot.lookup("#check-line-" + language).queryAs(TextField.class);
    }

    @Test
    void aRunThatComesBackShowsTheVerdictItHad() throws TimeoutException, HistoryException {
        connection.answers.add("```python\n" + INPUT + "```\n");
        open("Refactor");
        fire("run");
        eventually(() -> label("status-check").endsWith("passed"));
        eventually(() -> list().getItems().size() == 1);
        var kept = history.find(list().getItems().getFirst().id()).orElseThrow();
        var verdict = VerdictJson.read(Objects.requireNonNull(kept.verdict()).detail());
        assertThat(verdict).get().extracting(v -> v.checks().size()).isEqualTo(6);

        // What was found then is told apart from what a new check would find.
        history.setVerdict(
                        kept.id(),
                        new Verdict(
                                false,
                                kept.verdict()
                                        .detail()
                                        .replaceFirst(
                                                "\"status\":\"\\w+\",\"with\":\"[^\"]*\",\"notChecked\":\"[^\"]*\",\"ms\":\\d+,\"findings\":\\[\\]",
                                                "\"status\":\"FAILED\",\"with\":\"\",\"notChecked\":\"\",\"ms\":1,\"findings\":"
                                                        + "[{\"line\":2,\"column\":0,\"message\":\"found back then\",\"weight\":\"FAILURE\"}]")))
                .join();
        robot.interact(() -> list().getSelectionModel().clearSelection());
        robot.interact(() -> list().getSelectionModel().select(0));
        eventually(() -> label("status-check").equals("Code block missing or not closed"));
        fire("status-check");
        assertThat(robot.lookup("#check-fence .check-place").<Labeled>query().getText())
                .isEqualTo("Line 2");

        fire("check-again");
        eventually(() -> label("status-check").endsWith("passed"));
    }

    private ListView<RunSummary> list() {
        return robot.lookup("#history-list").queryListView();
    }

    private static String quoted(Path path) {
        return "\"" + path.toString().replace("\\", "\\\\") + "\"";
    }
}
