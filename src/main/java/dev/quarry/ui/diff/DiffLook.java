package dev.quarry.ui.diff;

import dev.quarry.diff.Whitespace;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// How the user likes to look at differences, whatever is compared. FX thread only.
public final class DiffLook {
    private final ObjectProperty<Layout> layout = new SimpleObjectProperty<>(Layout.SIDE_BY_SIDE);
    private final ObjectProperty<Whitespace> whitespace = new SimpleObjectProperty<>(Whitespace.KEEP);
    private final BooleanProperty safeColours = new SimpleBooleanProperty();

    DiffLook() {}

    public ObjectProperty<Layout> layoutProperty() {
        return layout;
    }

    public ObjectProperty<Whitespace> whitespaceProperty() {
        return whitespace;
    }

    /// Whether differences are blue and orange instead of green and red.
    public BooleanProperty safeColoursProperty() {
        return safeColours;
    }
}
