package dev.quarry.preset;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One value of YAML on one line that is read as just that text: bare where that is beyond doubt, else in quotes.
final class YamlScalar {
    private static final Pattern BARE =
            Pattern.compile("[A-Za-z][A-Za-z0-9_+#./-]*(:[A-Za-z0-9_+./-]+)*( [A-Za-z0-9_+./-]+)*");

    /// Read as something else than text by one reader of YAML or another.
    private static final Set<String> WORDS =
            Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n", "inf", "nan");

    private YamlScalar() {}

    /// @param text null is written as an empty text
    static String of(@Nullable String text) {
        var written = text == null ? "" : text;
        if (BARE.matcher(written).matches() && !WORDS.contains(written.toLowerCase(Locale.ROOT))) {
            return written;
        }
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(written)) + '"';
    }
}
