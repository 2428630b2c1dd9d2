package dev.quarry.ui.window;

import dev.quarry.diff.LineText;
import dev.quarry.diff.file.FileApply;
import dev.quarry.diff.file.TextFile;
import dev.quarry.language.Highlighter;
import dev.quarry.language.Language;
import dev.quarry.language.Languages;
import dev.quarry.run.CodeAssistant;
import dev.quarry.run.Outcome;
import dev.quarry.ui.control.Action;
import dev.quarry.ui.control.Banner;
import dev.quarry.ui.control.FileDialogs;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.diff.DiffController;
import dev.quarry.ui.diff.DiffModel;
import dev.quarry.ui.diff.DiffView;
import dev.quarry.ui.diff.DiffWarmUp;
import dev.quarry.ui.diff.ResultTarget;
import dev.quarry.ui.editor.CodeEditor;
import dev.quarry.ui.editor.InputModel;
import dev.quarry.ui.fx.FxThread;
import dev.quarry.ui.run.OutputView;
import dev.quarry.ui.run.RunModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Where the diff meets the other panes: opens it when an answer takes the place of the input, and feeds it.
/// FX thread only.
final class DiffTab implements ResultTarget, AutoCloseable {
    private static final Duration WARM_UP_AFTER = Duration.ofSeconds(3);
    private static final Duration BETWEEN_SLICES = Duration.ofMillis(150);
    private static final AtomicBoolean WARMED = new AtomicBoolean();

    private final DiffModel model = new DiffModel();
    private final Banner banner = new Banner("diff-banner");
    private final CodeEditor result;
    private final DiffSources sources;
    private final DiffController controller;
    private final DiffView view;
    private final WideOutput wide = new WideOutput();
    private final RunModel run;
    private final Highlighter highlighter;
    private final InputModel input;
    private final CodeEditor inputEditor;
    private final CodeEditor outputEditor;
    private @Nullable OutputView output;
    private boolean wideElsewhere;
    private String inputCompared = "";
    private String outputCompared = "";

    DiffTab(
            InputModel input,
            CodeEditor inputEditor,
            CodeEditor outputEditor,
            RunModel run,
            Workbench workbench,
            Highlighter highlighter,
            FileApply files,
            FileDialogs dialogs,
            CodeAssistant assistant,
            ConnectionModel connection) {
        this.run = run;
        this.highlighter = highlighter;
        this.input = input;
        this.inputEditor = inputEditor;
        this.outputEditor = outputEditor;
        result = CodeEditor.editable("result-editor", highlighter);
        result.setAreaAccessibleText(Texts.of("diff.result"));
        result.fontSizeProperty().bindBidirectional(inputEditor.fontSizeProperty());
        sources = new DiffSources(input, inputEditor, outputEditor, run, workbench.history(), model.sources());
        controller = new DiffController(model, highlighter, banner);
        view = DiffView.of(
                model,
                controller,
                banner,
                new EditedResult(result),
                new DiffView.Surroundings(
                        files,
                        dialogs,
                        this,
                        assistant,
                        () -> workbench
                                .gate()
                                .beside(connection.currentProperty().get())),
                inputEditor.fontSizeProperty());
    }

    /// Everything the user can do here, in the order of the menu.
    List<Action> actions() {
        var all = new ArrayList<>(view.actions());
        all.add(wide.action());
        return all;
    }

    /// Looks at differences as at the last start, and keeps how they are looked at.
    void remember(KeptSettings kept) {
        KeptLook.of(model.look(), kept);
    }

    /// Puts the pane among the tabs.
    ///
    /// @param panes holds the input, then the output
    void attach(OutputView output, SplitPane panes, Region inputPane, Workbench workbench) {
        this.output = output;
        warmUp();
        output.add(OutputView.Tab.DIFF, view);
        wide.attach(panes, inputPane);
        output.tabProperty().addListener((o, was, is) -> {
            if (is == OutputView.Tab.DIFF) {
                wideElsewhere = wide.wideProperty().get();
                wide.wideProperty().set(true);
                opened();
            } else if (was == OutputView.Tab.DIFF) {
                wide.wideProperty().set(wideElsewhere);
            }
        });
        run.phaseProperty().addListener((o, was, is) -> {
            if (is == RunModel.Phase.OVER) {
                over(output, workbench);
            }
        });
    }

    /// The first diff shows as fast as those after it. Once the window is up, and once in a process.
    private void warmUp() {
        if (WARMED.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("diff-warm-up").start(() -> {
                var language = Languages.named("java").orElse(Languages.PLAIN_TEXT);
                LockSupport.parkNanos(WARM_UP_AFTER.toNanos());
                DiffWarmUp.compare(highlighter, language);
                for (var slice : DiffWarmUp.layOut(highlighter, language, this::sheets)) {
                    LockSupport.parkNanos(BETWEEN_SLICES.toNanos());
                    FxThread.LATER.execute(slice);
                }
            });
        }
    }

    private List<String> sheets() {
        var scene = outputEditor.getScene();
        return scene == null ? List.of() : scene.getStylesheets();
    }

    private void over(OutputView output, Workbench workbench) {
        var shown = output.tabProperty().get();
        var whole = run.outcomeProperty().get() instanceof Outcome.Complete
                && !run.code().isBlank();
        if (shown == OutputView.Tab.DIFF) {
            compareRun();
        } else if (whole && shown == OutputView.Tab.CODE && workbench.answerReplacesInput()) {
            output.tabProperty().set(OutputView.Tab.DIFF);
        }
    }

    private void opened() {
        var otherInput = !inputCompared.equals(inputEditor.text());
        if (model.leftProperty().get() == null || !outputCompared.equals(run.code())) {
            compareRun();
        } else if (otherInput && model.isDecided()) {
            // What the user decided is not thrown away for an edit elsewhere.
            banner.show(Banner.Level.WARNING, Texts.of("diff.inputChanged"), compareAgain());
        } else if (otherInput) {
            compareRun();
        }
        view.requestFocus();
    }

    private Action compareAgain() {
        return Action.of("compare-again", null, null, this::compareRun);
    }

    /// Puts the keyboard into the input, which comes back into view.
    void focusInput() {
        wide.wideProperty().set(false);
        inputEditor.requestFocus();
    }

    /// Puts the keyboard on what the output shows.
    void focusOutput() {
        if (view.isVisible()) {
            view.requestFocus();
        } else {
            outputEditor.requestFocus();
        }
    }

    /// Asks what to find in the diff, when that is where the user is.
    boolean find() {
        if (!view.isVisible() || inputEditor.hasKeyboardProperty().get()) {
            return false;
        }
        if (result.hasKeyboardProperty().get()) {
            result.find();
        } else {
            view.find();
        }
        return true;
    }

    /// Opens with what has become of one answer in another.
    void compare(Earlier before, Earlier after) {
        if (output == null) {
            return;
        }
        banner.hide();
        inputCompared = inputEditor.text();
        outputCompared = run.code();
        model.leftProperty().set(sources.earlier(before));
        model.rightProperty().set(sources.earlier(after));
        output.tabProperty().set(OutputView.Tab.DIFF);
        view.requestFocus();
    }

    private void compareRun() {
        if (run.code().isBlank()) {
            return;
        }
        banner.hide();
        inputCompared = inputEditor.text();
        outputCompared = run.code();
        if (!(run.outcomeProperty().get() instanceof Outcome.Complete)) {
            banner.show(Banner.Level.WARNING, Texts.of("diff.notWhole"));
        }
        var same = sources.inputSource().equals(model.leftProperty().get())
                && sources.outputSource().equals(model.rightProperty().get());
        model.leftProperty().set(sources.inputSource());
        model.rightProperty().set(sources.outputSource());
        if (same) {
            controller.compare();
        }
    }

    @Override
    public void toInput(LineText text, Language language) {
        // The editor knows one line ending, and keeps its history: this can be undone there.
        inputEditor.change(String.join("\n", text.lines()) + (text.endsWithNewline() ? "\n" : ""));
        input.choose(language);
        inputCompared = inputEditor.text();
    }

    @Override
    public void written(TextFile now) {
        sources.fileIsNow(now);
    }

    @Override
    public void close() {
        view.close();
        result.close();
    }
}
