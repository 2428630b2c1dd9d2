package dev.quarry.bench.start;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.fxmisc.richtext.CodeArea;

/// Types a letter into the first window of this process as soon as that has been laid out, prints [#LINE] when the
/// letter has been laid out too, and [#WHOLE] when all controls have. Ends the process when its standard input does.
public final class Usable {

    /// What is printed on a line of its own.
    public static final String LINE = "usable";

    /// Likewise; at once for a window that has nothing but its text.
    public static final String WHOLE = "whole";

    private boolean seen;

    private Usable() {}

    /// To be called before the toolkit is started.
    static void tell() {
        var usable = new Usable();
        Thread.ofPlatform().daemon().name("usable").start(usable::await);
    }

    private void await() {
        while (!attached()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        try {
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        } catch (IOException e) {
            System.err.println("standard input cannot be read: " + e);
        }
        System.exit(0);
    }

    private boolean attached() {
        try {
            Platform.runLater(() -> {
                Window.getWindows().addListener((ListChangeListener<Window>) change -> look());
                look();
            });
            return true;
        } catch (IllegalStateException notYet) {
            return false;
        }
    }

    private void look() {
        if (!seen && !Window.getWindows().isEmpty()) {
            seen = true;
            var scene = Window.getWindows().getFirst().getScene();
            scene.addPostLayoutPulseListener(new Typing(scene));
        }
    }

    private static final class Typing implements Runnable {
        private final Scene scene;
        private boolean typed;
        private boolean told;
        private boolean whole;

        private Typing(Scene scene) {
            this.scene = scene;
        }

        @Override
        public void run() {
            if (told) {
                look();
            } else if (scene.getFocusOwner() instanceof CodeArea area) {
                type(area);
            }
        }

        private void type(CodeArea area) {
            if (!typed) {
                typed = true;
                Event.fireEvent(
                        area, new KeyEvent(KeyEvent.KEY_TYPED, "x", "", KeyCode.UNDEFINED, false, false, false, false));
                Platform.requestNextPulse();
            } else if (area.getText().startsWith("x")) {
                told = true;
                say(LINE);
                look();
            }
        }

        private void look() {
            if (!whole) {
                var last = scene.lookup("#status-outcome");
                whole = last == null
                        ? scene.lookup("#input") == null
                        : last.getLayoutBounds().getWidth() > 0;
                if (whole) {
                    say(WHOLE);
                } else {
                    Platform.requestNextPulse();
                }
            }
        }

        private static void say(String line) {
            System.out.println(line);
            System.out.flush();
        }
    }
}
