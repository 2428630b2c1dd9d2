package dev.quarry.ui.control;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// Every text that the window shows comes from one message bundle, so that a translation is one file.
public final class Texts {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.quarry.ui.messages");

    private Texts() {}

    /// The text of that key, its `{0}`, `{1}`… filled in.
    ///
    /// @throws java.util.MissingResourceException when the bundle has no such key: a bug
    public static String of(String key, Object... values) {
        var text = BUNDLE.getString(key);
        return values.length == 0 ? text : new MessageFormat(text, Locale.getDefault()).format(values);
    }

    /// Whether the bundle has a text of that key.
    public static boolean has(String key) {
        return BUNDLE.containsKey(key);
    }
}
