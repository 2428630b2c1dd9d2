package dev.quarry.ui.window;

import dev.quarry.check.Verdict;
import dev.quarry.check.tool.SearchPath;
import dev.quarry.run.RunRequest;
import dev.quarry.settings.Settings;
import dev.quarry.ui.check.CheckBadge;
import dev.quarry.ui.check.CheckPanel;
import dev.quarry.ui.check.CheckSettingsDialog;
import dev.quarry.ui.check.TestsDialog;
import dev.quarry.ui.control.Action;
import dev.quarry.ui.editor.CodeEditor;
import dev.quarry.ui.fx.WhenShown;
import dev.quarry.ui.run.OutputView;
import dev.quarry.ui.run.RunModel;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Puts the checks of answers into the window. FX thread only.
final class CheckPane implements AutoCloseable {
    private final AnswerChecks checks;
    private final CodeEditor outputEditor;
    private final Supplier<Settings.Checks> settings;
    private final Consumer<Settings.Checks> onChange;
    private final Action repair;
    private final Action again;
    private final Action runTests;
    private @Nullable OutputView output;

    /// @param settings what holds now
    /// @param onChange keeps what is to hold from now on
    CheckPane(
            Workbench workbench,
            RunModel run,
            CodeEditor outputEditor,
            Supplier<Settings.Checks> settings,
            Consumer<Settings.Checks> onChange) {
        this.outputEditor = outputEditor;
        this.settings = settings;
        this.onChange = onChange;
        checks = new AnswerChecks(
                run,
                new AnswerChecks.Bench() {
                    @Override
                    public boolean send(RunRequest request) {
                        return workbench.send(request);
                    }

                    @Override
                    public void show(AnswerChecks.Shown answer) {
                        workbench.show(answer);
                    }

                    @Override
                    public void mark(Verdict verdict) {
                        workbench.mark(verdict);
                    }
                },
                settings);
        workbench.attach(checks);
        repair = Action.of(
                "repair", "Shortcut+Alt+R", Feather.TOOL, checks.model().cannotRepair(), checks::repair);
        again = Action.of("check-again", null, Feather.ROTATE_CW, checks.model().cannotCheckAgain(), checks::again);
        runTests = Action.of("run-tests", null, Feather.PLAY, checks.model().cannotRunTests(), this::runTests);
    }

    void attach(OutputView outputView) {
        output = outputView;
    }

    void addTo(WindowActions actions) {
        var open = checks.model().openProperty();
        actions.add(Action.of("show-checks", "Shortcut+Alt+K", null, () -> open.set(!open.get())));
        actions.add(repair);
        actions.add(again);
        actions.add(runTests);
        actions.add(Action.of("check-settings", null, null, this::edit));
    }

    /// Asks first: nothing that a model wrote is run unless the user says so.
    private void runTests() {
        var path = SearchPath.of(System.getenv());
        checks.tests(path)
                .ifPresent(plan -> TestsDialog.show(outputEditor.getScene().getWindow(), plan, path, System.getenv()));
    }

    private void edit() {
        CheckSettingsDialog.show(
                outputEditor.getScene().getWindow(), settings.get(), SearchPath.of(System.getenv()), onChange);
    }

    Node badge() {
        return CheckBadge.build(checks.model());
    }

    Node panel() {
        return WhenShown.of(
                new CheckPanel(checks.model(), List.of(runTests, again, repair), this::showLine, checks::showRound));
    }

    private void showLine(int line) {
        if (output != null) {
            output.tabProperty().set(OutputView.Tab.CODE);
        }
        outputEditor.showLine(line);
    }

    @Override
    public void close() {
        checks.close();
    }
}
