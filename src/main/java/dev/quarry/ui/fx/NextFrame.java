package dev.quarry.ui.fx;

import javafx.animation.AnimationTimer;

/// The moment from which what was just put into the scene is on the screen and answers to the keys: what can wait is
/// done after it, so that the first frames have the cores for themselves.
public final class NextFrame {

    /// One to be laid out and handed over for painting, and one in which a key that was typed into it shows.
    private static final int FRAMES = 2;

    private NextFrame() {}

    /// Runs the task when a frame has been painted and the next one was laid out. FX thread only.
    public static void after(Runnable task) {
        new AnimationTimer() {
            private int laidOut;

            @Override
            public void handle(long now) {
                // Called before the layout of a frame.
                if (laidOut == FRAMES) {
                    stop();
                    task.run();
                }
                laidOut++;
            }
        }.start();
    }
}
