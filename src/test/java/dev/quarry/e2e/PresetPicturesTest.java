package dev.quarry.e2e;

import static dev.quarry.e2e.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.function.Consumer;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Takes the pictures of presets in the README. They are looked at by people; here only that there is something to
/// see, and that the trials in it came out as the models made up here answer.
@ExtendWith(ApplicationExtension.class)
class PresetPicturesTest {
    private static final String FILE = """
            ---
            name: Add logging
            description: Add structured logging to code
            output: code
            replacesInput: true
            temperature: 0.1
            maxTokens: 2048
            parameters:
              - {name: library, label: Library, default: logging}
            examples:
              - name: a function that can fail
                language: python
                input: |
                  def read(path):
                      return open(path).read()
                expect:
                  - parses
                  - contains: "log.error("
              - name: nothing to log
                language: python
                input: |
                  PI = 3.14159
                expect: [parses]
            ---
            # System
            You are a careful engineer.
            # User
            Add logging with {{library}} to this {{source}} code. Answer
            with one fenced block holding the complete file.
            {{{code}}}
            """;

    private static final String READ = """
            ```python
            import logging

            log = logging.getLogger(__name__)


            def read(path):
                try:
                    return open(path).read()
                except OSError:
                    log.LEVEL("cannot read %s", path)
                    raise
            ```
            """;

    private static final String SONNET = "eu.anthropic.claude-sonnet-4-5-20250929-v1:0";
    private static final String QWEN = "qwen.qwen3-coder-30b-a3b-v1:0";

    @TempDir
    Path home;

    private PresetUser user;

    /// Two models, of which one warns where it is to tell of an error.
    private static final class Models implements ModelConnection {
        @Override
        public String label() {
            return "Bedrock · eu-central-1";
        }

        @Override
        public void warm() {
            // there is nothing to build
        }

        @Override
        public Outcome converse(RunRequest request, Consumer<? super RunEvent> sink) {
            var reads = request.messages().getFirst().text().contains("def read(path)");
            var answer = reads
                    ? READ.replace("LEVEL", request.model().equals(SONNET) ? "error" : "warning")
                    : "```python\nPI = 3.14159\n```\n";
            sink.accept(new RunEvent.Text(answer));
            sink.accept(new RunEvent.Usage(new TokenUsage(142, answer.length() / 4, 0, 0), Duration.ofMillis(400)));
            return new Outcome.Complete("end_turn");
        }

        @Override
        public void close() {
            // there is nothing to let go of
        }
    }

    @Start
    void start(Stage stage) throws IOException {
        user = PresetUser.over(options -> new Models(), stage, home);
    }

    @AfterEach
    void close() {
        user.close();
    }

    @Test
    void aPresetIsEditedAndTried() throws Exception {
        user.ready();
        eventually(() -> user.label("connection").startsWith("Bedrock"));
        user.write("add-logging.md", FILE, "Add logging");
        user.openEditor("Add logging");
        eventually(() -> user.text("preset-preview").contains("Add logging with logging"));
        pictures("preset-editor");
        user.robot.interact(() ->
                user.robot.lookup("#preset-try-models").queryAs(TextField.class).setText(SONNET + ", " + QWEN));
        user.act("preset-try");
        TableView<TrialResult> table = user.robot.lookup("#preset-try-table").queryTableView();
        eventually(() -> table.getItems().size() == 4);
        assertThat(table.getItems())
                .extracting(r -> r.standing().name())
                .containsExactly("PASSED", "FAILED", "PASSED", "PASSED");
        pictures("preset-trials");
    }

    private void pictures(String name) throws IOException {
        for (var theme : List.of("light", "dark")) {
            user.act("theme-" + theme);
            user.robot.interact(() -> {
                user.stage.setWidth(1280);
                user.stage.setHeight(820);
            });
            WaitForAsyncUtils.waitForFxEvents(20); // lines take their height a pulse after their text
            assertThat(Files.size(Screenshot.take(user.stage.getScene(), name + "-" + theme)))
                    .isGreaterThan(10_000);
        }
    }
}
