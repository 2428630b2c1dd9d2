package dev.quarry.e2e;

import static dev.quarry.e2e.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.bedrock.FaultEndpoint;
import dev.quarry.bedrock.Script;
import dev.quarry.run.Connections;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
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

/// What a user does when a day goes badly, in the window, over the real wire: answers that are cut off,
/// credentials in the input, a budget.
@ExtendWith(ApplicationExtension.class)
class BadDayTest {
    private static final String CREDENTIAL = "gh" + "p_" + "aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1dF3hJ5";
    private static final String INPUT = "class Login {\n    static final String TOKEN = \"" + CREDENTIAL + "\";\n}\n";

    private static final String FIRST =
            "```go\npackage main\n\nfunc first() int {\n\treturn 1\n}\n\nfunc second() int {";
    private static final String REST = "func second() int {\n\treturn 2\n}\n```\n";

    @TempDir
    Path home;

    private final FxRobot robot = new FxRobot();
    private final FaultEndpoint endpoint = FaultEndpoint.answering(
            Script.stream().text(FIRST).stop("max_tokens").metadata(900, 2_000).end(),
            Script.stream().text(REST).stop("end_turn").metadata(1_000, 40).end());
    private SampleWindow window;
    private Stage stage;

    @Start
    void start(Stage shown) throws IOException {
        stage = shown;
        Files.writeString(home.resolve("settings.json"), "{\"lastTask\": \"Translate\"}");
        window = new SampleWindow(shown, home, (Connections) options -> endpoint.connection());
        shown.setWidth(1280);
        shown.setHeight(820);
    }

    @AfterEach
    void close() {
        robot.interact(window::close);
        endpoint.close();
    }

    private CodeArea input() {
        return robot.lookup("#input-editor").queryAs(CodeArea.class);
    }

    private String text(String id) {
        return robot.lookup("#" + id)
                .tryQueryAs(Labeled.class)
                .map(Labeled::getText)
                .orElse("");
    }

    private boolean bannerSays(String id, String words) {
        return robot.lookup("#" + id)
                        .tryQueryAs(Node.class)
                        .map(Node::isVisible)
                        .orElse(false)
                && text(id + "-sentence").contains(words);
    }

    private void type(String code) throws TimeoutException {
        eventually(() -> !input().getText().isEmpty());
        eventually(() -> text("connection").startsWith("Fault"));
        robot.interact(() -> input().replaceText(code));
    }

    private void click(String name) {
        robot.interact(() -> robot.lookup(n -> n instanceof ButtonBase b && name.equals(b.getText()) && b.isVisible())
                .<ButtonBase>query()
                .fire());
    }

    private void run() {
        robot.interact(() -> robot.lookup("#run").queryAs(Button.class).fire());
    }

    private void theme(String which) {
        MenuItems.choose(robot, "menu-theme-" + which);
    }

    private void pictures(String name) throws IOException {
        for (var which : List.of("light", "dark")) {
            theme(which);
            robot.interact(() -> {
                stage.setWidth(1280);
                stage.setHeight(820);
            });
            Screenshot.take(stage.getScene(), name + "-" + which);
            robot.interact(() -> {
                stage.setWidth(900);
                stage.setHeight(640);
            });
            Screenshot.take(stage.getScene(), name + "-" + which + "-small");
        }
        theme("light");
    }

    @Test
    void anAnswerThatWasCutOffIsContinuedToOneWhole() throws Exception {
        type("class A {}");
        run();
        eventually(() -> bannerSays("output-banner", "reached its limit"));
        pictures("continue");
        click("Continue");
        eventually(() -> text("status-outcome").startsWith("Complete"));
        assertThat(robot.lookup("#output-editor").queryAs(CodeArea.class).getText())
                .isEqualTo("package main\n\nfunc first() int {\n\treturn 1\n}\n\nfunc second() int {\n\treturn 2\n}\n");
        assertThat(text("status-tokens")).startsWith("1,900 in · 2,040 out");
        eventually(() -> text("status-cost").equals("$0.0015"));
        assertThat(endpoint.requests()).hasSize(2);
    }

    @Test
    void credentialsAreAskedAboutAndReplaced() throws Exception {
        type(INPUT);
        run();
        eventually(() -> bannerSays("input-banner", "GitHub token in line 2"));
        assertThat(text("input-banner-sentence")).doesNotContain(CREDENTIAL);
        assertThat(endpoint.requests()).isEmpty();
        pictures("secrets");
        click("Send with placeholders");
        eventually(() -> bannerSays("output-banner", "reached its limit"));
        assertThat(endpoint.requests().getFirst().body())
                .contains("QUARRY_SECRET_")
                .doesNotContain(CREDENTIAL);
    }

    @Test
    void cancellingSendsNothing() throws Exception {
        type(INPUT);
        run();
        eventually(() -> bannerSays("input-banner", "GitHub token"));
        click("Cancel");
        eventually(() -> !robot.lookup("#input-banner").query().isVisible());
        assertThat(endpoint.requests()).isEmpty();
    }

    @Test
    void whatWouldGoOutIsShownBeforeItDoes() throws Exception {
        type(INPUT);
        robot.interact(
                () -> robot.lookup("#tab-request").queryAs(ToggleButton.class).fire());
        eventually(() -> text("request-summary").contains("prices of 2026-09-22"));
        var shown = robot.lookup("#request-view").queryAs(CodeArea.class).getText();
        assertThat(shown).contains("QUARRY_SECRET_").doesNotContain(CREDENTIAL);
        assertThat(text("request-summary")).startsWith("~").contains("an estimate · ", " to $0.0");
        assertThat(endpoint.requests()).isEmpty();
        pictures("request");
    }

    @Test
    void aRunThatMayGoOverTheBudgetIsNotSent() throws Exception {
        type("class A {}");
        MenuItems.choose(robot, "menu-budget");
        eventually(() -> robot.lookup("#budget-per-run").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#budget-per-run")
                .queryAs(javafx.scene.control.TextField.class)
                .setText("0.0001"));
        pictures("budget-behind");
        Screenshot.take(robot.lookup("#budget-dialog").query().getScene(), "budget-dialog");
        click("OK");
        eventually(() -> Files.exists(home.resolve("budget.json")));
        run();
        eventually(() -> bannerSays("input-banner", "more than the budget of $0.0001 for a run"));
        assertThat(endpoint.requests()).isEmpty();
        pictures("budget");
    }
}
