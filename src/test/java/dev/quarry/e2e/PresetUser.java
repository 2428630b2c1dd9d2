package dev.quarry.e2e;

import static dev.quarry.e2e.Eventually.eventually;

import dev.quarry.preset.PresetEntry;
import dev.quarry.run.Connections;
import dev.quarry.sample.Pace;
import dev.quarry.settings.AppFolders;
import dev.quarry.settings.Settings;
import dev.quarry.settings.SettingsFile;
import dev.quarry.ui.control.FileDialogs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.testfx.api.FxRobot;

/// Somebody who works with presets in the window: what is done and seen there.
final class PresetUser {
    final FxRobot robot = new FxRobot();
    final Stage stage;
    final Path home;
    final Path team;
    private final Connections connections;
    private final Dialogs dialogs = new Dialogs();
    private final List<SampleWindow> left = new ArrayList<>();
    private SampleWindow window;

    /// Answers with the file or folder that was set.
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

    private PresetUser(Stage stage, Path home, Connections connections) throws IOException {
        this.stage = stage;
        this.home = home;
        this.connections = connections;
        team = Files.createDirectories(home.resolve("acme/presets"));
    }

    /// With a team folder in the settings, over the samples.
    static PresetUser withTeam(Stage stage, Path home) throws IOException {
        var user = new PresetUser(stage, home, options -> SampleWindow.samples(Pace.AT_ONCE));
        new SettingsFile(new AppFolders(home, home)).save(Settings.DEFAULTS.withPresetFolders(List.of(user.team)));
        user.open();
        return user;
    }

    /// Without one, over a connection of the test's.
    static PresetUser over(Connections connections, Stage stage, Path home) throws IOException {
        var user = new PresetUser(stage, home, connections);
        user.open();
        return user;
    }

    private void open() {
        window = new SampleWindow(stage, home, connections, dialogs);
        stage.setWidth(1280);
        stage.setHeight(820);
    }

    void close() {
        robot.interact(() -> {
            window.close();
            left.forEach(SampleWindow::close);
        });
    }

    /// Closes the window as its user does, and opens it again.
    void restart() throws TimeoutException {
        robot.interact(() -> {
            stage.getOnCloseRequest().handle(null);
            window.close();
            open();
        });
        ready();
    }

    /// Opens the window again as after a crash: nothing of the one before is told.
    void crash() throws TimeoutException {
        robot.interact(() -> {
            left.add(window);
            open();
        });
        ready();
    }

    void ready() throws TimeoutException {
        eventually(() -> !names().isEmpty() && !text("input-editor").isEmpty());
    }

    void choose(Path file) {
        dialogs.file = file;
    }

    Path own(String file) {
        return home.resolve("presets").resolve(file);
    }

    /// Puts a file among the user's own presets, and waits until it is listed.
    void write(String file, String text, String name) throws IOException, TimeoutException {
        Files.createDirectories(home.resolve("presets"));
        Files.writeString(own(file), text);
        eventually(() -> names().contains(name));
    }

    ListView<PresetEntry> list() {
        return robot.lookup("#preset-list").queryListView();
    }

    List<String> names() {
        return list().getItems().stream().map(e -> e.preset().name()).toList();
    }

    PresetEntry entry(String name) {
        return list().getItems().get(names().indexOf(name));
    }

    String text(String id) {
        return robot.lookup("#" + id).queryAs(CodeArea.class).getText();
    }

    /// What a control says; empty while it is not there.
    String label(String id) {
        return robot.lookup("#" + id)
                .tryQueryAs(Labeled.class)
                .map(Labeled::getText)
                .orElse("");
    }

    String told() {
        var label = robot.lookup("#preset-banner-sentence").tryQueryAs(Label.class);
        return label.map(Labeled::getText).orElse("");
    }

    MenuItem item(String id) {
        return MenuItems.find(robot, id);
    }

    void act(String id) {
        robot.interact(() -> item("menu-" + id).fire());
    }

    void press(String id) {
        robot.interact(() -> robot.lookup("#" + id).queryButton().fire());
    }

    /// Takes what the line above the panes offers.
    void take(String offer) {
        robot.interact(() -> robot.from(robot.lookup("#preset-banner").<Node>query())
                .lookup((Node n) -> n instanceof Button b && offer.equals(b.getText()))
                .queryButton()
                .fire());
    }

    void undo() {
        take("Undo");
    }

    void pick(String name) throws TimeoutException {
        eventually(() -> names().contains(name));
        robot.interact(() -> list().getSelectionModel().select(names().indexOf(name)));
    }

    String picked() {
        var item = list().getSelectionModel().getSelectedItem();
        return item == null ? "" : item.preset().name();
    }

    void name(String name) {
        robot.interact(() -> {
            var field = robot.lookup("#preset-name").queryAs(TextField.class);
            field.setText(name);
            field.getOnAction().handle(null);
        });
    }

    /// Picks a preset and opens its file in the editor.
    void openEditor(String preset) throws TimeoutException {
        pick(preset);
        act("preset-edit");
        eventually(() -> label("preset-editor-title").startsWith(preset));
    }

    void edit(String from, String to) throws TimeoutException {
        eventually(() -> text("preset-editor").contains(from));
        robot.interact(() -> {
            var area = robot.lookup("#preset-editor").queryAs(CodeArea.class);
            var at = area.getText().indexOf(from);
            area.replaceText(at, at + from.length(), to);
        });
    }
}
