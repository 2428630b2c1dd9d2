package dev.quarry.ui.window;

import dev.quarry.ui.editor.EditorPlace;
import dev.quarry.ui.run.OutputView;
import java.util.Locale;
import java.util.Optional;

/// How the panes looked, as text that a history keeps.
///
/// @param divider share of the input pane, 0 to 1
record PaneState(OutputView.Tab tab, double divider, EditorPlace input, EditorPlace output) {

    String written() {
        return String.format(Locale.ROOT, "%s %.4f %s %s", tab.name(), divider, written(input), written(output));
    }

    private static String written(EditorPlace place) {
        return place.anchor() + "," + place.caret() + "," + place.firstLine();
    }

    /// Empty for a text that says nothing, or nothing that this version understands.
    static Optional<PaneState> read(String text) {
        var parts = text.split(" ", -1);
        if (parts.length != 4) {
            return Optional.empty();
        }
        try {
            var divider = Double.parseDouble(parts[1]);
            return Optional.of(new PaneState(
                    OutputView.Tab.valueOf(parts[0]),
                    Double.isFinite(divider) ? Math.clamp(divider, 0, 1) : 0.5,
                    place(parts[2]),
                    place(parts[3])));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static EditorPlace place(String text) {
        var numbers = text.split(",", -1);
        if (numbers.length != 3) {
            throw new IllegalArgumentException(text);
        }
        return new EditorPlace(
                Integer.parseUnsignedInt(numbers[0]),
                Integer.parseUnsignedInt(numbers[1]),
                Integer.parseUnsignedInt(numbers[2]));
    }
}
