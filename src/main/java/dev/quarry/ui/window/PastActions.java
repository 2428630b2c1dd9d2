package dev.quarry.ui.window;

import dev.quarry.history.Draft;
import dev.quarry.model.ModelEntry;
import dev.quarry.settings.Settings;
import dev.quarry.ui.control.Action;
import dev.quarry.ui.control.FileDialogs;
import dev.quarry.ui.conversation.ContextPicker;
import dev.quarry.ui.conversation.RefineBar;
import dev.quarry.ui.diff.DiffView;
import dev.quarry.ui.editor.CodeEditor;
import dev.quarry.ui.editor.EditorPlace;
import dev.quarry.ui.editor.InputModel;
import dev.quarry.ui.editor.TextChanges;
import dev.quarry.ui.fx.FxThread;
import dev.quarry.ui.run.OutputView;
import dev.quarry.ui.run.RunModel;
import dev.quarry.ui.task.TaskModel;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.kordamp.ikonli.feather.Feather;

/// What can be done with runs that were: found, refined, compared, counted; and what the panes tell the
/// history. FX thread only.
final class PastActions {
    private final HistoryDesk desk;
    private final Workbench workbench;
    private final WindowParts parts;
    private final ConnectionModel connection;
    private final TaskModel task;
    private final Stage stage;
    private final FileDialogs dialogs;
    private final KeptSettings kept;
    private final DiffTab diff;
    private final Consumer<String> onProblem;
    private final Action versionDiff;
    private final RefineBar refine;

    /// @param kept what is remembered between starts
    /// @param diff where versions are diffed, and where the result of a comparison can go
    PastActions(
            HistoryDesk desk,
            Workbench workbench,
            WindowParts parts,
            ConnectionModel connection,
            TaskModel task,
            RunModel run,
            Stage stage,
            FileDialogs dialogs,
            KeptSettings kept,
            DiffTab diff,
            Consumer<String> onProblem) {
        this.desk = desk;
        this.workbench = workbench;
        this.parts = parts;
        this.connection = connection;
        this.task = task;
        this.stage = stage;
        this.dialogs = dialogs;
        this.kept = kept;
        this.diff = diff;
        this.onProblem = onProblem;
        var shown = desk.conversation().currentProperty();
        versionDiff = Action.of(
                "version-diff",
                "Shortcut+Alt+D",
                Feather.GIT_PULL_REQUEST,
                shown.lessThan(1).or(run.running()),
                () -> diffVersion(shown.get()));
        refine = new RefineBar(
                desk.conversation(), run.running(), workbench::refine, workbench::showVersion, versionDiff);
    }

    void addTo(WindowActions actions) {
        actions.add(Action.of("search-history", "Shortcut+Shift+F", Feather.SEARCH, this::search));
        actions.add(Action.of("refine", "Shortcut+R", Feather.CORNER_DOWN_LEFT, refine::begin));
        actions.add(versionDiff);
        actions.add(Action.of("compare", "Shortcut+Shift+Enter", Feather.COLUMNS, this::compare));
        actions.add(Action.of(
                "usage", null, Feather.BAR_CHART, () -> UsageWindow.open(stage, parts.history(), dialogs, onProblem)));
    }

    Menu menu(WindowActions actions) {
        return HistoryMenu.build(
                actions, desk.keeper().privateRunProperty(), () -> kept.now().history(), this::change);
    }

    private void change(Settings.History how) {
        kept.change(settings -> settings.withHistory(how));
        kept.keep();
        desk.change(how);
    }

    ToggleButton privateButton() {
        return HistoryMenu.privateButton(desk.keeper().privateRunProperty());
    }

    /// Under the output.
    RefineBar refineBar() {
        return refine;
    }

    /// In the header of the input.
    Node contextButton() {
        return ContextPicker.build(desk.context(), dialogs);
    }

    private void search() {
        var field = stage.getScene().lookup("#history-search");
        if (field != null) {
            field.requestFocus();
        }
    }

    /// What has become of the version before the one of that index.
    private void diffVersion(int index) {
        var keeper = desk.keeper();
        keeper.earlier(index - 1)
                .ifPresent(before -> keeper.earlier(index).ifPresent(after -> diff.compare(before, after)));
    }

    private void compare() {
        var to = connection.currentProperty().get();
        var asked = workbench.wouldAsk();
        if (to == null || asked.isEmpty()) {
            return;
        }
        var runs = new CompareRuns(
                asked.get(),
                to,
                workbench.gate(),
                parts.accounts().rules(),
                task.choicesProperty().get(),
                parts.history(),
                desk.keeper().privateRunProperty()::get);
        var around = new DiffView.Surroundings(
                parts.fileApply(),
                dialogs,
                diff,
                parts.assistant(),
                () -> workbench.gate().beside(to));
        var models = task.modelsProperty().get().entries().stream()
                .map(ModelEntry::id)
                .toList();
        CompareWindow.open(
                stage,
                new CompareWindow.Parts(
                        runs, parts.assistant(), parts.highlighter(), models, kept, around, workbench::adopt));
    }

    /// The middle where there is no divider: a diff takes the place of both panes.
    private static double divider(SplitPane panes) {
        var positions = panes.getDividerPositions();
        return positions.length == 0 ? 0.5 : positions[0];
    }

    /// Has the panes remembered: how they look with each run, and what is typed as a draft.
    ///
    /// @param known whether a text is no draft, for it came with the program
    void remember(
            SplitPane panes,
            OutputView output,
            CodeEditor input,
            CodeEditor outputEditor,
            InputModel model,
            Predicate<String> known) {
        desk.attachPanes(
                () -> new PaneState(
                                output.tabProperty().get(),
                                divider(panes),
                                EditorPlace.of(input),
                                EditorPlace.of(outputEditor))
                        .written(),
                input::text,
                written -> PaneState.read(written).ifPresent(state -> {
                    output.tabProperty().set(state.tab());
                    panes.setDividerPositions(state.divider());
                    // Once the new texts are laid out.
                    FxThread.LATER.execute(() -> {
                        state.input().showIn(input);
                        state.output().showIn(outputEditor);
                    });
                }));
        desk.keepDrafts(
                () -> {
                    var preset = task.presetProperty().get();
                    return new Draft(
                            preset == null ? "" : preset.name(),
                            task.values(),
                            model.languageProperty().get().id(),
                            input.text());
                },
                known);
        TextChanges.listen(input, desk::edited);
        if (!input.emptyProperty().get()) {
            desk.edited();
        }
    }
}
