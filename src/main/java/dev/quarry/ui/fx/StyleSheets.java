package dev.quarry.ui.fx;

import java.util.Objects;

/// The style sheets that come with the program.
public final class StyleSheets {
    private static final String FOLDER = "/dev/quarry/styles/";

    private StyleSheets() {}

    /// As a scene or a node takes it.
    ///
    /// @param file such as `base.css`
    public static String named(String file) {
        return Objects.requireNonNull(StyleSheets.class.getResource(FOLDER + file), file)
                .toExternalForm();
    }
}
