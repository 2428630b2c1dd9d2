package dev.quarry.model;

/// How much an answer may need, told by how much was asked.
final class TaskSize {
    private static final double UNITS_PER_TOKEN = 3; // code has fewer letters to a token than prose
    private static final int LEAST = 2048;
    private static final int MOST = 16_384;

    private TaskSize() {}

    /// An answer to code is about as long as the code, with as much again for what is said about it.
    static int tokens(int promptUnits) {
        return Math.clamp(Math.round(promptUnits / UNITS_PER_TOKEN * 2), LEAST, MOST);
    }
}
