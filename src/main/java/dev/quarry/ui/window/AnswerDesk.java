package dev.quarry.ui.window;

import dev.quarry.check.Check;
import dev.quarry.check.Verdict;
import dev.quarry.check.VerdictJson;
import dev.quarry.language.ErrorTrust;
import dev.quarry.language.Language;
import dev.quarry.language.syntax.SyntaxError;
import dev.quarry.language.syntax.SyntaxErrors;
import dev.quarry.preset.Preset;
import dev.quarry.ui.control.Banner;
import dev.quarry.ui.editor.CodeEditor;
import dev.quarry.ui.run.OutputView;
import dev.quarry.ui.run.RunModel;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts answers into the output panes, and knows what the one that is there was asked. FX thread only.
final class AnswerDesk {
    private static final SyntaxError UNKNOWN = new SyntaxError(0, 1, 1, 1, "unknown", ErrorTrust.NONE, "");

    private final RunModel run;
    private final CodeEditor inputEditor;
    private final CodeEditor outputEditor;
    private final SendGate gate;
    private final RunKeeper keeper;
    private @Nullable OutputView output;
    private @Nullable Asked asked;
    private boolean restoring;

    AnswerDesk(RunModel run, CodeEditor inputEditor, CodeEditor outputEditor, SendGate gate, RunKeeper keeper) {
        this.run = run;
        this.inputEditor = inputEditor;
        this.outputEditor = outputEditor;
        this.gate = gate;
        this.keeper = keeper;
    }

    void attach(OutputView view) {
        output = view;
    }

    /// Null before the window is laid out.
    @Nullable
    OutputView output() {
        return output;
    }

    /// Where to say what is wrong with an answer.
    Banner banner(Banner before) {
        return output == null ? before : output.banner();
    }

    /// What the answer that is shown, or that comes, was asked; null while there is none.
    @Nullable
    Asked asked() {
        return asked;
    }

    /// The answer that comes next was asked this.
    void expect(Asked next) {
        asked = next;
    }

    /// Makes the panes ready for what a preset answers.
    void prepare(Preset preset, Language language) {
        outputEditor.languageProperty().set(language);
        if (output != null) {
            output.tabProperty()
                    .set(preset.output() == Preset.Output.CODE ? OutputView.Tab.CODE : OutputView.Tab.ANSWER);
        }
    }

    /// Whether an answer is put into the panes that was there before.
    boolean isRestoring() {
        return restoring;
    }

    /// Shows an answer of the conversation.
    void show(RunKeeper.Turn turn) {
        restoring = true;
        run.restore(
                turn.request(),
                turn.connection(),
                gate.restored(turn.answer()),
                turn.outcome(),
                turn.usage(),
                turn.toFirstPiece(),
                turn.elapsed());
        restoring = false;
    }

    /// Shows an answer of a repair.
    void show(AnswerChecks.Shown answer) {
        restoring = true;
        run.restore(
                answer.request(),
                answer.connection(),
                answer.answer(),
                answer.outcome(),
                answer.usage(),
                Duration.ZERO,
                Duration.ZERO);
        restoring = false;
    }

    /// Marks what the parser found.
    void mark() {
        outputEditor.showErrors(errors -> SyntaxErrors.worthShowing(knownErrors(), errors));
    }

    /// Marks what the checks found besides what the editor finds itself, and has the verdict kept.
    void mark(Verdict verdict) {
        if (verdict.status() != Check.Status.NOT_CHECKED) {
            keeper.checked(!verdict.failed(), gate.outgoing(VerdictJson.text(verdict)));
        }
        var known = knownErrors();
        outputEditor.showErrors(
                errors -> AnswerChecks.marks(verdict, outputEditor.text(), SyntaxErrors.worthShowing(known, errors)));
    }

    /// The errors that the input already had. An input in another language tells nothing about how well the
    /// parser reads this one, so then the errors of languages that are often misread stay hidden.
    private List<SyntaxError> knownErrors() {
        var same = inputEditor
                .languageProperty()
                .get()
                .equals(outputEditor.languageProperty().get());
        return same ? inputEditor.errors() : List.of(UNKNOWN);
    }

    /// The errors of an answer that may be shown where nothing is known of those of its input.
    static List<SyntaxError> worthShowing(List<SyntaxError> errors) {
        return SyntaxErrors.worthShowing(List.of(UNKNOWN), errors);
    }
}
