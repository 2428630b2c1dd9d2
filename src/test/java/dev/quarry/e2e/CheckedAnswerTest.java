package dev.quarry.e2e;

import static dev.quarry.e2e.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.bedrock.FaultEndpoint;
import dev.quarry.bedrock.Script;
import dev.quarry.language.detect.LanguageDetector;
import dev.quarry.language.lexer.LexerHighlighter;
import dev.quarry.model.FakeAccounts;
import dev.quarry.preset.PresetLibrary;
import dev.quarry.run.Backoff;
import dev.quarry.run.CodeAssistant;
import dev.quarry.settings.AppFolders;
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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What the window says of an answer, over the real wire, and what it does to mend it.
@ExtendWith(ApplicationExtension.class)
class CheckedAnswerTest {

    private static final String INPUT = """
            package shop;

            import java.util.List;

            /** Prices of an order. */
            public class Order {
                private final List<Integer> cents;

                public Order(List<Integer> cents) {
                    this.cents = cents;
                }

                public int total() {
                    int sum = 0;
                    for (int c : cents) {
                        sum += c;
                    }
                    return sum;
                }

                public boolean isFree() {
                    return total() == 0;
                }
            }
            """;
    private static final String GOOD =
            fenced(INPUT.replace("""
                    int sum = 0;
                    for (int c : cents) {
                        sum += c;
                    }
                    return sum;
            """, "        return cents.stream().mapToInt(Integer::intValue).sum();\n"));
    private static final String BAD = fenced(
            INPUT.replace("int sum = 0;", "int sum = \"0\";").replace("return total() == 0;", "return totals() == 0;"));
    private static final String WORSE = fenced(INPUT.replace("int sum = 0;", "int sum = \"0\";")
            .replace("return total() == 0;", "// rest of the code unchanged")
            .replace("sum += c;", "sum += ;"));

    @TempDir
    Path home;

    private final FxRobot robot = new FxRobot();
    private final CodeAssistant assistant = new CodeAssistant(Backoff.NONE);
    private Stage stage;
    private FaultEndpoint endpoint;
    private QuarryWindow window;

    private static String fenced(String code) {
        return "```java\n" + code + "```\n";
    }

    private static Script answer(String text) {
        return Script.stream().text(text).whole();
    }

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    private void open(Script... scripts) throws TimeoutException {
        endpoint = FaultEndpoint.answering(scripts);
        robot.interact(() -> {
            Fonts.load();
            stage.setX(0);
            stage.setY(0);
            window = new QuarryWindow(
                    new WindowParts(
                            assistant,
                            options -> endpoint.connection(),
                            FakeAccounts.none(home),
                            settings -> PresetLibrary.load(List.of()),
                            () -> List.of(new Example("Order", "Refactor", Map.of(), "java", INPUT)),
                            new LexerHighlighter(),
                            new LanguageDetector(),
                            new SettingsFile(new AppFolders(home, home)),
                            "some.model-v1:0"),
                    stage,
                    new NoFileDialogs());
            stage.setWidth(1280);
            stage.setHeight(820);
        });
        eventually(() -> text("input-editor").equals(INPUT));
        eventually(() -> !label("connection").startsWith("Connecting"));
    }

    private void run() {
        fire("run");
    }

    private void fire(String id) {
        robot.interact(() -> robot.lookup("#" + id).queryButton().fire());
    }

    private String text(String id) {
        return robot.lookup("#" + id).queryAs(CodeArea.class).getText();
    }

    private String label(String id) {
        return robot.lookup("#" + id).queryAs(Labeled.class).getText();
    }

    private void tab(String name) {
        robot.interact(
                () -> robot.lookup("#tab-" + name).queryAs(ToggleButton.class).fire());
    }

    private void choose(String menuItemId) {
        MenuItems.choose(robot, menuItemId);
    }

    private void becomes(String badge) throws TimeoutException {
        eventually(() -> label("status-check").equals(badge));
    }

    private void pictures(String name) throws IOException {
        for (var theme : new String[] {"light", "dark"}) {
            choose("menu-theme-" + theme);
            size(1280, 820);
            assertThat(Files.size(Screenshot.take(stage.getScene(), name + "-" + theme)))
                    .isGreaterThan(10_000);
            size(900, 640);
            assertThat(Files.size(Screenshot.take(stage.getScene(), name + "-" + theme + "-small")))
                    .isGreaterThan(10_000);
        }
    }

    private void size(int width, int height) {
        robot.interact(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
    }

    @AfterEach
    void close() {
        robot.interact(window::close);
        assistant.close();
        endpoint.close();
    }

    @Test
    void anAnswerThatHoldsSaysWhatWasChecked() throws TimeoutException, IOException {
        open(answer(GOOD));
        run();
        becomes("6 of 6 checks passed");
        fire("status-check");
        assertThat(robot.lookup("#check-compiles").tryQuery()).isPresent();
        pictures("checks-passed");
        fire("check-close");
        assertThat(robot.lookup("#check-panel").query().isVisible()).isFalse();
    }

    @Test
    void anErrorIsMarkedAndAClickGoesToItsLine() throws TimeoutException, IOException {
        open(answer(BAD));
        run();
        becomes("Does not compile");
        fire("status-check");
        eventually(() ->
                robot.lookup("#output-editor-problems").queryAll().stream().anyMatch(Node::isVisible));
        tab("code");
        pictures("checks-failed");
        robot.interact(() ->
                robot.lookup("#check-compiles .check-place").<Hyperlink>query().fire());
        assertThat(robot.lookup("#output-editor").queryAs(CodeArea.class).getCurrentParagraph())
                .isEqualTo(13);
    }

    @Test
    void aRepairThatHelpsIsShownAndTheFirstAnswerStays() throws TimeoutException, IOException {
        var held = new CountDownLatch(1);
        open(
                answer(BAD),
                Script.stream()
                        .text("```java\n" + INPUT.substring(0, 120))
                        .until(held)
                        .text(GOOD.substring(128))
                        .whole());
        run();
        becomes("Does not compile");
        fire("status-check");
        fire("repair");
        becomes("Repairing, 1 of at most 2…");
        eventually(() -> text("output-editor").length() > 100);
        pictures("checks-repairing");
        held.countDown();
        eventually(() -> label("status-check").endsWith("passed"));
        assertThat(endpoint.requests()).hasSize(2);
        assertThat(endpoint.requests().get(1).body()).contains("incompatible types");
        Node first = robot.lookup("#check-round-0").query();
        assertThat(((Labeled) first).getText()).isEqualTo("First answer: 2 failures");
        pictures("checks-repaired");
        robot.interact(() -> ((ToggleButton) first).fire());
        becomes("Does not compile");
        assertThat(text("output-editor")).contains("totals()");
    }

    @Test
    void aRepairThatMakesItWorseLeavesTheFirstAnswer() throws TimeoutException {
        open(answer(BAD), answer(WORSE));
        run();
        becomes("Does not compile");
        fire("status-check");
        fire("repair");
        eventually(() -> robot.lookup("#check-round-1").tryQuery().isPresent()
                && label("status-check").equals("Does not compile"));
        assertThat(text("output-editor")).contains("totals()").doesNotContain("unchanged");
        assertThat(endpoint.requests()).hasSize(2);
    }

    @Test
    void aRepairThatIsCutOffLeavesTheFirstAnswer() throws TimeoutException {
        open(answer(BAD), Script.stream().text(BAD.substring(0, 200)));
        run();
        becomes("Does not compile");
        fire("status-check");
        fire("repair");
        eventually(() -> robot.lookup("#check-round-1").tryQuery().isPresent()
                && label("status-check").equals("Does not compile"));
        assertThat(text("output-editor")).contains("totals()");
    }

    @Test
    void repairsThatNeverHelpAreNotMadeForEver() throws TimeoutException {
        open(answer(BAD));
        run();
        becomes("Does not compile");
        fire("status-check");
        fire("repair");
        eventually(() -> robot.lookup("#check-round-1").tryQuery().isPresent()
                && label("status-check").equals("Does not compile"));
        assertThat(endpoint.requests()).hasSize(2);
    }
}
