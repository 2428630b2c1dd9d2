package dev.quarry.ui.diff;

import dev.quarry.language.Language;
import javafx.scene.Node;

/// Where the text that the decisions make is shown and edited. The window brings one, so that this pane needs to know
/// no other. FX thread only.
public interface ResultEditor {

    Node node();

    String text();

    /// Shows that text. What it has in common with the text before stays where it is in view.
    void show(String text, Language language);

    /// Told whenever the text changes, by hand or not.
    void onChange(Runnable listener);
}
