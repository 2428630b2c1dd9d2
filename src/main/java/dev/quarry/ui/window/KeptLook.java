package dev.quarry.ui.window;

import dev.quarry.diff.Whitespace;
import dev.quarry.settings.Settings.Differences;
import dev.quarry.ui.diff.DiffLook;
import dev.quarry.ui.diff.Layout;
import java.util.Arrays;
import java.util.Locale;
import javafx.beans.InvalidationListener;

/// How the user looks at differences, from one start to the next. FX thread only.
final class KeptLook {

    private KeptLook() {}

    /// Brings the look back, and keeps it from then on.
    static void of(DiffLook look, KeptSettings kept) {
        var before = kept.now().differences();
        look.layoutProperty().set(before.unified() ? Layout.UNIFIED : Layout.SIDE_BY_SIDE);
        look.safeColoursProperty().set(before.colourBlindSafe());
        look.whitespaceProperty().set(whitespace(before.whitespace()));
        InvalidationListener keep = changed -> {
            var now = new Differences(
                    look.layoutProperty().get() == Layout.UNIFIED,
                    look.safeColoursProperty().get(),
                    look.whitespaceProperty().get().name().toLowerCase(Locale.ROOT));
            kept.change(settings -> settings.withDifferences(now));
            kept.keep();
        };
        look.layoutProperty().addListener(keep);
        look.safeColoursProperty().addListener(keep);
        look.whitespaceProperty().addListener(keep);
    }

    private static Whitespace whitespace(String name) {
        return Arrays.stream(Whitespace.values())
                .filter(mode -> mode.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(Whitespace.KEEP);
    }
}
