package dev.quarry.preset;

/// A piece of a file inside a sentence for the user: one short line without control characters.
final class Excerpt {
    private static final int MAX_LENGTH = 120;

    private Excerpt() {}

    static String of(String text) {
        var clean = text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip();
        if (clean.length() <= MAX_LENGTH) {
            return clean;
        }
        var end = Character.isHighSurrogate(clean.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
        return clean.substring(0, end) + "…";
    }
}
