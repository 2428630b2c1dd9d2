package dev.quarry.ui.check;

import dev.quarry.check.DefaultTools;
import dev.quarry.check.tool.SearchPath;
import dev.quarry.language.Language;
import dev.quarry.language.Languages;
import dev.quarry.settings.Settings;
import dev.quarry.ui.control.Field;
import dev.quarry.ui.control.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/// Edits how answers are checked: by which command each language, how long, and how often a repair may ask again. FX
/// thread only.
public final class CheckSettingsDialog {
    private static final int LONGEST_SECONDS = 600;
    private static final int MOST_ROUNDS = 10;

    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final SearchPath path;
    private final List<CommandRow> rows = new ArrayList<>();
    private final GridPane grid = new GridPane();
    private final SimpleBooleanProperty wrong = new SimpleBooleanProperty();
    private final ComboBox<String> more = new ComboBox<>();

    private CheckSettingsDialog(SearchPath path) {
        this.path = path;
    }

    /// Opens it.
    ///
    /// @param path where programs are looked for
    /// @param onSave gets what is to hold from now on
    public static void show(Window owner, Settings.Checks now, SearchPath path, Consumer<Settings.Checks> onSave) {
        new CheckSettingsDialog(path).open(owner, now, onSave);
    }

    private void open(Window owner, Settings.Checks now, Consumer<Settings.Checks> onSave) {
        dialog.initOwner(owner);
        dialog.setTitle(Texts.of("check.settings.title"));
        dialog.setResizable(true);
        var pane = dialog.getDialogPane();
        pane.setId("check-settings");
        pane.getStylesheets().setAll(owner.getScene().getStylesheets());
        pane.getStyleClass().add("check-settings");

        var said = new Label(Texts.of("check.settings.explained"));
        said.setWrapText(true);
        said.getStyleClass().add("check-explained");
        grid.getStyleClass().add("check-commands");
        var shown = new LinkedHashSet<>(DefaultTools.languages());
        shown.addAll(now.commands().keySet());
        shown.forEach(id -> Languages.named(id).ifPresent(l -> add(l, now)));
        var scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(300);
        scroll.getStyleClass().add("check-commands-scroll");
        fillMore();

        var seconds = spinner("check-seconds", 1, LONGEST_SECONDS, now.seconds());
        var rounds = spinner("check-rounds", 0, MOST_ROUNDS, now.repairRounds());
        var limits = new HBox(
                new Field(Texts.of("check.settings.more"), more),
                new Field(Texts.of("check.settings.seconds"), seconds),
                new Field(Texts.of("check.settings.rounds"), rounds));
        limits.getStyleClass().add("check-limits");
        pane.setContent(new VBox(said, scroll, limits));

        var reset = new ButtonType(Texts.of("check.settings.reset"), ButtonData.LEFT);
        var save = new ButtonType(Texts.of("check.settings.save"), ButtonData.OK_DONE);
        pane.getButtonTypes().setAll(reset, ButtonType.CANCEL, save);
        var resetButton = (Button) pane.lookupButton(reset);
        resetButton.setId("check-reset");
        resetButton.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            rows.forEach(CommandRow::reset);
            seconds.getValueFactory().setValue(Settings.Checks.DEFAULTS.seconds());
            rounds.getValueFactory().setValue(Settings.Checks.DEFAULTS.repairRounds());
        });
        var saveButton = (Button) pane.lookupButton(save);
        saveButton.setId("check-save");
        saveButton.disableProperty().bind(wrong);
        dialog.setOnHidden(event -> {
            if (dialog.getResult() == save) {
                onSave.accept(gathered(seconds, rounds));
            }
        });
        dialog.show();
    }

    private void add(Language language, Settings.Checks now) {
        if (language.id().equals("java")) {
            return; // the JDK compiles it; a command would not be used
        }
        var row = new CommandRow(language, now.commands().get(language.id()), path);
        row.wrongProperty().addListener(o -> judge());
        row.addTo(grid, rows.size());
        rows.add(row);
        judge();
    }

    private void judge() {
        wrong.set(rows.stream().anyMatch(r -> r.wrongProperty().get()));
    }

    /// Languages for which there is no row yet.
    private void fillMore() {
        more.setId("check-more");
        more.setPromptText(Texts.of("check.settings.choose"));
        more.getItems()
                .setAll(Languages.all().stream()
                        .filter(l -> !l.equals(Languages.PLAIN_TEXT) && !l.id().equals("java"))
                        .filter(l -> rows.stream().noneMatch(r -> r.languageId().equals(l.id())))
                        .map(Language::name)
                        .sorted(String.CASE_INSENSITIVE_ORDER)
                        .toList());
        more.setOnAction(event -> {
            var chosen = more.getValue();
            if (chosen != null) {
                Languages.named(chosen).ifPresent(l -> add(l, Settings.Checks.DEFAULTS));
                more.getItems().remove(chosen);
                more.setValue(null);
            }
        });
    }

    private static Spinner<Integer> spinner(String id, int least, int most, int now) {
        var spinner = new Spinner<Integer>(least, most, now);
        spinner.setId(id);
        spinner.setEditable(true);
        spinner.setPrefWidth(110);
        return spinner;
    }

    private Settings.Checks gathered(Spinner<Integer> seconds, Spinner<Integer> rounds) {
        var commands = new LinkedHashMap<String, String>();
        rows.forEach(r -> r.setting().ifPresent(s -> commands.put(r.languageId(), s)));
        return new Settings.Checks(commands, seconds.getValue(), rounds.getValue());
    }
}
