package dev.quarry.e2e;

import static dev.quarry.e2e.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.preset.Preset;
import dev.quarry.trial.TrialResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What a user does with presets all day, in the window.
@ExtendWith(ApplicationExtension.class)
class PresetsTest {

    @TempDir
    Path home;

    private PresetUser user;

    @Start
    void start(Stage shown) throws IOException {
        user = PresetUser.withTeam(shown, home);
    }

    @AfterEach
    void close() {
        user.close();
    }

    @Test
    void aPromptIsChangedSavedUsedAfterARestartRenamedDeletedAndBroughtBack() throws TimeoutException, IOException {
        user.ready();
        user.pick("Translate");
        user.robot.interact(() -> {
            user.robot.lookup("#param-extra").queryAs(TextInputControl.class).setText("Keep it short");
            user.robot.lookup("#temperature").queryAs(Slider.class).setValue(0.25);
        });
        user.act("preset-edit");
        user.edit("You are an expert", "You are a terse and expert");
        eventually(() -> user.text("preset-preview").contains("terse and expert")
                && user.text("preset-preview").contains("Also observe: Keep it short"));
        user.act("preset-save");
        assertThat(user.robot.lookup("#preset-name").queryAs(TextField.class).getText())
                .isEqualTo("Translate 2");
        user.robot.interact(
                () -> user.robot.lookup("#preset-pin").queryAs(CheckBox.class).setSelected(true));
        user.name("Terse translation");
        eventually(() -> user.picked().equals("Terse translation"));
        assertThat(home.resolve("presets/terse-translation.md"))
                .content()
                .contains("name: Terse translation", "temperature: 0.25", "default: Keep it short", "terse and expert")
                .contains("model: qwen.qwen3-coder-30b-a3b-v1:0");

        user.restart();
        eventually(() -> user.picked().equals("Terse translation"));
        assertThat(user.robot
                        .lookup("#param-extra")
                        .queryAs(TextInputControl.class)
                        .getText())
                .isEqualTo("Keep it short");
        user.robot.interact(() -> user.robot.lookup("#run").queryButton().fire());
        user.robot.interact(() ->
                user.robot.lookup("#tab-request").queryAs(ToggleButton.class).fire());
        eventually(() -> user.text("request-view").contains("terse and expert")
                && user.text("request-view").contains("Temperature: 0.25"));

        user.act("preset-rename");
        user.name("Short translation");
        eventually(
                () -> user.picked().equals("Short translation") && !user.names().contains("Terse translation"));
        user.act("preset-delete");
        eventually(
                () -> !user.names().contains("Short translation") && user.told().contains("deleted"));
        user.undo();
        eventually(() -> user.names().contains("Short translation"));
        assertThat(home.resolve("presets/short-translation.md")).content().contains("terse and expert");
        assertThat(home.resolve("presets/terse-translation.md")).doesNotExist();
    }

    @Test
    void aBuiltInPromptIsOverriddenAndReset() throws TimeoutException {
        user.ready();
        user.pick("Explain");
        user.act("preset-edit");
        user.edit("# User", "Be kind.\n\n# User");
        eventually(() -> user.robot
                .lookup("#preset-editor-title")
                .queryLabeled()
                .getText()
                .equals("Explain (not saved)"));
        user.act("preset-save");
        user.name("Explain");
        eventually(() -> user.told().contains("hides the one of the same name (built in)"));
        eventually(() -> user.list().getSelectionModel().getSelectedItem().overridesBuiltIn());
        user.act("preset-reset");
        eventually(() ->
                !user.list().getItems().get(user.names().indexOf("Explain")).overridesBuiltIn());
        eventually(() -> !user.text("preset-editor").contains("Be kind."));
    }

    @Test
    void whatIsWrongInThePromptIsUnderlinedWithItsLineAndNotSaved() throws TimeoutException {
        user.ready();
        user.pick("Explain");
        user.act("preset-edit");
        user.edit("# User\n", "# User\n{{nonsense}} ");
        eventually(() -> user.robot
                .lookup("#preset-editor-problem")
                .tryQueryAs(Labeled.class)
                .map(l -> l.getText().contains("'nonsense' is neither a parameter"))
                .orElse(false));
        user.act("preset-save");
        eventually(() -> user.told().startsWith("Line "));
        assertThat(home.resolve("presets")).doesNotExist();
    }

    @Test
    void aPullIntoATeamFolderIsSeenWhileTheWindowIsOpen() throws Exception {
        user.ready();
        var origin = home.resolve("origin");
        git(home, "init", "-q", origin.toString());
        Files.writeString(origin.resolve("log.md"), "---\nname: Add logging\n---\n# User\nLog {{{code}}}\n");
        commit(origin, "First");
        Files.delete(user.team);
        git(home, "clone", "-q", origin.toString(), user.team.toString());
        eventually(() -> user.names().contains("Add logging"));
        assertThat(user.list()
                        .getItems()
                        .get(user.names().indexOf("Add logging"))
                        .source()
                        .name())
                .isEqualTo("acme/presets");
        Files.writeString(origin.resolve("trace.md"), "---\nname: Add tracing\n---\n# User\nTrace {{{code}}}\n");
        Files.writeString(origin.resolve("log.md"), "---\nname: Add much logging\n---\n# User\nLog {{{code}}}\n");
        Files.writeString(origin.resolve("bad.md"), "---\nname: [\n---\n");
        commit(origin, "Second");
        git(user.team, "pull", "-q");
        eventually(() -> user.names().containsAll(List.of("Add tracing", "Add much logging"))
                && !user.names().contains("Add logging"));
        eventually(() ->
                user.robot.lookup("#preset-problems").queryLabeled().getText().equals("1 file cannot be used"));
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
        user.ready();
        var files = List.of(
                Files.writeString(home.resolve("form.prompt.md"), "Make ${input:what} of ${selection}"),
                Files.writeString(home.resolve("steampunk.yaml"), "prompt: Say $input like $who\n"),
                Files.writeString(
                        home.resolve("supabase.md"), "---\nname: Supabase\ninvokable: true\n---\nWrite it\n"));
        for (var file : files) {
            user.choose(file);
            user.act("preset-import");
            var name = file.getFileName().toString().replaceFirst("\\..*", "");
            eventually(() -> user.picked().equalsIgnoreCase(name));
        }
        user.choose(home.resolve("exported.md"));
        user.act("preset-export");
        eventually(() -> user.told().startsWith("Exported"));
        assertThat(home.resolve("exported.md")).content().contains("name: Supabase", "Write it");
    }

    @Test
    void whateverComesAndGoesInTheListThePickedTaskStaysPicked() throws Exception {
        user.ready();
        user.pick("Review");
        user.act("preset-favourite");
        eventually(() -> user.names().getFirst().equals("Review"));
        assertThat(user.picked()).isEqualTo("Review");
        user.write("first.md", "---\nname: Aaa\norder: 1\n---\n# User\nx {{{code}}}\n", "Aaa");
        assertThat(user.picked()).isEqualTo("Review");
        Files.delete(user.own("first.md"));
        eventually(() -> !user.names().contains("Aaa"));
        assertThat(user.picked()).isEqualTo("Review");
        var picker = user.robot.lookup("#task-picker").<Preset>queryComboBox();
        assertThat(picker.getValue().name()).isEqualTo("Review");
        assertThat(picker.getButtonCell().getText()).isEqualTo("Review");
    }

    @Test
    void favouritesComeFirstAndASearchFindsByName() throws TimeoutException {
        user.ready();
        user.pick("Review");
        user.act("preset-favourite");
        eventually(() -> user.names().getFirst().equals("Review"));
        user.act("preset-duplicate");
        eventually(() -> user.picked().equals("Review 2"));
        user.robot.interact(() ->
                user.robot.lookup("#preset-search").queryAs(TextField.class).setText("transl"));
        eventually(() -> user.names().equals(List.of("Translate")));
        user.restart();
        eventually(() -> user.names().getFirst().equals("Review"));
    }

    @Test
    void tryShowsAVerdictForEachExample() throws Exception {
        user.ready();
        var input = user.text("input-editor").indent(6);
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
        eventually(() ->
                user.list().getItems().get(user.names().indexOf("Translate")).overridesBuiltIn());
        user.pick("Translate");
        user.act("preset-edit");
        user.act("preset-try");
        TableView<TrialResult> table = user.robot.lookup("#preset-try-table").queryTableView();
        eventually(() -> table.getItems().size() == 1);
        var result = table.getItems().getFirst();
        assertThat(result.standing()).as(result.toString()).isEqualTo(TrialResult.Standing.FAILED);
        assertThat(result.judgements())
                .extracting(j -> j.verdict().result().name())
                .containsExactly("PASS", "PASS", "FAIL");
    }
}
