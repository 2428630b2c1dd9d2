package dev.quarry.language.syntax;

/// What two versions of a text have in common at their ends: between them lies what changed.
///
/// @param prefix units that are the same at the start
/// @param suffix units that are the same at the end, none of them in the prefix
record Overlap(int prefix, int suffix) {

    static Overlap of(String before, String after) {
        var shorter = Math.min(before.length(), after.length());
        var prefix = 0;
        while (prefix < shorter && before.charAt(prefix) == after.charAt(prefix)) {
            prefix++;
        }
        if (prefix > 0 && Character.isHighSurrogate(before.charAt(prefix - 1))) {
            prefix--;
        }
        var suffix = 0;
        while (suffix < shorter - prefix
                && before.charAt(before.length() - 1 - suffix) == after.charAt(after.length() - 1 - suffix)) {
            suffix++;
        }
        if (suffix > 0 && Character.isLowSurrogate(before.charAt(before.length() - suffix))) {
            suffix--;
        }
        return new Overlap(prefix, suffix);
    }
}
