package dev.quarry.ui.window;

import dev.quarry.check.Verdict;
import dev.quarry.diff.LineText;
import dev.quarry.history.Recording;
import dev.quarry.run.Outcome;
import dev.quarry.run.RunRequest;
import dev.quarry.ui.check.CheckBadge;
import dev.quarry.ui.check.CheckPanel;
import dev.quarry.ui.control.Banner;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.diff.Source;
import dev.quarry.ui.diff.Version;
import dev.quarry.ui.editor.CodeEditor;
import dev.quarry.ui.run.OutcomeLabel;
import dev.quarry.ui.run.RunController;
import dev.quarry.ui.run.RunModel;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One of the answers that are compared: what was asked, how it went, what the checks say, and its text. FX thread
/// only.
final class CompareColumn extends BorderPane implements AutoCloseable {
    private final int number;
    private final CompareRuns asking;
    private final RunModel run = new RunModel();
    private final RunController runs;
    private final CodeEditor editor;
    private final CompareChoice choice;
    private final ColumnChecks checks;
    private final BooleanBinding withoutAnswer = run.emptyProperty().or(run.running());
    private @Nullable Recording recording;

    /// @param number from 1, left to right
    CompareColumn(int number, double temperature, CompareWindow.Parts parts) {
        this.number = number;
        asking = parts.runs();
        runs = new RunController(run, parts.assistant());
        editor = CodeEditor.readOnly("compare-output-" + number, parts.highlighter());
        editor.setAreaAccessibleText(Texts.of("compare.output", number));
        choice = new CompareChoice(number, parts.models(), temperature, asking);
        run.addListener(new Feed());
        checks = new ColumnChecks(
                run,
                over -> asking.asked(sent()).subject(over),
                () -> parts.kept().now().checks(),
                this::checked);
        setTop(header());
        setCenter(editor);
        getStyleClass().add("pane");
    }

    private Node header() {
        var outcome = OutcomeLabel.build(run, CompareColumn::outcome);
        outcome.setId("compare-outcome-" + number);
        outcome.setMinWidth(Region.USE_PREF_SIZE);
        var badge = CheckBadge.build(checks.model());
        badge.setId("compare-check-" + number);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var state = new HBox(outcome, space, badge);
        state.getStyleClass().add("compare-state");
        var top = new VBox(choice, state, new CompareFacts(number, run, asking.price()), remark());
        top.getStyleClass().add("compare-header");
        var panel = new CheckPanel(checks.model(), List.of(), editor::showLine, round -> {});
        panel.setId("compare-checks-" + number);
        return new VBox(top, panel);
    }

    private static String outcome(RunModel run) {
        var outcome = run.outcomeProperty().get();
        return switch (run.phaseProperty().get()) {
            case IDLE -> Texts.of("compare.idle");
            case WAITING -> Texts.of("compare.waiting");
            case STREAMING -> Texts.of("compare.writing");
            case OVER -> outcome == null ? "" : Texts.of("compare.outcome." + outcome.code());
        };
    }

    /// What has to be said besides; takes no room while there is nothing.
    private Label remark() {
        var remark = new Label();
        remark.setId("compare-remark-" + number);
        remark.getStyleClass().addAll("muted", "compare-remark");
        remark.setWrapText(true);
        remark.setMinHeight(Region.USE_PREF_SIZE);
        remark.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Stream.of(
                                        choice.refusalProperty().get(),
                                        run.progressProperty().get(),
                                        run.noteProperty().get(),
                                        sentence(run.outcomeProperty().get()))
                                .filter(said -> !said.isEmpty())
                                .collect(Collectors.joining(" ")),
                        choice.refusalProperty(),
                        run.progressProperty(),
                        run.noteProperty(),
                        run.outcomeProperty()));
        remark.visibleProperty().bind(remark.textProperty().isNotEmpty());
        remark.managedProperty().bind(remark.visibleProperty());
        return remark;
    }

    private static String sentence(@Nullable Outcome outcome) {
        return switch (outcome) {
            case Outcome.Failed failed -> failed.error().sentence();
            case Outcome.Interrupted interrupted -> interrupted.sentence();
            case null, default -> "";
        };
    }

    /// What would be sent; empty when nothing can be, which is then said.
    Optional<RunRequest> request(Banner banner) {
        return asking.request(choice.model(), choice.temperature(), banner);
    }

    void start(RunRequest request) {
        recording = asking.start(runs, request);
    }

    void stop() {
        runs.stop();
    }

    private void checked(Verdict verdict) {
        if (recording != null) {
            asking.keep(recording, verdict);
        }
        editor.showErrors(errors -> AnswerChecks.marks(verdict, editor.text(), AnswerDesk.worthShowing(errors)));
    }

    int number() {
        return number;
    }

    /// True while there is no answer, or it still comes.
    BooleanBinding withoutAnswer() {
        return withoutAnswer;
    }

    BooleanBinding running() {
        return run.running();
    }

    /// The answer, with what made it.
    Picked picked() {
        return new Picked(asking.asked(sent()), run, recording);
    }

    /// The answer as something to compare with another.
    Source source() {
        var request = sent();
        var temperature = request.settings().temperature();
        var name = temperature == null
                ? Texts.of("compare.answer", number, request.model())
                : Texts.of("compare.answer.at", number, request.model(), temperature);
        return new Source(Source.Kind.EARLIER, name, () -> {
            var text = LineText.of(editor.text());
            var language = editor.languageProperty().get();
            var origin = new Version.Origin(request, run.answer());
            return () -> new Version(name, text, language, null, origin);
        });
    }

    private RunRequest sent() {
        return Objects.requireNonNull(run.requestProperty().get(), "nothing was sent");
    }

    /// Puts the keyboard into the answer.
    @Override
    public void requestFocus() {
        editor.requestFocus();
    }

    @Override
    public void close() {
        runs.stop();
        checks.close();
        editor.close();
    }

    /// Feeds the text pane: the code, or the answer as it is when it holds none.
    private final class Feed extends CodeFeed {
        Feed() {
            super(run, editor);
        }

        @Override
        public void over() {
            super.over();
            if (run.code().isBlank() && run.answerLength() > 0) {
                editor.replaceAll(run.answer());
            }
        }
    }
}
