package dev.quarry.ui.window;

import dev.quarry.check.Subject;
import dev.quarry.check.Verdict;
import dev.quarry.run.Outcome;
import dev.quarry.settings.Settings;
import dev.quarry.ui.check.CheckModel;
import dev.quarry.ui.run.RunModel;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// Has the answer of a column checked in the background when it is over. FX thread only.
final class ColumnChecks implements RunModel.Listener, AutoCloseable {
    private final RunModel run;
    private final Function<RunModel, Subject> subject;
    private final Consumer<Verdict> onVerdict;
    private final BackgroundCheck checking;
    private final CheckModel model = new CheckModel();

    /// @param subject what the checks are to look at
    /// @param onVerdict told of each verdict
    ColumnChecks(
            RunModel run,
            Function<RunModel, Subject> subject,
            Supplier<Settings.Checks> settings,
            Consumer<Verdict> onVerdict) {
        this.run = run;
        this.subject = subject;
        this.onVerdict = onVerdict;
        checking = new BackgroundCheck(settings);
        run.addListener(this);
    }

    CheckModel model() {
        return model;
    }

    @Override
    public void cleared() {
        checking.stop();
        model.clear();
    }

    @Override
    public void answerAdded(String text) {}

    @Override
    public void codeAdded(String text) {}

    @Override
    public void over() {
        var outcome = run.outcomeProperty().get();
        var unusable = outcome instanceof Outcome.Failed || outcome instanceof Outcome.Cancelled;
        if (unusable || run.answer().isBlank()) {
            return;
        }
        model.checking();
        checking.start(subject.apply(run), verdict -> {
            model.done(verdict);
            onVerdict.accept(verdict);
        });
    }

    @Override
    public void close() {
        checking.close();
    }
}
