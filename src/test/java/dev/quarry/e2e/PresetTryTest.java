package dev.quarry.e2e;

import static dev.quarry.e2e.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.quarry.run.ModelConnection;
import dev.quarry.run.Outcome;
import dev.quarry.run.RunEvent;
import dev.quarry.run.RunRequest;
import dev.quarry.run.TokenUsage;
import dev.quarry.trial.TrialResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A preset's examples, tried in the window with models that a test makes up.
@ExtendWith(ApplicationExtension.class)
class PresetTryTest {
    private static final String FILE = """
            ---
            name: Shout
            output: code
            temperature: 0.2
            maxTokens: 300
            examples:
              - {name: one, language: python, input: "x = 1", expect: [{contains: X}, parses]}
              - {name: two, language: python, input: "y = 2", expect: [{contains: Y}]}
            ---
            # User
            Shout {{{code}}}
            """;

    @TempDir
    Path home;

    private final Models models = new Models();
    private PresetUser user;

    /// `loud` does as it is asked, `quiet` does not, `slow` never ends of itself.
    private static final class Models implements ModelConnection {
        private final Queue<RunRequest> asked = new ConcurrentLinkedQueue<>();
        private final CountDownLatch cancelled = new CountDownLatch(1);

        @Override
        public String label() {
            return "Test";
        }

        @Override
        public void warm() {
            // there is nothing to build
        }

        @Override
        public Outcome converse(RunRequest request, Consumer<? super RunEvent> sink) throws InterruptedException {
            asked.add(request);
            var prompt = request.messages().getFirst().text();
            var code = prompt.contains("x = 1") ? "x = 1" : "y = 2";
            if (request.model().equals("slow")) {
                sink.accept(new RunEvent.Text("```python\n"));
                try {
                    new CountDownLatch(1).await();
                } finally {
                    cancelled.countDown();
                }
            }
            var answer = request.model().contains("quiet") ? code : code.toUpperCase(Locale.ROOT);
            sink.accept(new RunEvent.Text("```python\n" + answer + "\n```\n"));
            sink.accept(new RunEvent.Usage(new TokenUsage(100, 20, 0, 0), Duration.ofMillis(5)));
            return new Outcome.Complete("end_turn");
        }

        @Override
        public void close() {
            // there is nothing to let go of
        }
    }

    @Start
    void start(Stage stage) throws IOException {
        user = PresetUser.over(options -> models, stage, home);
    }

    @AfterEach
    void close() {
        user.close();
    }

    private TableView<TrialResult> table() {
        return user.robot.lookup("#preset-try-table").queryTableView();
    }

    private void tryWith(String ids) throws Exception {
        user.ready();
        eventually(() -> user.label("connection").startsWith("Test"));
        user.write("shout.md", FILE, "Shout");
        user.openEditor("Shout");
        user.robot.interact(() ->
                user.robot.lookup("#preset-try-models").queryAs(TextField.class).setText(ids));
        user.act("preset-try");
    }

    @Test
    void eachExampleIsAskedOfEachModelAndJudged() throws Exception {
        tryWith("loud, quiet");
        eventually(() -> table().getItems().size() == 4);
        assertThat(table().getItems())
                .extracting(r -> r.trial().example().name(), r -> r.run().model(), TrialResult::standing)
                .containsExactly(
                        tuple("one", "loud", TrialResult.Standing.PASSED),
                        tuple("one", "quiet", TrialResult.Standing.FAILED),
                        tuple("two", "loud", TrialResult.Standing.PASSED),
                        tuple("two", "quiet", TrialResult.Standing.FAILED));
        assertThat(models.asked)
                .allSatisfy(r -> assertThat(r.settings().maxTokens()).isEqualTo(300));
    }

    @Test
    void aModelIsSentWhatItsFamilyTakes() throws Exception {
        tryWith("loud, anthropic.claude-opus-4-7");
        eventually(() -> table().getItems().size() == 4);
        assertThat(models.asked)
                .filteredOn(r -> r.model().equals("loud"))
                .extracting(r -> r.settings().temperature())
                .containsOnly(0.2);
        assertThat(models.asked)
                .filteredOn(r -> !r.model().equals("loud"))
                .isNotEmpty()
                .allSatisfy(r -> assertThat(r.settings().temperature()).isNull());
    }

    @Test
    void anEditIsTriedBeforeItIsSaved() throws Exception {
        tryWith("loud");
        eventually(() -> table().getItems().size() == 2);
        user.edit("{contains: Y}", "{contains: no such text}");
        user.edit("Shout {{{", "Shout now {{{");
        eventually(() -> user.text("preset-preview").contains("Shout now"));
        user.act("preset-try");
        eventually(() -> table().getItems().size() == 2
                && table().getItems().getLast().standing() == TrialResult.Standing.FAILED);
        assertThat(models.asked.stream().skip(2))
                .allSatisfy(r -> assertThat(r.messages().getFirst().text()).startsWith("Shout now"));
        assertThat(user.own("shout.md")).content().isEqualTo(FILE);
    }

    @Test
    void stopEndsTheRunAndStartsNoOther() throws Exception {
        tryWith("slow, loud");
        eventually(() -> !models.asked.isEmpty());
        eventually(() ->
                !user.robot.lookup("#button-preset-try-stop").queryButton().isDisabled());
        user.press("button-preset-try-stop");
        assertThat(models.cancelled.await(20, TimeUnit.SECONDS)).isTrue();
        eventually(
                () -> user.robot.lookup("#button-preset-try-stop").queryButton().isDisabled());
        assertThat(models.asked).hasSize(1);
        assertThat(table().getItems())
                .singleElement()
                .satisfies(r -> assertThat(r.standing()).isEqualTo(TrialResult.Standing.INCOMPLETE));
    }

    @Test
    void withoutExamplesItSaysWhereTheyStand() throws Exception {
        user.ready();
        eventually(() -> user.label("connection").startsWith("Test"));
        user.openEditor("Explain");
        user.act("preset-try");
        eventually(() -> user.told().startsWith("Explain has no examples yet."));
        assertThat(models.asked).isEmpty();
    }

    @Test
    void theTableTakesRoomOnceThereIsSomethingInItAndCutsNoTitle() throws Exception {
        user.ready();
        eventually(() -> user.label("connection").startsWith("Test"));
        user.write("shout.md", FILE, "Shout");
        user.openEditor("Shout");
        size(1280, 820);
        var editor = user.robot.lookup("#preset-editor").queryAs(CodeArea.class);
        assertThat(table().isVisible()).isFalse();
        assertThat(editor.getHeight()).isGreaterThan(540);
        assertThat(editor.getWidth()).isBetween(540.0, 590.0);
        picture("preset-editing-light", 1280, 820);
        user.act("preset-try");
        eventually(() -> table().getItems().size() == 2);
        for (var width : List.of(1280, 900)) {
            size(width, 640);
            assertThat(user.robot
                            .lookup("#preset-preview")
                            .queryAs(CodeArea.class)
                            .getWidth())
                    .isGreaterThan(270);
            assertThat(table().getHeight()).isGreaterThan(110);
            assertThat(user.robot.from(table()).lookup(".column-header .label").queryAllAs(Label.class))
                    .hasSize(7)
                    .allSatisfy(title -> assertThat(title.getWidth())
                            .as(title.getText())
                            .isGreaterThanOrEqualTo(title.prefWidth(-1)));
        }
    }

    private void size(double width, double height) {
        user.robot.interact(() -> {
            user.stage.setWidth(width);
            user.stage.setHeight(height);
        });
        WaitForAsyncUtils.waitForFxEvents(3);
    }

    /// Looked at by people; here only that there is something to see.
    @Test
    void theEditorAndTheTrialsInBothThemes() throws Exception {
        tryWith("eu.anthropic.claude-sonnet-4-5-20250929-v1:0, quiet");
        eventually(() -> table().getItems().size() == 4);
        user.act("preset-favourite");
        eventually(() -> user.names().getFirst().equals("Shout"));
        for (var theme : List.of("light", "dark")) {
            user.act("theme-" + theme);
            picture("preset-try-" + theme, 1280, 820);
            picture("preset-try-small-" + theme, 900, 640);
        }
        user.edit("# User\n", "# User\n{{nonsense_that_is_rather_long}} ");
        eventually(() -> user.robot.lookup("#preset-editor-problem").tryQuery().isPresent());
        for (var theme : List.of("light", "dark")) {
            user.act("theme-" + theme);
            picture("preset-error-" + theme, 1280, 820);
            picture("preset-error-small-" + theme, 900, 640);
        }
        user.edit("{{nonsense_that_is_rather_long}} ", "Please ");
        eventually(() -> user.text("preset-preview").contains("Please"));
        user.act("preset-save");
        picture("preset-save-small-dark", 900, 640);
        user.name("Shout");
        eventually(() -> user.told().startsWith("Saved"));
        picture("preset-saved-small-dark", 900, 640);
    }

    private void picture(String name, double width, double height) throws IOException {
        user.robot.interact(() -> {
            user.stage.setWidth(width);
            user.stage.setHeight(height);
        });
        assertThat(Files.size(Screenshot.take(user.stage.getScene(), name))).isGreaterThan(10_000);
    }
}
