package dev.quarry.language.syntax;

import java.util.Locale;

/// Makes what other parsers say read like our own messages.
final class ParserMessages {

    private static final int LONGEST = 160;

    private ParserMessages() {}

    /// The first line, its first letter small, without a full stop.
    static String tidy(String message) {
        var line = message.strip().lines().findFirst().orElse("").strip();
        if (line.endsWith(".")) {
            line = line.substring(0, line.length() - 1);
        }
        if (line.length() > LONGEST) {
            line = line.substring(0, LONGEST) + "\u2026";
        }
        return line.isEmpty() ? "syntax error" : line.substring(0, 1).toLowerCase(Locale.ROOT) + line.substring(1);
    }
}
