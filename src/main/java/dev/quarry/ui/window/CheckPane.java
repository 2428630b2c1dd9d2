package dev.quarry.ui.window;

import dev.quarry.check.Verdict;
import dev.quarry.run.RunRequest;
import dev.quarry.settings.Settings;
import dev.quarry.ui.check.CheckBadge;
import dev.quarry.ui.check.CheckPanel;
import dev.quarry.ui.control.Action;
import dev.quarry.ui.editor.CodeEditor;
import dev.quarry.ui.run.OutputView;
import dev.quarry.ui.run.RunModel;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Puts the checks of answers into the window. FX thread only.
final class CheckPane implements AutoCloseable {
    private final AnswerChecks checks;
    private final CodeEditor outputEditor;
    private final Action repair;
    private @Nullable OutputView output;

    CheckPane(Workbench workbench, RunModel run, CodeEditor outputEditor, Supplier<Settings.Checks> settings) {
        this.outputEditor = outputEditor;
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
    }

    void attach(OutputView outputView) {
        output = outputView;
    }

    void addTo(WindowActions actions) {
        var open = checks.model().openProperty();
        actions.add(Action.of("show-checks", "Shortcut+Alt+K", null, () -> open.set(!open.get())));
        actions.add(repair);
    }

    Node badge() {
        return CheckBadge.build(checks.model());
    }

    Node panel() {
        return new CheckPanel(checks.model(), List.of(repair), this::showLine, checks::showRound);
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
