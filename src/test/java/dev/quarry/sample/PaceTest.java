package dev.quarry.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void aModelWritesSixtyToNinetyPiecesASecond() throws InterruptedException {
        Pace.OF_A_MODEL.beforePiece(1); // loads the classes
        var started = System.nanoTime();
        for (var piece = 1; piece <= 47; piece++) {
            Pace.OF_A_MODEL.beforePiece(piece);
        }
        var elapsed = Duration.ofNanos(System.nanoTime() - started);

        // The lower bound is exact; how much longer a sleep takes is up to a busy machine.
        assertThat(elapsed).isGreaterThanOrEqualTo(Duration.ofMillis(47 * 1000 / 90));
        assertThat(elapsed).isLessThan(Duration.ofSeconds(10));
    }
}
