package dev.quarry.e2e;

import static dev.quarry.e2e.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.preset.PresetSource;
import dev.quarry.secret.Placeholders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A preset's file in the editor: whose words it keeps, and what becomes of an edit that is not saved.
@ExtendWith(ApplicationExtension.class)
class PresetEditingTest {
    private static final String FILE = """
            ---
            # Kim's; ask before you change it
            name: 'Port'   # short, for the rail
            temperature: 0.1

            parameters:
              - {name: goal, label: Goal, default: speed} # most of us
            ---

            # User
            Port for {{goal}}: {{{code}}}
            """;

    private static final String CREDENTIAL = "gh" + "p_" + "aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1dF3hJ5";
    private static final String KEY = "AKIA" + "Q3EGRVZT2B5WXN7A";

    @TempDir
    Path home;

    private PresetUser user;

    @Start
    void start(Stage stage) throws IOException {
        user = PresetUser.withTeam(stage, home);
    }

    @BeforeEach
    void ready() throws TimeoutException {
        user.ready();
    }

    @AfterEach
    void close() {
        user.close();
    }

    private void save(String name) {
        user.act("preset-save");
        user.name(name);
    }

    private CodeArea editor() {
        return user.robot.lookup("#preset-editor").queryAs(CodeArea.class);
    }

    private boolean isOpen() {
        return editor().getScene() != null
                && user.robot.lookup("#preset-editing").query().isVisible();
    }

    private double temperature() {
        return user.robot.lookup("#temperature").queryAs(Slider.class).getValue();
    }

    private String goal() {
        return user.robot.lookup("#param-goal").queryAs(TextInputControl.class).getText();
    }

    private boolean draftsOnDisk() throws IOException {
        var folder = home.resolve("preset-drafts");
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (var files = Files.list(folder)) {
            return files.anyMatch(f -> f.toString().endsWith(".json"));
        }
    }

    @Test
    void theFileIsShownAndSavedInItsAuthorsWords() throws Exception {
        user.write("port.md", FILE, "Port");
        user.openEditor("Port");
        eventually(() -> user.text("preset-editor").equals(FILE));
        user.edit("Port for", "Port well for");
        user.robot.interact(
                () -> user.robot.lookup("#temperature").queryAs(Slider.class).setValue(0.3));
        save("Port");
        eventually(() -> user.told().equals("Saved as Port, in port.md."));
        assertThat(user.own("port.md"))
                .content()
                .isEqualTo(FILE.replace("Port for", "Port well for").replace("temperature: 0.1", "temperature: 0.3"));
        eventually(() -> user.label("preset-editor-title").equals("Port"));
    }

    private boolean answerIsSeen() {
        return user.robot.lookup("#output-editor").tryQuery().stream()
                .anyMatch(n -> n.getParent().isVisible() && !isOpen());
    }

    @Test
    void anAnswerToAnEditedPromptIsSeenWithAWayBackToTheEdit() throws Exception {
        user.openEditor("Explain");
        user.edit("# User", "Be kind.\n\n# User");
        eventually(() -> user.text("preset-preview").contains("Be kind."));
        user.press("run");
        eventually(this::answerIsSeen);
        assertThat(user.told()).isEqualTo("Run uses Explain as you have edited it; it is not saved yet.");
        user.robot.interact(() ->
                user.robot.lookup("#tab-request").queryAs(ToggleButton.class).fire());
        eventually(() -> user.text("request-view").contains("Be kind."));
        user.take("Back to the prompt");
        eventually(() -> isOpen() && user.label("preset-editor-title").equals("Explain (not saved)"));
        assertThat(user.text("preset-editor")).contains("Be kind.");
        assertThat(user.robot.lookup("#preset-banner").query().isVisible()).isFalse();
    }

    @Test
    void anotherTaskTakesOverFromAnEditThatMadeWay() throws Exception {
        user.openEditor("Explain");
        user.edit("# User", "Be kind.\n\n# User");
        eventually(() -> user.text("preset-preview").contains("Be kind."));
        user.press("run");
        eventually(this::answerIsSeen);
        user.pick("Review");
        assertThat(isOpen()).isFalse();
        user.openEditor("Explain");
        assertThat(user.label("preset-editor-title")).isEqualTo("Explain (not saved)");
        assertThat(user.text("preset-editor")).contains("Be kind.");
    }

    @Test
    void theEditorMakesWayForAnAnswerAndForASample() throws Exception {
        user.openEditor("Explain");
        user.press("run");
        eventually(this::answerIsSeen);
        assertThat(user.told()).isEmpty();
        user.openEditor("Explain");
        user.robot.interact(
                () -> user.item("Translate a log report, Python to Go").fire());
        eventually(this::answerIsSeen);
        eventually(() -> user.picked().equals("Translate"));
    }

    private String consequence() {
        return user.label("preset-name-consequence");
    }

    private void typeName(String name) {
        user.robot.interact(
                () -> user.robot.lookup("#preset-name").queryAs(TextField.class).setText(name));
    }

    @Test
    void whatASaveReplacesOrHidesIsSaidBeforeItDoes() throws Exception {
        user.write("port.md", FILE, "Port");
        var other = FILE.replace("Port", "Carry");
        user.write("carry.md", other, "Carry");
        user.pick("Port");
        user.act("preset-save");
        assertThat(consequence()).isEmpty();
        assertThat(user.label("preset-name-save")).isEqualTo("Save");
        typeName("Explain");
        assertThat(consequence())
                .isEqualTo("It will be your own Explain and hide the one of the same name (built in),"
                        + " which stays as it is.");
        assertThat(user.label("preset-name-save")).isEqualTo("Save");
        typeName("Something new");
        assertThat(consequence()).isEmpty();
        typeName(" cARRY ");
        assertThat(consequence()).isEqualTo("Your own preset Carry will be replaced; Undo brings it back.");
        assertThat(user.label("preset-name-save")).isEqualTo("Replace");
        pictures("preset-replace");
        typeName("Carry");
        assertThat(user.own("carry.md")).content().isEqualTo(other);
        user.press("preset-name-save");
        eventually(() -> user.told().equals("Saved as Carry, in carry.md."));
        assertThat(user.own("carry.md")).content().contains("Port for {{goal}}");
        user.undo();
        eventually(() -> user.told().equals("Undone: Carry is as it was."));
        assertThat(user.own("carry.md")).content().isEqualTo(other);
        assertThat(user.own("port.md")).content().isEqualTo(FILE);
    }

    private void pictures(String name) throws IOException {
        for (var theme : List.of("light", "dark")) {
            user.act("theme-" + theme);
            user.robot.interact(() -> {
                user.stage.setWidth(900);
                user.stage.setHeight(640);
            });
            assertThat(Files.size(Screenshot.take(user.stage.getScene(), name + "-small-" + theme)))
                    .isGreaterThan(10_000);
        }
    }

    @Test
    void aSaveIsUndoneToTheLetter() throws Exception {
        user.write("port.md", FILE, "Port");
        user.openEditor("Port");
        user.edit("Port for", "Port well for");
        save("Port");
        eventually(() -> Files.readString(user.own("port.md")).contains("Port well for"));
        eventually(() -> user.told().startsWith("Saved"));
        user.undo();
        eventually(() -> user.told().equals("Undone: Port is as it was."));
        assertThat(user.own("port.md")).content().isEqualTo(FILE);
        eventually(() -> user.text("preset-editor").equals(FILE));
    }

    @Test
    void theFileIsRenamedWithItsPresetAndItsCommentsStay() throws Exception {
        user.write("port.md", FILE, "Port");
        user.pick("Port");
        user.act("preset-rename");
        user.name("Carry over");
        eventually(() -> user.told().equals("Port is now called Carry over, and its file carry-over.md."));
        assertThat(user.own("carry-over.md")).content().isEqualTo(FILE.replace("'Port'", "Carry over"));
        user.undo();
        eventually(() -> user.picked().equals("Port"));
        assertThat(user.own("port.md")).content().contains("# Kim's", "name: Port   # short");
    }

    @Test
    void aBuiltInPromptIsDuplicatedInItsAuthorsWords() throws Exception {
        user.pick("Translate");
        user.act("preset-duplicate");
        eventually(() -> user.picked().equals("Translate 2"));
        var builtIn = Files.readString(Path.of(System.getProperty("quarry.project.dir"), "prompts/translate.md"));
        assertThat(user.own("translate-2.md"))
                .content()
                .isEqualTo(builtIn.replace("name: Translate", "name: Translate 2"));
    }

    @Test
    void theTaskFormFollowsTheTextAndGoesBackWithoutIt() throws Exception {
        user.write("port.md", FILE, "Port");
        user.openEditor("Port");
        user.edit("temperature: 0.1", "temperature: 0.5");
        user.edit("default: speed", "default: size");
        eventually(() -> temperature() == 0.5 && goal().equals("size"));
        eventually(() -> user.text("preset-preview").contains("Port for size:")
                && user.text("preset-preview").contains("Temperature: 0.5"));
        user.press("button-preset-discard");
        eventually(() -> temperature() == 0.1 && goal().equals("speed"));
    }

    @Test
    void anEditIsOfferedAgainAfterTheWindowWasClosed() throws Exception {
        user.write("port.md", FILE, "Port");
        user.openEditor("Port");
        user.edit("Port for", "Unfinished {{");
        user.restart();
        eventually(() -> user.told().equals("Port has changes that were not saved."));
        user.take("Go on editing");
        eventually(() -> user.text("preset-editor").contains("Unfinished {{")
                && user.label("preset-editor-title").equals("Port (not saved)"));
        assertThat(user.own("port.md")).content().isEqualTo(FILE);
        user.edit("Unfinished {{", "Port for");
        eventually(() -> !draftsOnDisk());
    }

    @Test
    void anEditSurvivesACrash() throws Exception {
        user.openEditor("Explain");
        user.edit("# User", "Be kind.\n\n# User");
        eventually(this::draftsOnDisk);
        user.crash();
        eventually(() -> user.told().equals("Explain has changes that were not saved."));
        user.take("Go on editing");
        eventually(() ->
                user.picked().equals("Explain") && user.text("preset-editor").contains("Be kind."));
    }

    @Test
    void theRequestIsShownWithPlaceholdersForCredentials() throws Exception {
        user.openEditor("Explain");
        user.robot.interact(() -> user.robot
                .lookup("#input-editor")
                .queryAs(CodeArea.class)
                .replaceText("token = '" + CREDENTIAL + "'\n"));
        eventually(
                () -> Placeholders.numbered(user.text("preset-preview")).contains("token = 'QUARRY_SECRET_00000001'"));
        user.edit("# User\n", "# User\nMy key is " + KEY + "\n");
        eventually(
                () -> Placeholders.numbered(user.text("preset-preview")).contains("My key is QUARRY_SECRET_00000002"));
        assertThat(user.text("preset-preview")).doesNotContain(CREDENTIAL, KEY);
    }

    @Test
    void whatIsDiscardedCanBeHadBack() throws Exception {
        user.openEditor("Explain");
        user.edit("# User", "Be kind.\n\n# User");
        user.press("button-preset-discard");
        eventually(() -> !isOpen() && user.told().equals("What was not saved of Explain is gone."));
        user.undo();
        eventually(() -> isOpen() && user.text("preset-editor").contains("Be kind."));
        user.press("button-preset-discard");
        user.act("preset-edit");
        eventually(() -> user.label("preset-editor-title").equals("Explain")
                && !user.text("preset-editor").contains("Be kind."));
    }

    @Test
    void anEditOfAPresetThatIsGoneCanBeKept() throws Exception {
        user.write("port.md", FILE, "Port");
        user.openEditor("Port");
        user.edit("Port for", "Port well for");
        eventually(this::draftsOnDisk);
        Files.delete(user.own("port.md"));
        user.restart();
        eventually(() -> user.told().equals("There are unsaved changes to Port, which is not there any more."));
        user.take("Save as your own");
        eventually(() -> user.picked().equals("Port"));
        assertThat(user.own("port.md")).content().isEqualTo(FILE.replace("Port for", "Port well for"));
        eventually(() -> !draftsOnDisk());
    }

    @Test
    void aTeamPresetThatChangesOnDiskChangesInTheEditor() throws Exception {
        var file = Files.writeString(user.team.resolve("port.md"), FILE);
        user.openEditor("Port");
        Files.writeString(file, FILE.replace("Port for", "Port well for"));
        eventually(() -> user.text("preset-editor").contains("Port well for"));
        assertThat(user.label("preset-editor-title")).isEqualTo("Port");
    }

    @Test
    void aTeamPresetThatChangesOnDiskLeavesTheUsersEditAlone() throws Exception {
        var file = Files.writeString(user.team.resolve("port.md"), FILE);
        user.openEditor("Port");
        user.edit("Port for", "My port for");
        Files.writeString(file, FILE.replace("Port for", "Port well for"));
        eventually(() -> user.told().startsWith("The file of Port was changed on disk meanwhile."));
        assertThat(user.text("preset-editor")).contains("My port for");
        user.press("button-preset-discard");
        user.act("preset-edit");
        eventually(() -> user.text("preset-editor").contains("Port well for"));
    }

    @Test
    void aSaveOverAFileThatChangedOnDiskKeepsBoth() throws Exception {
        user.write("port.md", FILE, "Port");
        user.openEditor("Port");
        user.edit("Port for", "My port for");
        var theirs = FILE.replace("Port for", "Their port for");
        Files.writeString(user.own("port.md"), theirs);
        eventually(() -> user.told().startsWith("The file of Port was changed on disk meanwhile. Save keeps both"));
        user.restart();
        user.take("Go on editing");
        eventually(() -> user.text("preset-editor").contains("My port for"));
        save("Port");
        eventually(() -> user.told()
                .equals("Saved as Port, in port.md. What others had written into that file meanwhile is kept as"
                        + " Port 2."));
        assertThat(user.own("port.md")).content().isEqualTo(FILE.replace("Port for", "My port for"));
        assertThat(user.own("port-2.md")).content().isEqualTo(theirs.replace("'Port'  ", "Port 2  "));
        assertThat(user.names()).contains("Port", "Port 2");
        user.undo();
        eventually(() -> user.told().equals("Undone: Port is as it was."));
        assertThat(user.own("port.md")).content().isEqualTo(theirs);
        eventually(() -> !user.names().contains("Port 2"));
    }

    @Test
    void anEditIsNotLeftUnsavedWhenTheEditorIsClosedWhileItIsSaved() throws Exception {
        user.write("port.md", FILE, "Port");
        user.openEditor("Port");
        user.edit("Port for", "My port for");
        user.act("preset-save");
        user.robot.interact(() -> {
            user.robot.lookup("#preset-name-save").queryButton().fire();
            user.robot.lookup("#button-preset-close").queryButton().fire();
        });
        eventually(() -> user.told().equals("Saved as Port, in port.md."));
        eventually(() -> !draftsOnDisk());
        assertThat(isOpen()).isFalse();
        user.openEditor("Port");
        assertThat(user.label("preset-editor-title")).isEqualTo("Port");
    }

    @Test
    void aSecondSaveKeepsNothingAside() throws Exception {
        user.write("port.md", FILE, "Port");
        user.openEditor("Port");
        for (var word : List.of("one ", "two ", "three ")) {
            user.edit("# User\n", "# User\n" + word);
            user.robot.interact(() ->
                    user.robot.lookup("#temperature").queryAs(Slider.class).setValue(0.1 + word.length() / 10.0));
            save("Port");
            eventually(() -> Files.readString(user.own("port.md")).contains(word)
                    && user.label("preset-editor-title").equals("Port"));
        }
        assertThat(user.names()).doesNotContain("Port 2");
    }

    @Test
    void aFileThatBreaksOnDiskIsListedWithItsReasonAndLeftAlone() throws Exception {
        user.write("port.md", FILE, "Port");
        user.pick("Port");
        var broken = FILE.replace("default: speed", "default: [");
        Files.writeString(user.own("port.md"), broken);
        eventually(() -> user.label("preset-problems").equals("1 file cannot be used"));
        eventually(() -> !user.names().contains("Port"));
        var label = user.robot.lookup("#preset-problems").queryLabeled();
        assertThat(label.getTooltip().getText()).contains("port.md, line 7:");
        user.pick("Explain");
        save("Port");
        eventually(() -> user.names().contains("Port"));
        assertThat(user.own("port.md")).content().isEqualTo(broken);
        assertThat(user.own("port-2.md")).exists();
    }

    @Test
    void aTeamFolderComesAndGoes() throws Exception {
        var folder = Files.createDirectories(home.resolve("tools/prompts"));
        Files.writeString(folder.resolve("port.md"), FILE);
        user.choose(folder);
        user.act("preset-add-folder");
        eventually(() -> user.names().contains("Port"));
        assertThat(user.entry("Port").source()).isEqualTo(PresetSource.team(folder));
        assertThat(user.told()).isEqualTo("The presets of tools/prompts are listed with its name.");
        eventually(() -> folderItems().size() == 2);
        user.robot.interact(() -> folderItems().getLast().fire());
        eventually(() -> !user.names().contains("Port"));
        assertThat(folder.resolve("port.md")).content().isEqualTo(FILE);
        user.undo();
        eventually(() -> user.names().contains("Port"));
    }

    private List<MenuItem> folderItems() {
        return ((Menu) user.item("menu-preset-folders")).getItems();
    }

    @Test
    void aParameterIsCompletedWhileItIsTyped() throws Exception {
        user.openEditor("Translate");
        user.edit("# User\n", "# User\nInto ");
        user.robot.interact(() -> {
            editor().requestFocus();
            editor().moveTo(editor().getText().indexOf("Into ") + 5);
            editor().requestFollowCaret();
        });
        eventually(() -> editor().getCaretBounds().isPresent());
        user.robot.interact(() -> editor().replaceSelection("{{ta"));
        eventually(() -> Window.getWindows().stream()
                .anyMatch(w -> w.getScene().lookup("#preset-editor-completion") != null && w.isShowing()));
        user.robot.push(KeyCode.ENTER);
        eventually(() -> user.text("preset-editor").contains("Into {{target}}"));
        eventually(() -> user.text("preset-preview").contains("Into Go"));
    }
}
