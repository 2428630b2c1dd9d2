package dev.quarry.ui.diff;

import dev.quarry.diff.Hunk;
import dev.quarry.diff.Row;
import dev.quarry.run.CodeAssistant;
import dev.quarry.run.FencedCode;
import dev.quarry.run.ModelConnection;
import dev.quarry.run.Outcome;
import dev.quarry.run.Run;
import dev.quarry.run.RunEvent;
import dev.quarry.ui.control.Banner;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.fx.FxThread;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Has the model write one hunk again. One run at a time; what comes back late is dropped. FX thread only.
final class RedoController implements AutoCloseable {
    private final DiffModel model;
    private final DiffController controller;
    private final CodeAssistant assistant;
    private final Supplier<@Nullable ModelConnection> connection;
    private final Banner banner;
    private @Nullable Run run;
    private long asks;

    /// @param connection where runs go now; null while nowhere
    RedoController(
            DiffModel model,
            DiffController controller,
            CodeAssistant assistant,
            Supplier<@Nullable ModelConnection> connection,
            Banner banner) {
        this.model = model;
        this.controller = controller;
        this.assistant = assistant;
        this.connection = connection;
        this.banner = banner;
    }

    /// Asks for a note first.
    void open() {
        model.redoBarProperty().set(true);
    }

    /// Closes the line for the note; a run that goes on is cancelled.
    @Override
    public void close() {
        asks++; // what still comes is late
        if (run != null) {
            run.cancel();
            run = null;
        }
        model.redoRunningProperty().set(false);
        model.redoBarProperty().set(false);
    }

    void ask(String note) {
        var comparison = model.comparisonProperty().get();
        var hunk = model.rows().currentHunk();
        var origin = comparison == null ? null : comparison.right().origin();
        if (comparison == null || origin == null || hunk == Row.NO_HUNK || run != null) {
            return;
        }
        var to = connection.get();
        if (to == null) {
            banner.show(Banner.Level.WARNING, Texts.of("run.noConnection"));
            return;
        }
        banner.hide();
        var asked = comparison.diff().hunks().get(hunk);
        var answer = new StringBuilder(); // the worker's until the end is told
        var ask = ++asks;
        model.redoRunningProperty().set(true);
        run = assistant.run(to, RedoPrompt.of(origin, comparison, asked, note), event -> {
            switch (event) {
                case RunEvent.Text text -> answer.append(text.piece());
                case RunEvent.Ended ended -> {
                    var whole = answer.toString();
                    FxThread.LATER.execute(() -> {
                        if (ask == asks) {
                            take(comparison, asked, whole, ended.outcome());
                        }
                    });
                }
                case RunEvent.Started s -> {}
                case RunEvent.Reasoning r -> {}
                case RunEvent.Retrying r -> {}
                case RunEvent.Dropped d -> {} // the run that made the answer has told it
                case RunEvent.Usage u -> {}
            }
        });
    }

    private void take(Comparison comparison, Hunk hunk, String answer, Outcome outcome) {
        run = null;
        model.redoRunningProperty().set(false);
        switch (outcome) {
            case Outcome.Complete c -> put(comparison, hunk, answer);
            case Outcome.Failed failed ->
                banner.show(Banner.Level.FAILURE, failed.error().sentence());
            case Outcome.Interrupted interrupted -> banner.show(Banner.Level.WARNING, interrupted.sentence());
            case Outcome.Cancelled c -> banner.show(Banner.Level.NOTE, Texts.of("diff.redo.notWhole"));
            case Outcome.CutOff c -> banner.show(Banner.Level.WARNING, Texts.of("diff.redo.notWhole"));
            case Outcome.Blocked b -> banner.show(Banner.Level.WARNING, Texts.of("diff.redo.notWhole"));
        }
    }

    private void put(Comparison comparison, Hunk hunk, String answer) {
        if (!comparison.equals(model.comparisonProperty().get())) {
            banner.show(Banner.Level.WARNING, Texts.of("diff.redo.late"));
            return;
        }
        var code = new FencedCode();
        code.append(answer);
        code.finish();
        if (code.blocks().size() != 1) {
            banner.show(Banner.Level.WARNING, Texts.of("diff.redo.noBlock"));
            return;
        }
        model.redoBarProperty().set(false);
        var right = comparison.right();
        var redone = right.text().withLines(hunk.rightFrom(), hunk.rightTo(), code.code());
        controller.compareAgain(right.withText(redone));
    }
}
