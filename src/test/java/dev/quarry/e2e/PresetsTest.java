package dev.quarry.e2e;

import static dev.quarry.e2e.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.preset.PresetEntry;
import dev.quarry.sample.Pace;
import dev.quarry.settings.AppFolders;
import dev.quarry.settings.Settings;
import dev.quarry.settings.SettingsFile;
import dev.quarry.trial.TrialResult;
import dev.quarry.ui.control.FileDialogs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
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

/// What a user does with presets all day, in the window.
@ExtendWith(ApplicationExtension.class)
class PresetsTest {

    @TempDir
    Path home;

    private final FxRobot robot = new FxRobot();
    private final Dialogs dialogs = new Dialogs();
    private SampleWindow window;
    private Stage stage;
    private Path team;

    /// Answers with the file or folder a test has set.
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

        @Override
        public Optional<Path> folder() {
            return Optional.ofNullable(file);
        }
    }

    @Start
    void start(Stage shown) throws IOException {
        stage = shown;
        team = Files.createDirectories(home.resolve("acme/presets"));
        new SettingsFile(new AppFolders(home, home)).save(Settings.DEFAULTS.withPresetFolders(List.of(team)));
        open();
    }

    private void open() {
        window = new SampleWindow(stage, home, Pace.AT_ONCE, dialogs);
        stage.setWidth(1280);
        stage.setHeight(820);
    }

    @AfterEach
    void close() {
        robot.interact(window::close);
    }

    private void restart() throws TimeoutException {
        robot.interact(() -> {
            stage.getOnCloseRequest().handle(null);
            window.close();
            open();
        });
        ready();
    }

    private void ready() throws TimeoutException {
        eventually(() -> !names().isEmpty() && !text("input-editor").isEmpty());
        eventually(() ->
                robot.lookup("#connection").queryAs(Labeled.class).getText().startsWith("Samples"));
    }

    private ListView<PresetEntry> list() {
        return robot.lookup("#preset-list").queryListView();
    }

    private List<String> names() {
        return list().getItems().stream().map(e -> e.preset().name()).toList();
    }

    private String text(String id) {
        return robot.lookup("#" + id).queryAs(CodeArea.class).getText();
    }

    private String told() {
        var label = robot.lookup("#preset-banner-sentence").tryQueryAs(Label.class);
        return label.map(Labeled::getText).orElse("");
    }

    private void act(String id) {
        robot.interact(() -> robot.lookup(node -> node instanceof MenuBar).<MenuBar>query().getMenus().stream()
                .flatMap(menu -> menu.getItems().stream())
                .filter(item -> ("menu-" + id).equals(item.getId()))
                .findFirst()
                .map(MenuItem.class::cast)
                .orElseThrow()
                .fire());
    }

    private void undo() {
        robot.interact(() -> robot.from(robot.lookup("#preset-banner").<Node>query())
                .lookup((Node n) -> n instanceof Button b && "Undo".equals(b.getText()))
                .queryButton()
                .fire());
    }

    private void pick(String name) throws TimeoutException {
        eventually(() -> names().contains(name));
        robot.interact(() -> list().getSelectionModel().select(names().indexOf(name)));
    }

    private String picked() {
        var item = list().getSelectionModel().getSelectedItem();
        return item == null ? "" : item.preset().name();
    }

    private void name(String name) {
        robot.interact(() -> {
            var field = robot.lookup("#preset-name").queryAs(TextField.class);
            field.setText(name);
            field.getOnAction().handle(null);
        });
    }

    private void edit(String from, String to) throws TimeoutException {
        eventually(() -> text("preset-editor").contains(from));
        robot.interact(() -> {
            var area = robot.lookup("#preset-editor").queryAs(CodeArea.class);
            var at = area.getText().indexOf(from);
            area.replaceText(at, at + from.length(), to);
        });
    }

    @Test
    void aPromptIsChangedSavedUsedAfterARestartRenamedDeletedAndBroughtBack() throws TimeoutException, IOException {
        ready();
        pick("Translate");
        robot.interact(() -> {
            robot.lookup("#param-extra").queryAs(TextInputControl.class).setText("Keep it short");
            robot.lookup("#temperature").queryAs(Slider.class).setValue(0.25);
        });
        act("preset-edit");
        edit("You are an expert", "You are a terse and expert");
        eventually(() -> text("preset-preview").contains("terse and expert")
                && text("preset-preview").contains("Also observe: Keep it short"));
        act("preset-save");
        assertThat(robot.lookup("#preset-name").queryAs(TextField.class).getText())
                .isEqualTo("Translate 2");
        robot.interact(() -> robot.lookup("#preset-pin").queryAs(CheckBox.class).setSelected(true));
        name("Terse translation");
        eventually(() -> picked().equals("Terse translation"));
        assertThat(home.resolve("presets/terse-translation.md"))
                .content()
                .contains("name: Terse translation", "temperature: 0.25", "default: Keep it short", "terse and expert")
                .contains("model: qwen.qwen3-coder-30b-a3b-v1:0");

        restart();
        eventually(() -> picked().equals("Terse translation"));
        assertThat(robot.lookup("#param-extra").queryAs(TextInputControl.class).getText())
                .isEqualTo("Keep it short");
        robot.interact(() -> robot.lookup("#run").queryButton().fire());
        robot.interact(
                () -> robot.lookup("#tab-request").queryAs(ToggleButton.class).fire());
        eventually(() -> text("request-view").contains("terse and expert")
                && text("request-view").contains("Temperature: 0.25"));

        act("preset-rename");
        name("Short translation");
        eventually(() -> picked().equals("Short translation") && !names().contains("Terse translation"));
        act("preset-delete");
        eventually(() -> !names().contains("Short translation") && told().contains("deleted"));
        undo();
        eventually(() -> names().contains("Short translation"));
        assertThat(home.resolve("presets/terse-translation.md")).content().contains("terse and expert");
    }

    @Test
    void aBuiltInPromptIsOverriddenAndReset() throws TimeoutException {
        ready();
        pick("Explain");
        act("preset-edit");
        edit("# User", "Be kind.\n\n# User");
        eventually(() ->
                robot.lookup("#preset-editor-title").queryLabeled().getText().equals("Explain (not saved)"));
        act("preset-save");
        name("Explain");
        eventually(() -> told().contains("hides the one of the same name (built in)"));
        eventually(() -> list().getSelectionModel().getSelectedItem().overridesBuiltIn());
        act("preset-reset");
        eventually(() -> !list().getItems().get(names().indexOf("Explain")).overridesBuiltIn());
        eventually(() -> !text("preset-editor").contains("Be kind."));
    }

    @Test
    void whatIsWrongInThePromptIsUnderlinedWithItsLineAndNotSaved() throws TimeoutException {
        ready();
        pick("Explain");
        act("preset-edit");
        edit("# User\n", "# User\n{{nonsense}} ");
        eventually(() -> robot.lookup("#preset-editor-problem")
                .tryQueryAs(Labeled.class)
                .map(l -> l.getText().contains("'nonsense' is neither a parameter"))
                .orElse(false));
        act("preset-save");
        eventually(() -> told().startsWith("Line "));
        assertThat(home.resolve("presets")).doesNotExist();
    }

    @Test
    void aPullIntoATeamFolderIsSeenWhileTheWindowIsOpen() throws Exception {
        ready();
        var origin = home.resolve("origin");
        git(home, "init", "-q", origin.toString());
        Files.writeString(origin.resolve("log.md"), "---\nname: Add logging\n---\n# User\nLog {{{code}}}\n");
        commit(origin, "First");
        Files.delete(team);
        git(home, "clone", "-q", origin.toString(), team.toString());
        eventually(() -> names().contains("Add logging"));
        assertThat(list().getItems()
                        .get(names().indexOf("Add logging"))
                        .source()
                        .name())
                .isEqualTo("acme/presets");
        Files.writeString(origin.resolve("trace.md"), "---\nname: Add tracing\n---\n# User\nTrace {{{code}}}\n");
        Files.writeString(origin.resolve("log.md"), "---\nname: Add much logging\n---\n# User\nLog {{{code}}}\n");
        Files.writeString(origin.resolve("bad.md"), "---\nname: [\n---\n");
        commit(origin, "Second");
        git(team, "pull", "-q");
        eventually(() ->
                names().containsAll(List.of("Add tracing", "Add much logging")) && !names().contains("Add logging"));
        eventually(
                () -> robot.lookup("#preset-problems").queryLabeled().getText().equals("1 file cannot be used"));
    }

    private static void commit(Path folder, String message) throws IOException, InterruptedException {
        git(folder, "add", ".");
        git(folder, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-q", "-m", message);
    }

    private static void git(Path folder, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
    }

    @Test
    void aPromptOfEachOtherToolIsImported() throws Exception {
        ready();
        var files = List.of(
                Files.writeString(home.resolve("form.prompt.md"), "Make ${input:what} of ${selection}"),
                Files.writeString(home.resolve("steampunk.yaml"), "prompt: Say $input like $who\n"),
                Files.writeString(
                        home.resolve("supabase.md"), "---\nname: Supabase\ninvokable: true\n---\nWrite it\n"));
        for (var file : files) {
            dialogs.file = file;
            act("preset-import");
            var name = file.getFileName().toString().replaceFirst("\\..*", "");
            eventually(() -> picked().equalsIgnoreCase(name));
        }
        dialogs.file = home.resolve("exported.md");
        act("preset-export");
        eventually(() -> told().startsWith("Exported"));
        assertThat(dialogs.file).content().contains("name: Supabase", "Write it");
    }

    @Test
    void favouritesComeFirstAndASearchFindsByName() throws TimeoutException {
        ready();
        pick("Review");
        act("preset-favourite");
        eventually(() -> names().getFirst().equals("Review"));
        act("preset-duplicate");
        eventually(() -> picked().equals("Review 2"));
        robot.interact(
                () -> robot.lookup("#preset-search").queryAs(TextField.class).setText("transl"));
        eventually(() -> names().equals(List.of("Translate")));
        restart();
        eventually(() -> names().getFirst().equals("Review"));
    }

    @Test
    void tryShowsAVerdictForEachExample() throws Exception {
        ready();
        var input = text("input-editor").indent(6);
        Files.createDirectories(home.resolve("presets"));
        var translate = Files.readString(Path.of(System.getProperty("quarry.project.dir"), "prompts/translate.md"));
        Files.writeString(
                home.resolve("presets/translate.md"),
                translate.replaceFirst("\n---\n", Matcher.quoteReplacement("""

                        examples:
                          - name: a sample
                            language: python
                            parameters: {target: go}
                            input: |
                        %s    expect: [parses, {contains: package}, {contains: no such text}]
                        ---
                        """.formatted(input))));
        eventually(() -> list().getItems().get(names().indexOf("Translate")).overridesBuiltIn());
        pick("Translate");
        act("preset-edit");
        act("preset-try");
        TableView<TrialResult> table = robot.lookup("#preset-try-table").queryTableView();
        eventually(() -> table.getItems().size() == 1);
        var result = table.getItems().getFirst();
        assertThat(result.standing()).as(result.toString()).isEqualTo(TrialResult.Standing.FAILED);
        assertThat(result.judgements())
                .extracting(j -> j.verdict().result().name())
                .containsExactly("PASS", "PASS", "FAIL");
    }

    /// Looked at by people; here only that there is something to see.
    @Test
    void theEditorInBothThemes() throws TimeoutException, IOException {
        ready();
        pick("Explain");
        act("preset-favourite");
        act("preset-edit");
        edit("# User\n", "# User\n{{nonsense}} ");
        eventually(() -> robot.lookup("#preset-editor-problem").tryQuery().isPresent()
                && !text("preset-preview").isEmpty());
        for (var theme : List.of("light", "dark")) {
            act("theme-" + theme);
            robot.interact(() -> stage.setWidth(1280));
            assertThat(Files.size(Screenshot.take(stage.getScene(), "preset-editor-" + theme)))
                    .isGreaterThan(10_000);
        }
        robot.interact(() -> stage.setWidth(900));
        robot.interact(
                () -> robot.lookup("#button-preset-discard").queryButton().fire());
        act("preset-save");
        assertThat(Files.size(Screenshot.take(stage.getScene(), "preset-save-dark-small")))
                .isGreaterThan(10_000);
    }
}
