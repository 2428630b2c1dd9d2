package dev.quarry.ui.window;

import dev.quarry.language.Languages;
import dev.quarry.preset.PresetLibrary;
import dev.quarry.ui.control.Action;
import dev.quarry.ui.control.Banner;
import dev.quarry.ui.control.Buttons;
import dev.quarry.ui.control.FileDialogs;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.editor.CodeEditor;
import dev.quarry.ui.editor.InputController;
import dev.quarry.ui.editor.InputModel;
import dev.quarry.ui.editor.InputView;
import dev.quarry.ui.fx.FxThread;
import dev.quarry.ui.fx.NextFrame;
import dev.quarry.ui.fx.WhenShown;
import dev.quarry.ui.run.OutputView;
import dev.quarry.ui.run.RunController;
import dev.quarry.ui.run.RunModel;
import dev.quarry.ui.run.StatusBar;
import dev.quarry.ui.task.TaskModel;
import dev.quarry.ui.task.TaskView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The one window: lays out the panes and makes them meet. FX thread only.
public final class QuarryWindow implements AutoCloseable {
    private final WindowParts parts;
    private final ObservableList<Example> examples = FXCollections.observableArrayList();
    private final Stage stage;
    private final FileDialogs dialogs;
    private final TaskModel task;
    private final InputModel input = new InputModel();
    private final RunModel run = new RunModel();
    private final CodeEditor inputEditor;
    private final CodeEditor outputEditor;
    private final CodeEditor requestEditor;
    private final InputController inputController;
    private final ConnectionModel connection;
    private final HistoryDesk history;
    private final SendGate gate;
    private final Workbench workbench;
    private final PastActions past;
    private final Banner inputBanner;
    private final OutputView output;
    private final DiffTab diff;
    private final WindowActions actions = new WindowActions();
    private final Theme theme;
    private final KeptSettings kept;
    private final PresetDesk desk;
    private final CheckPane checks;
    private final ConnectionDesk accounts;
    private boolean closed;

    /// Builds the window on the stage and shows it; what takes time comes later, in the background.
    public QuarryWindow(WindowParts parts, Stage stage, FileDialogs dialogs) {
        this(parts, WindowShell.show(stage, parts.settingsFile(), parts.highlighter()), dialogs, Runnable::run);
    }

    /// Fills what is on the screen already: makes the panes, and puts them there after what the user did meanwhile.
    public QuarryWindow(WindowParts parts, WindowShell shell, FileDialogs dialogs) {
        this(parts, shell, dialogs, FxThread.LATER);
    }

    /// @param pace puts the panes in their places
    private QuarryWindow(WindowParts parts, WindowShell shell, FileDialogs dialogs, Executor pace) {
        this.parts = parts;
        this.dialogs = dialogs;
        stage = shell.stage();
        theme = shell.theme();
        kept = shell.kept();
        inputEditor = shell.inputEditor();
        task = new TaskModel(parts.accounts().rules());
        inputBanner = new Banner("input-banner");
        outputEditor = CodeEditor.readOnly("output-editor", parts.highlighter());
        requestEditor = CodeEditor.readOnly("request-view", parts.highlighter());
        connection = new ConnectionModel(parts.connections(), this::warn);
        accounts = new ConnectionDesk(parts.accounts(), connection, task, kept, stage, dialogs::browse);
        inputController = new InputController(input, inputEditor, parts.languageDetector(), this::warn);
        gate = new SendGate(parts.spending(), this::warn);
        desk = new PresetDesk(parts, kept, task, input, inputEditor, dialogs, connection, gate, this::presetsAreThere);
        history = new HistoryDesk(parts.history(), this::warn);
        desk.readAlong(history.context());
        workbench = new Workbench(
                task,
                input,
                inputEditor,
                outputEditor,
                run,
                new RunController(run, parts.assistant()),
                connection,
                history.keeper(),
                history.context(),
                gate);
        workbench.onPanesWanted(desk::stepAside);
        task.modelIsFixedProperty()
                .bind(connection
                        .currentProperty()
                        .map(to -> to != null && to.onlyModel().isPresent())
                        .orElse(false));
        diff = new DiffTab(
                input,
                inputEditor,
                outputEditor,
                run,
                workbench,
                parts.highlighter(),
                parts.fileApply(),
                dialogs,
                parts.assistant(),
                connection);
        past = new PastActions(
                history, workbench, parts, connection, task, run, stage, dialogs, kept, diff, this::warn);
        checks = new CheckPane(workbench, run, outputEditor, () -> kept.now().checks(), changed -> {
            kept.change(s -> s.withChecks(changed));
            kept.keep();
        });
        addActions();
        output = new OutputView(
                run, parts.highlighter(), outputEditor, actions.all("swap-output", "copy-output", "save-output"));
        output.add(OutputView.Tab.REQUEST, RequestPane.build(requestEditor, workbench, connection, run));
        workbench.attach(inputBanner, output);
        checks.attach(output);
        history.attach(workbench);
        output.setBottom(past.refineBar());
        run.noteProperty().addListener((o, was, is) -> {
            if (!is.isEmpty()) {
                warn(is);
                task.rulesChanged();
            }
        });
        setPlaceholders();
        kept.sizeText(outputEditor);
        kept.sizeText(requestEditor);
        pace.execute(() -> {
            restore();
            fill(shell);
        });
    }

    /// Makes things as they were left. Here the settings are asked for at first: until then they may be read.
    private void restore() {
        kept.restore(task, parts.defaultModel());
        accounts.restore();
        diff.remember(kept);
        theme.choiceProperty().addListener((o, was, is) -> kept.keep());
        run.requestProperty().addListener((o, was, is) -> kept.keep());
        var problem = kept.problem();
        if (problem != null) {
            warn(problem);
        }
    }

    private void warn(String sentence) {
        inputBanner.show(Banner.Level.WARNING, sentence);
    }

    private void addActions() {
        var running = run.running();
        actions.add(Action.of("open", "Shortcut+O", Feather.FOLDER, this::open));
        actions.add(Action.of(
                "save-output",
                "Shortcut+Shift+S",
                Feather.DOWNLOAD,
                run.emptyProperty(),
                () -> answers().save()));
        actions.add(Action.of(
                "copy-output",
                "Shortcut+Shift+C",
                Feather.COPY,
                run.emptyProperty(),
                () -> answers().copy()));
        actions.add(Action.of(
                "swap-output",
                "Shortcut+Shift+X",
                Feather.CORNER_UP_LEFT,
                Bindings.or(running, outputEditor.emptyProperty()),
                workbench::swap));
        actions.add(Action.of(
                "clear-input", "Shortcut+Shift+N", Feather.X, inputEditor.emptyProperty(), inputEditor::clear));
        actions.add(Action.of(
                "copy-markdown",
                null,
                null,
                outputEditor.emptyProperty(),
                () -> answers().copyAsMarkdown()));
        actions.add(Action.of("run", "Shortcut+Enter", Feather.PLAY, running, workbench::run));
        actions.add(Action.of("continue", "Shortcut+Alt+Enter", null, ResumeRule.not(run), workbench::resume));
        actions.add(Action.of("budget", null, null, () -> BudgetDialog.show(stage, gate)));
        actions.add(Action.of("stop", "Esc", Feather.SQUARE, running.not(), workbench::stop));
        EditorActions.addTo(
                actions, inputEditor, outputEditor, requestEditor, diff::find, diff::focusInput, diff::focusOutput);
        diff.actions().forEach(actions::add);
        desk.addTo(actions);
        checks.addTo(actions);
        past.addTo(actions);
        actions.add(Action.of("shortcuts", "F1", null, () -> ShortcutsDialog.show(stage, actions.all())));
    }

    private void fill(WindowShell shell) {
        var panes = shell.panes();
        var inputPane = shell.inputPane();
        inputEditor.setPlaceholder(InputView.hint());
        InputView.takeFiles(inputPane, inputController::open);
        past.remember(panes, output, inputEditor, outputEditor, input, this::isExample);
        diff.attach(output, panes, inputPane, workbench);
        desk.cover(shell.middle(), panes, actions);

        theme.complete();
        shell.fillInputHead(List.of(
                InputView.header(input, past.contextButton(), actions.all("open", "clear-input")), inputBanner));
        shell.fillOutput(output);
        shell.fillHead(head());
        shell.fillRail(rail());
        shell.fillFoot(List.of(checks.panel(), StatusBar.build(run, CostLabel.build(gate), checks.badge())));
        NextFrame.after(this::load);
    }

    private Region rail() {
        var rail = new SplitPane(desk.list(actions), history.list());
        rail.setOrientation(Orientation.VERTICAL);
        rail.setDividerPositions(0.56);
        rail.getStyleClass().add("rail");
        return rail;
    }

    private List<Node> head() {
        var strip = TaskView.build(task);
        HBox.setHgrow(strip, Priority.ALWAYS);
        var top = new HBox(strip, runBar());
        top.getStyleClass().add("top-bar");
        var rows = new ArrayList<Node>(List.of(menuRow(), top));
        rows.addAll(desk.bars());
        rows.add(WhenShown.of(history.offer()));
        return rows;
    }

    private Region menuRow() {
        var bar = menus();
        HBox.setHgrow(bar, Priority.ALWAYS);
        bar.setMinWidth(Region.USE_PREF_SIZE);
        var row = new HBox(bar, accounts.picker());
        row.getStyleClass().add("menu-row");
        return row;
    }

    private MenuBar menus() {
        var bar = Menus.bar(actions, theme.choiceProperty(), examples, this::show, desk.folders());
        bar.getMenus().add(bar.getMenus().size() - 1, past.menu(actions));
        return bar;
    }

    private Region runBar() {
        var runButton = Buttons.of(actions.get("run"));
        runButton.setId("run");
        runButton.setDefaultButton(false);
        runButton.getStyleClass().add("accent");
        var stop = Buttons.of(actions.get("stop"));
        stop.setId("stop");
        var bar = new HBox(desk.editButton(actions), desk.saveButton(actions), past.privateButton(), runButton, stop);
        // At the top, so that Run stays where it is when a task has more fields.
        bar.setAlignment(Pos.TOP_RIGHT);
        bar.getStyleClass().add("run-bar");
        bar.setMinWidth(Region.USE_PREF_SIZE);
        return bar;
    }

    private void setPlaceholders() {
        var hint = new Label(Texts.of("output.empty"));
        hint.getStyleClass().add("empty-hint");
        hint.setWrapText(true);
        hint.setMaxWidth(320);
        outputEditor.setPlaceholder(hint);
        outputEditor.setAreaAccessibleText(Texts.of("output.title"));
        requestEditor.setAreaAccessibleText(Texts.of("tab.request"));
    }

    /// Puts an example into the panes.
    private void show(Example example) {
        desk.stepAside();
        task.pick(example.preset());
        var preset = task.presetProperty().get();
        if (preset != null) {
            for (var parameter : preset.parameters()) {
                var start = parameter.defaultValue() == null ? "" : parameter.defaultValue();
                task.valueOf(preset, parameter).set(example.values().getOrDefault(parameter.name(), start));
            }
        }
        output.banner().hide();
        inputBanner.hide();
        inputController.show(
                example.input(), Languages.named(example.language()).orElse(Languages.PLAIN_TEXT), null);
    }

    private void load() {
        Thread.ofVirtual().name("load-samples").start(() -> {
            var samples = parts.examples().get();
            FxThread.LATER.execute(() -> {
                if (!closed) {
                    examples.setAll(samples);
                    desk.load();
                }
            });
        });
        gate.open();
        accounts.open();
        history.open(kept.now().history());
    }

    private void presetsAreThere(PresetLibrary library) {
        var last = kept.now().lastTask();
        var said = inputBanner.sentence();
        if (inputEditor.text().isEmpty()) {
            exampleFor(last).ifPresent(this::show);
        }
        if (last != null) {
            task.pick(last); // last, for an example brings its own task
        }
        if (!library.problems().isEmpty()) {
            var first = library.problems().getFirst();
            warn(Texts.of(
                    "presets.broken",
                    first.file(),
                    first.sentence(),
                    library.problems().size()));
        } else if (said != null) {
            warn(said); // an example hides what was said
        }
    }

    private boolean isExample(String text) {
        return examples.stream().anyMatch(e -> e.input().equals(text));
    }

    /// The sample of the task that was picked last, else the first one.
    private Optional<Example> exampleFor(@Nullable String task) {
        return examples.stream()
                .filter(e -> e.preset().equals(task))
                .findFirst()
                .or(() -> examples.stream().findFirst());
    }

    private void open() {
        dialogs.open().ifPresent(file -> {
            desk.stepAside();
            inputController.open(file);
        });
    }

    /// Reads a file into the input pane, in the background.
    public void open(Path file) {
        inputController.open(file);
    }

    private AnswerExport answers() {
        return new AnswerExport(run, outputEditor, output, dialogs);
    }

    /// Keeps the settings, stops what runs and lets go of everything. The window is not used any more.
    @Override
    public void close() {
        closed = true;
        workbench.stop();
        history.close();
        desk.close();
        checks.close();
        connection.close();
        inputController.close();
        output.close();
        diff.close();
        List.of(inputEditor, outputEditor, requestEditor).forEach(CodeEditor::close);
    }
}
