package dev.quarry.sample;

import java.time.Duration;

/// How fast an answer is written: waits before each piece of it, on the thread that writes.
@FunctionalInterface
public interface Pace {

    /// As fast as the client reads.
    Pace AT_ONCE = _ -> {};

    /// About 75 pieces a second after a short think, which is what a fast model does.
    Pace OF_A_MODEL = piece -> Thread.sleep(pauseOfAModel(piece));

    /// Returns when the piece may be written.
    ///
    /// @param piece 0 for the first one of an answer
    void beforePiece(int piece) throws InterruptedException;

    /// Uneven, and the same in every run: 4 to 23 ms, 13.3 ms on average.
    private static Duration pauseOfAModel(int piece) {
        if (piece == 0) {
            return Duration.ofMillis(250);
        }
        // Steps through the residues of a prime, so that neighbours differ and 47 pauses in a row average out.
        var step = (long) piece * 29 % 47;
        return Duration.ofNanos(4_000_000 + step * 404_000);
    }
}
