package dev.quarry.ui.editor;

import dev.quarry.language.Language;
import dev.quarry.language.Languages;
import dev.quarry.language.detect.Detection;
import java.nio.file.Path;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// What is known of the input besides its text. FX thread only.
public final class InputModel {
    private final ObjectProperty<Language> language = new SimpleObjectProperty<>(Languages.PLAIN_TEXT);
    private final BooleanProperty languageIsChosen = new SimpleBooleanProperty();
    private final BooleanProperty languageIsSure = new SimpleBooleanProperty(true);
    private final ObjectProperty<@Nullable Path> file = new SimpleObjectProperty<>();

    public ObjectProperty<Language> languageProperty() {
        return language;
    }

    /// Whether the user picked the language: then it stays, whatever the text looks like.
    public BooleanProperty languageIsChosenProperty() {
        return languageIsChosen;
    }

    /// Whether the language may be taken without asking; else it is shown with a question mark.
    public BooleanProperty languageIsSureProperty() {
        return languageIsSure;
    }

    /// The file the text came from; null when it was typed or pasted.
    public ObjectProperty<@Nullable Path> fileProperty() {
        return file;
    }

    /// What the user says the language is.
    public void choose(Language chosen) {
        languageIsChosen.set(true);
        languageIsSure.set(true);
        language.set(chosen);
    }

    /// What the text looks like; ignored when the user has chosen.
    void guess(Detection guessed) {
        if (!languageIsChosen.get()) {
            languageIsSure.set(guessed.sure() || guessed.language().equals(Languages.PLAIN_TEXT));
            language.set(guessed.language());
        }
    }
}
