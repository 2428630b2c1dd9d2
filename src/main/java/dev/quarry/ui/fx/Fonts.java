package dev.quarry.ui.fx;

import java.io.IOException;
import java.util.List;
import javafx.scene.text.Font;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The bundled fonts: Inter for the window, JetBrains Mono for code. The style sheets name them.
public final class Fonts {
    private static final String FOLDER = "/com/formdev/flatlaf/fonts/";

    /// What an editor is written in, and a window before it has said anything.
    private static final List<String> FIRST =
            List.of("inter/Inter-Regular.otf", "jetbrains_mono/JetBrainsMono-Regular.ttf");

    private static final List<String> REST = List.of(
            "inter/Inter-Bold.otf",
            "inter/Inter-SemiBold.otf",
            "inter/Inter-Italic.otf",
            "jetbrains_mono/JetBrainsMono-Bold.ttf",
            "jetbrains_mono/JetBrainsMono-Italic.ttf",
            "jetbrains_mono/JetBrainsMono-BoldItalic.ttf");

    private Fonts() {}

    /// Makes the fonts known to the toolkit. One that cannot be loaded is logged; the system's font then stands in.
    public static void load() {
        loadFirst();
        loadRest();
    }

    /// Makes those known that an empty editor is written in, as [#load()] does.
    public static void loadFirst() {
        load(FIRST);
    }

    /// Makes the others known, which controls, code and answers are written in: before any is shown.
    public static void loadRest() {
        load(REST);
    }

    private static void load(List<String> files) {
        for (var file : files) {
            try (var in = Fonts.class.getResourceAsStream(FOLDER + file)) {
                if (in == null || Font.loadFont(in, 13) == null) {
                    log().warn("font {} could not be loaded", file);
                }
            } catch (IOException e) {
                log().warn("font {} could not be read", file, e);
            }
        }
    }

    /// Made when there is something to say: a start without it needs no log.
    private static Logger log() {
        return LoggerFactory.getLogger(Fonts.class);
    }
}
