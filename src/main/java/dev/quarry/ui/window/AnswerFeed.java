package dev.quarry.ui.window;

import dev.quarry.history.KeptRun;
import dev.quarry.run.ModelConnection;
import dev.quarry.run.Outcome;
import dev.quarry.run.RunRequest;
import dev.quarry.ui.control.Action;
import dev.quarry.ui.control.Banner;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.editor.CodeEditor;
import dev.quarry.ui.run.RunModel;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Feeds the code pane while an answer comes; when it is over, says how it ended and has it kept, paid for
/// and checked. FX thread only.
final class AnswerFeed extends CodeFeed {
    private final RunModel run;
    private final AnswerDesk answers;
    private final RunKeeper keeper;
    private final SendGate gate;
    private final Supplier<@Nullable ModelConnection> connection;
    private final Runnable onContinue;
    private @Nullable AnswerChecks checks;

    /// @param connection the one that is open, or null
    /// @param onContinue asks for the rest of the answer
    AnswerFeed(
            RunModel run,
            CodeEditor outputEditor,
            AnswerDesk answers,
            RunKeeper keeper,
            SendGate gate,
            Supplier<@Nullable ModelConnection> connection,
            Runnable onContinue) {
        super(run, outputEditor);
        this.run = run;
        this.answers = answers;
        this.keeper = keeper;
        this.gate = gate;
        this.connection = connection;
        this.onContinue = onContinue;
    }

    void attach(AnswerChecks answerChecks) {
        checks = answerChecks;
    }

    /// What was found of the answers of a conversation that is shown again.
    void know(List<KeptRun> turns) {
        if (checks != null) {
            checks.know(turns);
        }
    }

    @Override
    public void cleared() {
        super.cleared();
        if (checks != null) {
            checks.cleared();
        }
        var output = answers.output();
        if (output != null) {
            output.banner().hide();
        }
    }

    @Override
    public void over() {
        var outcome = run.outcomeProperty().get();
        if (outcome == null) {
            return;
        }
        super.over();
        answers.mark();
        sayHowItEnded(outcome);
        var asked = answers.asked();
        if (!answers.isRestoring()) {
            gate.settle(run);
            if (asked != null) {
                keeper.over(asked, run, outcome);
            }
        }
        if (asked != null && checks != null) {
            checks.over(asked.subject(run), sent(asked), outcome);
        }
    }

    private RunRequest sent(Asked asked) {
        var request = run.requestProperty().get();
        return request == null ? asked.request() : request;
    }

    /// Whether the rest of the answer that is shown can be asked for.
    boolean mayContinue() {
        return ResumeRule.allows(run);
    }

    private Action[] offers() {
        return mayContinue()
                ? new Action[] {Action.of("continue", null, Feather.FAST_FORWARD, onContinue)}
                : new Action[0];
    }

    private void sayHowItEnded(Outcome outcome) {
        var output = answers.output();
        if (output == null) {
            return;
        }
        var said = output.banner();
        switch (outcome) {
            case Outcome.Complete c -> {
                var to = connection.get();
                if (to != null && to.label().equals(run.connectionProperty().get())) {
                    to.answerNotice().ifPresent(notice -> said.show(Banner.Level.NOTE, notice));
                }
            }
            case Outcome.CutOff c -> said.show(Banner.Level.WARNING, Texts.of("outcome.cutOff.sentence"), offers());
            case Outcome.Interrupted i -> said.show(Banner.Level.WARNING, i.sentence(), offers());
            case Outcome.Blocked b ->
                said.show(Banner.Level.FAILURE, Texts.of("outcome.blocked.sentence", b.stopReason()));
            case Outcome.Cancelled c -> said.hide();
            case Outcome.Failed f -> said.show(Banner.Level.FAILURE, f.error().sentence());
        }
    }
}
