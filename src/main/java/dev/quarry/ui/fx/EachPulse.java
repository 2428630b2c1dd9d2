package dev.quarry.ui.fx;

import javafx.animation.AnimationTimer;

/// Runs a task once a pulse while it is started. FX thread only.
public final class EachPulse {
    private final AnimationTimer timer;
    private boolean started;

    public EachPulse(Runnable task) {
        timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                task.run();
            }
        };
    }

    public void start() {
        if (!started) {
            started = true;
            timer.start();
        }
    }

    public void stop() {
        started = false;
        timer.stop();
    }
}
