package dev.quarry.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

/// The placeholders in a text, which no test can know before.
public final class Placeholders {
    private static final Pattern PLACEHOLDER = Pattern.compile("QUARRY_SECRET_\\d{4}(\\d{4})");

    private Placeholders() {}

    /// The first one in the text.
    public static String firstIn(String text) {
        var found = PLACEHOLDER.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group();
    }

    /// The text with each placeholder as if it were that of the first vault there is, such as `QUARRY_SECRET_00000001`.
    public static String numbered(String text) {
        return PLACEHOLDER.matcher(text).replaceAll("QUARRY_SECRET_0000$1");
    }
}
