package dev.quarry.ui.fx;

import javafx.animation.AnimationTimer;

/// The moment from which what was just put into the scene is on the screen: what can wait is done after it, so that the
/// frame has the cores for itself.
public final class NextFrame {

    private NextFrame() {}

    /// Runs the task when a frame has been laid out and handed over for painting. FX thread only.
    public static void after(Runnable task) {
        new AnimationTimer() {
            private boolean laidOut;

            @Override
            public void handle(long now) {
                // Called before the layout of a frame: the second time, one is through.
                if (laidOut) {
                    stop();
                    task.run();
                }
                laidOut = true;
            }
        }.start();
    }
}
