package dev.quarry.ui.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;

/// Every text that the window shows comes from one file of messages, so that a translation is one file.
public final class Texts {
    private static final String FILE = "/dev/quarry/ui/messages.properties";
    private static final Map<String, String> MESSAGES = read();

    private Texts() {}

    /// The text of that key, its `{0}`, `{1}`… filled in.
    ///
    /// @throws MissingResourceException when there is no such key: a bug
    public static String of(String key, Object... values) {
        var text = MESSAGES.get(key);
        if (text == null) {
            throw new MissingResourceException("no text", FILE, key);
        }
        return values.length == 0 ? text : new MessageFormat(text, Locale.getDefault()).format(values);
    }

    /// Whether there is a text of that key.
    public static boolean has(String key) {
        return MESSAGES.containsKey(key);
    }

    /// A resource bundle would go through the file character by character, which is much of what a start compiles, and
    /// look for eight other files first. Ours has a message a line, and no escapes but `\n`.
    private static Map<String, String> read() {
        try (var in = Texts.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the messages are missing: " + FILE);
            }
            var messages = new HashMap<String, String>();
            for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                var equals = line.indexOf('=');
                if (equals > 0 && line.charAt(0) != '#') {
                    messages.put(
                            line.substring(0, equals),
                            line.substring(equals + 1).replace("\\n", "\n"));
                }
            }
            return Map.copyOf(messages);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the messages", e);
        }
    }
}
