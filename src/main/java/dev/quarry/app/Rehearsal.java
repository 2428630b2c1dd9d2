package dev.quarry.app;

import dev.quarry.language.Languages;
import dev.quarry.language.lexer.LexerHighlighter;
import dev.quarry.sample.SampleConnection;
import dev.quarry.ui.diff.DiffWarmUp;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// A sitting at the window that nobody has to sit through. The caches that make later starts fast are made from it, and
/// it tells whether an installed package works. FX thread only.
final class Rehearsal {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(120);
    private static final int PULSES_TO_LOOK = 20; // so that what a tab shows is laid out and drawn

    private final Consumer<String> problems;
    private final Queue<Step> steps = new ArrayDeque<>();
    private boolean complete;

    /// @param ready whether it can be done now
    private record Step(String name, BooleanSupplier ready, Runnable body) {}

    private Rehearsal(Consumer<String> problems) {
        this.problems = problems;
    }

    /// One in which the first sample is run, its answer looked at in each tab and compared with the input, and the
    /// window closed.
    ///
    /// @param problems takes a sentence when a step never became possible
    static Rehearsal ofASitting(Consumer<String> problems) {
        var sitting = new Rehearsal(problems);
        sitting.run();
        sitting.compare();
        sitting.close();
        return sitting;
    }

    /// One in which a letter is typed into the first frame and a diff is made ready behind it, and the window closed.
    ///
    /// @param problems as above
    static Rehearsal ofTheFirstFrame(Consumer<String> problems) {
        var start = new Rehearsal(problems);
        start.step("the editor", () -> find("#input-editor:focused") != null, Rehearsal::type);
        start.look();
        start.compareUnseen();
        start.close();
        return start;
    }

    private void run() {
        step("the samples", () -> SampleConnection.LABEL.equals(text("#connection")), () -> {});
        step("the presets", () -> find("#task-picker") instanceof ComboBox<?> c && c.getValue() != null, () -> {});
        look();
        step("Run", () -> find("#run") instanceof ButtonBase run && !run.isDisabled(), () -> press("#run"));
        step("the whole answer", () -> hasStyle("#status-outcome", "good"), () -> {});
        look();
    }

    private void compare() {
        for (var tab : List.of("#tab-answer", "#tab-request", "#tab-code")) {
            step(tab, () -> find(tab) instanceof ToggleButton, () -> press(tab));
            look();
        }
        step("#tab-diff", () -> find("#tab-diff") instanceof ToggleButton, () -> press("#tab-diff"));
        step("the differences", () -> find(".diff-line") != null, () -> {});
        look();
        for (var button : List.of("#diff-unified", "#diff-accept-hunk", "#diff-result", "#tab-code")) {
            step(button, () -> find(button) instanceof ButtonBase b && !b.isDisabled(), () -> press(button));
            look();
        }
    }

    private void compareUnseen() {
        var quick = new LexerHighlighter();
        var language = Languages.named("java").orElse(Languages.PLAIN_TEXT);
        var work = Thread.ofPlatform().daemon().name("compare").unstarted(() -> DiffWarmUp.compare(quick, language));
        step("comparing", () -> true, work::start);
        step("the comparison", () -> !work.isAlive(), () -> {});
        DiffWarmUp.layOut(quick, language, Rehearsal::sheets).forEach(slice -> step("rows", () -> true, slice));
    }

    private static List<String> sheets() {
        return Window.getWindows().getFirst().getScene().getStylesheets();
    }

    private void close() {
        step("closing", () -> true, () -> {
            complete = true;
            List.copyOf(Window.getWindows()).forEach(Window::hide);
        });
    }

    /// Begins as soon as a window is there.
    void begin() {
        var start = System.nanoTime();
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                var next = steps.element();
                if (next.ready.getAsBoolean()) {
                    steps.remove();
                    if (steps.isEmpty()) {
                        stop();
                    }
                    next.body.run();
                } else if (System.nanoTime() - start > PATIENCE_NANOS) {
                    stop();
                    problems.accept("The rehearsal waited in vain for " + next.name + ".");
                    Platform.exit();
                }
            }
        }.start();
    }

    boolean isComplete() {
        return complete;
    }

    private void step(String name, BooleanSupplier ready, Runnable body) {
        steps.add(new Step(name, ready, body));
    }

    private void look() {
        for (var i = 0; i < PULSES_TO_LOOK; i++) {
            step("a pulse", () -> true, () -> {});
        }
    }

    private static @Nullable Node find(String selector) {
        return Window.getWindows().stream()
                .filter(w -> w.getScene() != null)
                .map(w -> w.getScene().getRoot().lookup(selector))
                .filter(node -> node != null)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String text(String selector) {
        return find(selector) instanceof Labeled labeled ? labeled.getText() : null;
    }

    private static boolean hasStyle(String selector, String style) {
        var node = find(selector);
        return node != null && node.getStyleClass().contains(style);
    }

    private static void type() {
        var editor = find("#input-editor");
        if (editor != null) {
            Event.fireEvent(
                    editor, new KeyEvent(KeyEvent.KEY_TYPED, "x", "", KeyCode.UNDEFINED, false, false, false, false));
        }
    }

    private static void press(String selector) {
        if (find(selector) instanceof ButtonBase button) {
            button.fire();
        }
    }
}
