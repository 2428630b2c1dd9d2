package dev.quarry.app;

import static dev.quarry.e2e.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.quarry.bedrock.FaultEndpoint;
import dev.quarry.bedrock.Script;
import dev.quarry.history.RunSummary;
import dev.quarry.preset.Preset;
import dev.quarry.settings.AppFolders;
import dev.quarry.ui.control.NoFileDialogs;
import dev.quarry.ui.fx.Fonts;
import dev.quarry.ui.window.QuarryWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A window that is killed while an answer streams in and the input is edited, and the next one on the same folders.
@Tag("slow")
@Timeout(240)
@ExtendWith(ApplicationExtension.class)
class KilledWindowTest {
    private static final Pattern STATE = Pattern.compile("edits (\\d+) lines (\\d+) at (\\d+)");
    private static final int EDITS_BEFORE_THE_KILL = 25;

    @TempDir
    Path home;

    private final FxRobot robot = new FxRobot();
    private FaultEndpoint endpoint;
    private Process process;
    private Stage stage;
    private Wiring wiring;
    private QuarryWindow window;

    /// How far input and answer were.
    private record State(int edits, int lines, long millis) {}

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @AfterEach
    void end() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
        close();
        if (endpoint != null) {
            endpoint.close();
        }
    }

    private void close() {
        if (window != null) {
            robot.interact(window::close);
            wiring.close();
            window = null;
        }
    }

    private void open() {
        robot.interact(() -> {
            Fonts.load();
            var folders = new AppFolders(home.resolve("config"), home.resolve("data"));
            wiring = new Wiring(folders, System.err::println);
            window = new QuarryWindow(
                    Windows.parts(wiring).connectedBy(BusyWindow.connections(endpoint.uri())),
                    stage,
                    new NoFileDialogs());
        });
    }

    private static Script answer() {
        var script = Script.stream().text("```python\n");
        for (var line = 1; line <= 3_000; line++) {
            script.text("line = " + line + "\n").pause(Duration.ofMillis(20));
        }
        return script;
    }

    private List<State> states() throws IOException {
        return STATE.matcher(Files.readString(new WindowProcess(home).output()))
                .results()
                .map(found -> new State(
                        Integer.parseInt(found.group(1)),
                        Integer.parseInt(found.group(2)),
                        Long.parseLong(found.group(3))))
                .toList();
    }

    /// @return the last state that has to have been kept
    private State killInTheMiddle() throws Exception {
        endpoint = FaultEndpoint.answering(answer());
        process = new WindowProcess(home)
                .start(List.of(), BusyWindow.class.getName(), endpoint.uri().toString());
        var deadline = System.nanoTime() + Duration.ofSeconds(100).toNanos();
        while (states().size() < EDITS_BEFORE_THE_KILL) {
            assertThat(System.nanoTime() < deadline && process.isAlive())
                    .as("it streams: %s", Files.readString(new WindowProcess(home).output()))
                    .isTrue();
            TimeUnit.MILLISECONDS.sleep(50);
        }
        var killed = System.currentTimeMillis();
        process.destroyForcibly(); // SIGKILL
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isNotZero();
        var due = states().stream().filter(s -> s.millis() < killed - 1_000).toList();
        assertThat(due).as("it went on for more than a second").isNotEmpty();
        return due.getLast();
    }

    private boolean isOffered() {
        return robot.lookup("#recovery-banner").tryQuery().map(Node::isVisible).orElse(false);
    }

    private String text(String id) {
        return robot.lookup("#" + id).queryAs(CodeArea.class).getText();
    }

    private String label(String id) {
        return robot.lookup("#" + id).queryAs(Labeled.class).getText();
    }

    @Test
    void theNextWindowOffersInputAnswerAndTaskAndBringsThemBack() throws Exception {
        var due = killInTheMiddle();
        open();
        eventually(this::isOffered);
        assertThat(label("recovery-banner-sentence")).contains("in the middle of a run", "input as it was edited");
        eventually(() -> label("connection").equals(BusyWindow.LABEL));
        eventually(() -> robot.lookup("#task-picker").<Preset>queryComboBox().getValue() != null);

        Node banner = robot.lookup("#recovery-banner").query();
        robot.interact(() -> robot.from(banner).lookup(".button").<Button>queryAll().stream()
                .filter(button -> button.getText() != null && !button.getText().isEmpty())
                .findFirst()
                .orElseThrow()
                .fire());
        eventually(() -> text("input-editor").startsWith(BusyWindow.FIRST_INPUT));
        assertThat(text("input-editor")).contains("# edit " + due.edits() + "\n");
        eventually(() -> text("output-editor").contains("line = " + due.lines() + "\n"));
        assertThat(text("output-editor")).startsWith("line = 1\n");
        assertThat(robot.lookup("#task-picker")
                        .<Preset>queryComboBox()
                        .getValue()
                        .name())
                .isEqualTo(BusyWindow.TASK);
        assertThat(label("status-outcome")).startsWith("Interrupted");
        assertThat(banner.isVisible()).isFalse();
        assertThat(robot.lookup("#history-list").<RunSummary>queryListView().getItems())
                .extracting(RunSummary::task, RunSummary::outcome)
                .containsExactly(tuple(BusyWindow.TASK, "INTERRUPTED"));

        close();
        open();
        eventually(() -> label("connection").equals(BusyWindow.LABEL));
        eventually(() -> robot.lookup("#history-list")
                        .<RunSummary>queryListView()
                        .getItems()
                        .size()
                == 1);
        assertThat(isOffered()).as("what was closed is not offered again").isFalse();
    }
}
