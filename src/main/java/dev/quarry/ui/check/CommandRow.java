package dev.quarry.ui.check;

import dev.quarry.check.CommandAdvice;
import dev.quarry.check.DefaultTools;
import dev.quarry.check.tool.SearchPath;
import dev.quarry.check.tool.ToolCommand;
import dev.quarry.language.Language;
import dev.quarry.ui.control.Buttons;
import dev.quarry.ui.control.Texts;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.VPos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// How one language is checked: by what is found, by a command of the user's, or not at all. FX thread only.
final class CommandRow {

    /// The choices.
    enum Mode {
        FOUND,
        OWN,
        NONE
    }

    private final Language language;
    private final SearchPath path;
    private final ComboBox<Mode> mode = new ComboBox<>();
    private final TextField line = new TextField();
    private final Label advice = new Label();
    private final ReadOnlyBooleanWrapper wrong = new ReadOnlyBooleanWrapper();
    private String own = "";

    /// @param set the user's command, empty for no check, or null for what is found
    CommandRow(Language language, @Nullable String set, SearchPath path) {
        this.language = language;
        this.path = path;
        own = set == null || set.isBlank() ? "" : set;
        mode.getItems().setAll(Mode.values());
        mode.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Mode value) {
                return value == null ? "" : Texts.of("check.settings.mode." + value.name());
            }

            @Override
            public @Nullable Mode fromString(String text) {
                return null; // it is not edited as a text
            }
        });
        mode.setId("check-mode-" + language.id());
        mode.setAccessibleText(Texts.of("check.settings.mode", language.name()));
        mode.setMinWidth(164);
        line.setId("check-line-" + language.id());
        line.setAccessibleText(Texts.of("check.settings.line", language.name()));
        line.getStyleClass().add("code-text");
        line.setPromptText(Texts.of("check.settings.prompt"));
        line.setMaxWidth(Double.MAX_VALUE);
        advice.setId("check-advice-" + language.id());
        advice.getStyleClass().add("check-advice");
        advice.setWrapText(true);
        mode.setValue(set == null ? Mode.FOUND : set.isBlank() ? Mode.NONE : Mode.OWN);
        mode.valueProperty().addListener((o, was, is) -> show());
        line.textProperty().addListener((o, was, is) -> {
            if (mode.getValue() == Mode.OWN) {
                own = is;
                advise();
            }
        });
        show();
    }

    void addTo(GridPane grid, int row) {
        var name = new Label(language.name());
        name.setMinWidth(Label.USE_PREF_SIZE);
        name.getStyleClass().add("check-language");
        var command = new VBox(line, advice);
        command.getStyleClass().add("check-command");
        GridPane.setHgrow(command, Priority.ALWAYS);
        GridPane.setValignment(name, VPos.TOP);
        GridPane.setValignment(mode, VPos.TOP);
        grid.addRow(row, name, mode, command);
    }

    String languageId() {
        return language.id();
    }

    /// Whether what is typed cannot be kept.
    ReadOnlyBooleanProperty wrongProperty() {
        return wrong.getReadOnlyProperty();
    }

    /// What the settings are to hold for the language; empty when nothing.
    Optional<String> setting() {
        return switch (mode.getValue()) {
            case FOUND -> Optional.empty();
            case OWN -> Optional.of(own.strip());
            case NONE -> Optional.of("");
        };
    }

    void reset() {
        mode.setValue(Mode.FOUND);
    }

    private Optional<ToolCommand> found() {
        return Optional.ofNullable(DefaultTools.found(path).get(language.id()));
    }

    private void show() {
        var chosen = mode.getValue();
        line.setEditable(chosen == Mode.OWN);
        line.setDisable(chosen != Mode.OWN);
        if (chosen == Mode.OWN && own.isEmpty()) {
            own = found().or(() -> DefaultTools.offered(language.id()))
                    .map(ToolCommand::toString)
                    .orElse("");
        }
        line.setText(
                switch (chosen) {
                    case FOUND -> found().map(ToolCommand::toString).orElse("");
                    case OWN -> own;
                    case NONE -> "";
                });
        advise();
    }

    private void advise() {
        switch (mode.getValue()) {
            case NONE -> tell(CommandAdvice.Level.GOOD, Texts.of("check.settings.none"));
            case FOUND ->
                found().ifPresentOrElse(
                                c -> tell(CommandAdvice.of(c.toString(), path)),
                                () -> tell(
                                        CommandAdvice.Level.WARNING,
                                        DefaultTools.offered(language.id())
                                                .map(c -> Texts.of("check.settings.notFound", c.program()))
                                                .orElse(Texts.of("check.settings.noDefault"))));
            case OWN -> {
                if (own.isBlank()) {
                    tell(CommandAdvice.Level.ERROR, Texts.of("check.settings.empty"));
                } else {
                    tell(CommandAdvice.of(own, path));
                }
            }
        }
    }

    private void tell(CommandAdvice said) {
        tell(said.level(), said.sentence());
    }

    private void tell(CommandAdvice.Level level, String sentence) {
        wrong.set(level == CommandAdvice.Level.ERROR);
        advice.setText(sentence);
        advice.getStyleClass().removeAll("muted", "partial", "bad");
        switch (level) {
            case GOOD -> {
                advice.getStyleClass().add("muted");
                advice.setGraphic(null);
            }
            case WARNING -> {
                advice.getStyleClass().add("partial");
                advice.setGraphic(Buttons.icon(Feather.ALERT_TRIANGLE));
            }
            case ERROR -> {
                advice.getStyleClass().add("bad");
                advice.setGraphic(Buttons.icon(Feather.X_CIRCLE));
            }
        }
    }
}
