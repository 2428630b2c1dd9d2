package dev.quarry.preset;

/// Puts a text into a Markdown code block that the text cannot break out of.
final class Fence {
    private static final int SHORTEST = 3;

    private Fence() {}

    /// The text between two fences that are longer than every run of backticks in it. Ends with a fence, without a
    /// line end.
    static String around(String text, String label) {
        var fence = "`".repeat(Math.max(SHORTEST, longestRun(text) + 1));
        var end = text.isEmpty() || text.endsWith("\n") ? "" : "\n";
        return fence + label + "\n" + text + end + fence;
    }

    private static int longestRun(String text) {
        var longest = 0;
        var run = 0;
        for (var i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
