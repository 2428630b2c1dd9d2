package dev.quarry.history;

import dev.quarry.run.RunEvent;
import dev.quarry.run.Seam;
import java.util.function.Consumer;

/// Has a continuation written down as the whole answer: what came before it, then what it adds. On the run's
/// thread.
public final class ContinuedRecording implements Consumer<RunEvent> {
    private final Consumer<RunEvent> recording;
    private final Seam seam;
    private boolean begun;

    /// @param answer all that came before
    public ContinuedRecording(String answer, Consumer<RunEvent> recording) {
        this.recording = recording;
        seam = new Seam(answer);
    }

    @Override
    public void accept(RunEvent event) {
        switch (event) {
            case RunEvent.Text text -> {
                begin();
                text(seam.take(text.piece()));
            }
            case RunEvent.Ended ended -> {
                begin();
                text(seam.finish());
                recording.accept(ended);
            }
            default -> recording.accept(event);
        }
    }

    private void begin() {
        if (!begun) {
            begun = true;
            text(seam.base());
        }
    }

    private void text(String piece) {
        if (!piece.isEmpty()) {
            recording.accept(new RunEvent.Text(piece));
        }
    }
}
