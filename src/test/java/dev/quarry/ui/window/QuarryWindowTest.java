package dev.quarry.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitFor;
import static org.testfx.util.WaitForAsyncUtils.waitForAsyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.quarry.history.RunSummary;
import dev.quarry.language.Language;
import dev.quarry.language.Languages;
import dev.quarry.language.detect.LanguageDetector;
import dev.quarry.language.lexer.LexerHighlighter;
import dev.quarry.model.FakeAccounts;
import dev.quarry.preset.Preset;
import dev.quarry.preset.PresetLibrary;
import dev.quarry.run.CodeAssistant;
import dev.quarry.run.Outcome;
import dev.quarry.run.RunEvent;
import dev.quarry.run.RunException;
import dev.quarry.run.TokenUsage;
import dev.quarry.settings.AppFolders;
import dev.quarry.settings.SettingsFile;
import dev.quarry.ui.control.FileDialogs;
import dev.quarry.ui.fx.Fonts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.GenericStyledArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What a user does and sees, over a connection that answers as the test says.
@ExtendWith(ApplicationExtension.class)
class QuarryWindowTest {
    private static final String PYTHON = "def add(a, b):\n    return a + b\n";

    @TempDir
    static Path folder;

    private final ScriptedConnection connection = new ScriptedConnection();
    private final FxRobot robot = new FxRobot();
    private final CodeAssistant assistant = new CodeAssistant();
    private final Dialogs dialogs = new Dialogs();
    private final CountDownLatch mayConnect = new CountDownLatch(1);
    private QuarryWindow window;

    /// Answers with the file a test has set.
    private static final class Dialogs implements FileDialogs {
        private Path file;

        @Override
        public Optional<Path> open() {
            return Optional.ofNullable(file);
        }

        @Override
        public Optional<Path> save(String suggestedName) {
            return Optional.ofNullable(file);
        }
    }

    @Start
    void start(Stage stage) throws IOException {
        Fonts.load();
        var home = Files.createTempDirectory(folder, "home");
        var example = new Example("Add", "Translate", Map.of("target", "go"), "python", PYTHON);
        stage.setX(0);
        stage.setY(0);
        window = new QuarryWindow(
                new WindowParts(
                        assistant,
                        options -> {
                            whenConnected();
                            return connection;
                        },
                        FakeAccounts.none(home),
                        settings -> PresetLibrary.load(settings.presetFolders()),
                        () -> List.of(example),
                        new LexerHighlighter(),
                        new LanguageDetector(),
                        new SettingsFile(new AppFolders(home, home)),
                        "some.model-v1:0"),
                stage,
                dialogs);
        stage.setWidth(1000);
        stage.setHeight(760);
    }

    @AfterEach
    void close() {
        robot.interact(window::close);
        assistant.close();
    }

    /// Holds the connection back until the test lets it open.
    private void whenConnected() {
        try {
            assertThat(mayConnect.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// It would cost the first frame its styles and layout.
    @Test
    void whatIsNotSeenAtFirstIsNotInTheWindowYet() {
        mayConnect.countDown();
        for (var pane : List.of("#preset-editing", "#check-panel", "#reasoning", "#version-picker", "#diff-find")) {
            assertThat(robot.lookup(pane).queryAll()).as(pane).isEmpty();
        }
    }

    private static Language named(String id) {
        return Languages.named(id).orElseThrow();
    }

    private static void eventually(Callable<Boolean> condition) throws TimeoutException {
        // On the FX thread: elsewhere a look-up may walk over children that are just being changed.
        waitFor(30, TimeUnit.SECONDS, () -> waitForAsyncFx(10_000, condition));
        waitForFxEvents();
    }

    private CodeArea area(String id) {
        return robot.lookup("#" + id).queryAs(CodeArea.class);
    }

    private String text(String id) {
        return area(id).getText();
    }

    private boolean isShown(String node) {
        return robot.lookup(node).queryAll().stream().anyMatch(Node::isVisible);
    }

    private String label(String id) {
        return robot.lookup("#" + id).queryAs(Labeled.class).getText();
    }

    private void openedWithSample() throws TimeoutException {
        mayConnect.countDown();
        eventually(() -> text("input-editor").equals(PYTHON));
        eventually(() -> label("connection").equals("Scripted"));
    }

    private void runAndWaitForRequest() throws TimeoutException {
        var before = connection.requests.size();
        robot.clickOn("#run");
        eventually(() -> connection.requests.size() == before + 1);
    }

    private void outcomeBecomes(String start) throws TimeoutException {
        eventually(() -> label("status-outcome").startsWith(start));
    }

    @Test
    void opensWithASampleThatOneClickRuns() throws TimeoutException {
        openedWithSample();
        assertThat(robot.lookup("#task-picker")
                        .<Preset>queryComboBox()
                        .getValue()
                        .name())
                .isEqualTo("Translate");
        assertThat(robot.lookup("#source-language").<Language>queryComboBox().getValue())
                .isEqualTo(named("python"));
        assertThat(robot.lookup("#target-language").<Language>queryComboBox().getValue())
                .isEqualTo(named("go"));
        runAndWaitForRequest();
        var request = connection.requests.getFirst();
        assertThat(request.model()).isEqualTo("some.model-v1:0");
        assertThat(request.messages().getFirst().text())
                .contains(PYTHON.strip())
                .contains("Go");
    }

    @Test
    void aClickThatComesBeforeTheConnectionCountsWhenItIsThere() throws TimeoutException {
        eventually(() -> text("input-editor").equals(PYTHON));
        robot.clickOn("#run");
        waitForFxEvents();
        assertThat(connection.requests).isEmpty();
        assertThat(banner("input-banner")).contains("Looking for credentials");
        mayConnect.countDown();
        eventually(() -> connection.requests.size() == 1);
    }

    @Test
    void textIsShownWhileItStreamsAndTheCodeTabHoldsCodeOnly() throws TimeoutException {
        openedWithSample();
        runAndWaitForRequest();
        connection.text("Here it is:\n\n```go\nfunc add(a, b int) int {\n");
        eventually(() -> text("output-editor").contains("func add"));
        assertThat(label("status-outcome")).startsWith("Writing");
        connection.text("\treturn a + b\n}\n```\n\nNothing else changed.\n");
        connection.emit(new RunEvent.Usage(new TokenUsage(120, 30, 0, 0), Duration.ofMillis(400)));
        connection.complete();
        outcomeBecomes("Complete");
        assertThat(text("output-editor")).isEqualTo("func add(a, b int) int {\n\treturn a + b\n}\n");
        assertThat(label("status-tokens")).contains("120 in").contains("30 out");
        eventually(() -> !label("status-check").startsWith("Checking"));
        // The fence names the language, the code parses; what it leaves out is told.
        assertThat(label("status-check")).isNotEmpty().doesNotContain("Checking");
    }

    @Test
    void theAnswerTabRendersTheMarkdown() throws TimeoutException {
        openedWithSample();
        runAndWaitForRequest();
        connection.text("# Title\n\nSome **strong** words.\n\n- one\n- two\n");
        connection.complete();
        outcomeBecomes("Complete");
        robot.clickOn("#tab-answer");
        var answer = robot.lookup("#answer-view").queryAs(GenericStyledArea.class);
        eventually(() -> answer.getText().equals("Title\nSome strong words.\n•  one\n•  two"));
    }

    @Test
    void stopKeepsWhatHasComeAndRunWorksAgain() throws TimeoutException {
        openedWithSample();
        runAndWaitForRequest();
        connection.text("```go\nfirst\n");
        eventually(() -> text("output-editor").startsWith("first"));
        robot.clickOn("#stop");
        outcomeBecomes("Stopped");
        assertThat(text("output-editor")).startsWith("first");
        assertThat(text("input-editor")).isEqualTo(PYTHON);

        runAndWaitForRequest();
        connection.text("```go\nsecond\n```\n");
        connection.complete();
        outcomeBecomes("Complete");
        assertThat(text("output-editor")).isEqualTo("second\n");
    }

    @Test
    void keysRunAndStop() throws TimeoutException {
        openedWithSample();
        robot.clickOn("#input-editor");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        eventually(() -> connection.requests.size() == 1);
        connection.text("```\nx");
        eventually(() -> text("output-editor").equals("x"));
        robot.push(KeyCode.ESCAPE);
        outcomeBecomes("Stopped");
        assertThat(text("input-editor")).isEqualTo(PYTHON);
    }

    @Test
    void emptyInputIsNotSent() throws TimeoutException {
        openedWithSample();
        robot.interact(() -> area("input-editor").clear());
        robot.clickOn("#run");
        waitForFxEvents();
        assertThat(banner("input-banner")).contains("no code yet");
        assertThat(connection.requests).isEmpty();
    }

    @Test
    void aFailureIsSaidInOneSentenceAndLosesNothing() throws TimeoutException {
        openedWithSample();
        runAndWaitForRequest();
        connection.refuse(new RunException(
                RunException.Reason.ACCESS_DENIED, "You may not use that model. Ask for access.", false, null, null));
        outcomeBecomes("Failed");
        assertThat(banner("output-banner")).isEqualTo("You may not use that model. Ask for access.");
        assertThat(text("input-editor")).isEqualTo(PYTHON);
    }

    @Test
    void anAnswerThatIsNotWholeSaysSo() throws TimeoutException {
        openedWithSample();
        runAndWaitForRequest();
        connection.text("```go\nfunc add(");
        connection.end(new Outcome.CutOff("max_tokens"));
        outcomeBecomes("Cut off");
        assertThat(text("output-editor")).isEqualTo("func add(");
        assertThat(banner("output-banner")).contains("limit");
        eventually(() -> label("status-check").matches("[2-9] checks failed"));
    }

    @Test
    void aPastRunComesBackAsItWas() throws TimeoutException {
        openedWithSample();
        runAndWaitForRequest();
        connection.text("```go\nfirst\n```\n");
        connection.complete();
        outcomeBecomes("Complete");
        robot.interact(() -> area("input-editor").replaceText("other = 1\n"));
        runAndWaitForRequest();
        connection.text("```go\nsecond\n```\n");
        connection.complete();
        eventually(() -> text("output-editor").equals("second\n"));

        ListView<RunSummary> history = robot.lookup("#history-list").queryListView();
        eventually(() -> history.getItems().size() == 2);
        robot.interact(() -> history.getSelectionModel().select(1));
        eventually(() -> text("output-editor").equals("first\n"));
        assertThat(text("input-editor")).isEqualTo(PYTHON);
        assertThat(history.getItems()).hasSize(2);
    }

    @Test
    void aModelThatTakesNoTemperatureDisablesTheSliderAndIsSentNone() throws TimeoutException {
        openedWithSample();
        var slider = robot.lookup("#temperature").queryAs(Slider.class);
        assertThat(slider.isDisabled()).isFalse();
        robot.interact(() -> model().setText("anthropic.claude-opus-5"));
        assertThat(slider.isDisabled()).isTrue();
        runAndWaitForRequest();
        assertThat(connection.requests.getFirst().settings().temperature()).isNull();
        assertThat(connection.requests.getFirst().model()).isEqualTo("anthropic.claude-opus-5");
    }

    private TextField model() {
        return robot.lookup("#model-picker").queryAs(TextField.class);
    }

    @Test
    void aFileIsOpenedWithItsLanguageAndABinaryOneIsRefused() throws TimeoutException, IOException {
        openedWithSample();
        dialogs.file = Files.writeString(folder.resolve("Hello.java"), "class Hello {}\r\n");
        robot.push(KeyCode.CONTROL, KeyCode.O);
        eventually(() -> text("input-editor").equals("class Hello {}\n"));
        assertThat(robot.lookup("#source-language").<Language>queryComboBox().getValue())
                .isEqualTo(named("java"));
        assertThat(label("input-file")).isEqualTo("Hello.java");

        dialogs.file = Files.write(folder.resolve("a.bin"), new byte[] {1, 0, 2, 0});
        robot.push(KeyCode.CONTROL, KeyCode.O);
        eventually(() -> banner("input-banner").contains("binary"));
        assertThat(text("input-editor")).isEqualTo("class Hello {}\n");
    }

    @Test
    void pastedTextIsRecognised() throws TimeoutException {
        openedWithSample();
        robot.interact(() -> area("input-editor").clear());
        robot.interact(() -> area("input-editor").replaceText("#!/usr/bin/env ruby\nputs 1\n"));
        eventually(() -> robot.lookup("#source-language")
                .<Language>queryComboBox()
                .getValue()
                .equals(named("ruby")));
    }

    @Test
    void syntaxErrorsAreToldAndF8GoesThere() throws TimeoutException {
        openedWithSample();
        robot.interact(() -> area("input-editor").replaceText("def f(:\n    pass\n\nx = (1\n"));
        eventually(() -> isShown("#input-editor-problems"));
        robot.interact(() -> area("input-editor").moveTo(0));
        robot.clickOn("#input-editor");
        robot.interact(() -> area("input-editor").moveTo(0));
        robot.push(KeyCode.F8);
        eventually(() -> area("input-editor").getCaretPosition() > 0);
        robot.interact(() -> area("input-editor").replaceText(PYTHON));
        eventually(() -> !robot.lookup("#input-editor-problems").query().isVisible());
    }

    @Test
    void codeThatIsStillStreamingHasNoErrorsAndCutOffCodeHas() throws TimeoutException {
        openedWithSample();
        runAndWaitForRequest();
        connection.text("```go\npackage main\n\nfunc add(a, b int) int {\n\treturn a +");
        eventually(() -> text("output-editor").endsWith("a +"));
        eventually(() -> !area("output-editor").getStyleOfChar(2).isEmpty());
        assertThat(robot.lookup("#output-editor-problems").queryAll()).isEmpty();
        connection.end(new Outcome.CutOff("max_tokens"));
        outcomeBecomes("Cut off");
        eventually(() -> isShown("#output-editor-problems"));
    }

    @Test
    void findCountsSelectsAndReplacesAll() throws TimeoutException {
        openedWithSample();
        robot.clickOn("#input-editor").push(KeyCode.CONTROL, KeyCode.H);
        robot.write("a");
        eventually(() -> label("find-count").equals("1 of 3"));
        assertThat(area("input-editor").getSelectedText()).isEqualTo("a");
        robot.clickOn("#find-with").write("x");
        robot.interact(() -> robot.lookup("#find-replace-all").queryButton().fire());
        eventually(() -> text("input-editor").equals("def xdd(x, b):\n    return x + b\n"));
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        eventually(() -> text("input-editor").equals(PYTHON));
    }

    @Test
    void linesAreIndentedAndCommentedByKeys() throws TimeoutException {
        openedWithSample();
        robot.clickOn("#input-editor");
        robot.push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.TAB);
        eventually(() -> text("input-editor").equals("    def add(a, b):\n        return a + b\n"));
        robot.push(KeyCode.SHIFT, KeyCode.TAB);
        eventually(() -> text("input-editor").equals(PYTHON));
        robot.push(KeyCode.CONTROL, KeyCode.SLASH);
        eventually(() -> text("input-editor").equals("# def add(a, b):\n#     return a + b\n"));
    }

    @Test
    void theAnswerBecomesTheInputAndUndoBringsTheInputBack() throws TimeoutException {
        openedWithSample();
        runAndWaitForRequest();
        connection.text("```go\nfunc add() {}\n```\n");
        connection.complete();
        outcomeBecomes("Complete");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.X);
        eventually(() -> text("input-editor").equals("func add() {}\n"));
        assertThat(robot.lookup("#source-language").<Language>queryComboBox().getValue())
                .isEqualTo(named("go"));
        robot.clickOn("#input-editor").push(KeyCode.CONTROL, KeyCode.Z);
        eventually(() -> text("input-editor").equals(PYTHON));
    }

    @Test
    void selectionAndScrollPositionOutliveStreaming() throws TimeoutException {
        openedWithSample();
        runAndWaitForRequest();
        connection.text("```go\n" + "line\n".repeat(200));
        eventually(() -> area("output-editor").getParagraphs().size() > 200);
        // At the end it follows.
        eventually(() -> area("output-editor").lastVisibleParToAllParIndex() >= 199);
        robot.interact(() -> {
            area("output-editor").showParagraphAtTop(10);
            area("output-editor").selectRange(0, 4);
        });
        waitForFxEvents();
        connection.text("line\n".repeat(200));
        eventually(() -> area("output-editor").getParagraphs().size() > 400);
        assertThat(area("output-editor").getSelectedText()).isEqualTo("line");
        assertThat(area("output-editor").firstVisibleParToAllParIndex()).isBetween(8, 12);
    }

    private String banner(String id) {
        return robot.lookup("#" + id + "-sentence")
                .tryQueryAs(Label.class)
                .map(Label::getText)
                .orElse("");
    }
}
