package dev.quarry.ui.window;

import dev.quarry.check.Verdict;
import dev.quarry.history.ContinuedRecording;
import dev.quarry.history.KeptRun;
import dev.quarry.language.Language;
import dev.quarry.language.Languages;
import dev.quarry.run.Continuation;
import dev.quarry.run.ModelConnection;
import dev.quarry.run.RunRequest;
import dev.quarry.run.Seam;
import dev.quarry.ui.control.Banner;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.conversation.ContextModel;
import dev.quarry.ui.editor.CodeEditor;
import dev.quarry.ui.editor.InputModel;
import dev.quarry.ui.run.OutputView;
import dev.quarry.ui.run.RunController;
import dev.quarry.ui.run.RunModel;
import dev.quarry.ui.task.TaskModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ObservableList;

/// What task, input and run do together: has the requests of the [RequestDesk] run, and the answers shown by
/// the [AnswerDesk] and fed by the [AnswerFeed]. FX thread only.
final class Workbench {
    private final RequestDesk requests;
    private final AnswerDesk answers;
    private final AnswerFeed feed;
    private final CodeEditor outputEditor;
    private final RunModel run;
    private final RunController runs;
    private final ConnectionModel connection;
    private final RunKeeper keeper;
    private final SendGate gate;
    private Banner banner = new Banner("none");
    private Runnable panesWanted = () -> {};
    private boolean runWhenConnected;

    Workbench(
            TaskModel task,
            InputModel input,
            CodeEditor inputEditor,
            CodeEditor outputEditor,
            RunModel run,
            RunController runs,
            ConnectionModel connection,
            RunKeeper keeper,
            ContextModel context,
            SendGate gate) {
        this.outputEditor = outputEditor;
        this.run = run;
        this.runs = runs;
        this.connection = connection;
        this.keeper = keeper;
        this.gate = gate;
        requests = new RequestDesk(task, input, inputEditor, context);
        answers = new AnswerDesk(run, inputEditor, outputEditor, gate, keeper);
        feed = new AnswerFeed(
                run, outputEditor, answers, keeper, gate, connection.currentProperty()::get, this::resume);
        run.addListener(feed);
        connection.openingProperty().addListener((o, was, is) -> {
            if (!is && runWhenConnected) {
                runWhenConnected = false;
                run();
            }
        });
    }

    /// The panes that say what is wrong and show what came; set once, when they are laid out.
    void attach(Banner inputBanner, OutputView outputView) {
        banner = inputBanner;
        answers.attach(outputView);
    }

    /// Has whatever covers the panes make way, whenever there is something to see in them.
    void onPanesWanted(Runnable makeWay) {
        panesWanted = makeWay;
    }

    /// What checks the answers.
    void attach(AnswerChecks answerChecks) {
        feed.attach(answerChecks);
    }

    SendGate gate() {
        return gate;
    }

    /// Sends what is in the panes. Says what is missing instead when something is.
    void run() {
        if (run.running().get()) {
            return;
        }
        panesWanted.run();
        banner.hide();
        if (connection.openingProperty().get()) {
            // A click that comes before the connection is no mistake of the user's: it counts when it is there.
            runWhenConnected = true;
            banner.show(Banner.Level.NOTE, Texts.of("run.whenConnected"));
            return;
        }
        var to = connection.currentProperty().get();
        if (to == null) {
            banner.show(Banner.Level.WARNING, Texts.of("run.noConnection"));
            return;
        }
        if (requests.isBlank()) {
            requests.focusInput();
        }
        requests.ask(to, banner).ifPresent(made -> {
            answers.prepare(made.preset(), requests.answerLanguage(made.preset()));
            send(to, made);
        });
    }

    private void send(ModelConnection to, Asked made) {
        gate.pass(to, made.request(), made.input(), banner, sent -> {
            var now = made.sending(sent);
            answers.expect(now);
            runs.start(to, sent, gate.incoming(), gate.recording(keeper, now, to.label()));
        });
    }

    /// Sends a request that follows from the last one, such as a repair.
    ///
    /// @return whether there is a connection to send it over
    boolean send(RunRequest request) {
        var to = connection.currentProperty().get();
        var before = answers.asked();
        if (to == null || before == null || connection.openingProperty().get()) {
            return false;
        }
        send(to, before.instructed(Texts.of("refine.repair")).sending(request));
        return true;
    }

    /// Asks for the rest of the answer that is shown.
    void resume() {
        var last = answers.asked();
        var to = connection.currentProperty().get();
        if (last == null || to == null || run.running().get() || !feed.mayContinue()) {
            return;
        }
        panesWanted.run();
        var answer = gate.outgoing(run.answer());
        var seam = new Seam(answer);
        var request = Continuation.of(last.request(), answer);
        gate.afford(to, request, answers.banner(banner), () -> {
            var now = last.instructed(Texts.of("action.continue"));
            answers.expect(now);
            runs.resume(
                    to,
                    request,
                    gate.restored(seam.base()),
                    seam.then(gate.incoming()),
                    new ContinuedRecording(answer, gate.recording(keeper, now, to.label())));
        });
    }

    /// Goes on with the answer that is shown.
    ///
    /// @param instruction what is to become of it
    /// @return whether it was sent; when not, it was said why
    boolean refine(String instruction) {
        var from = keeper.current();
        var before = answers.asked();
        var to = connection.currentProperty().get();
        if (from == null || before == null || run.running().get()) {
            return false;
        }
        if (to == null) {
            banner.show(Banner.Level.WARNING, Texts.of("run.noConnection"));
            return false;
        }
        banner.hide();
        send(to, requests.refine(before, from, to, instruction));
        return true;
    }

    void stop() {
        runs.stop();
    }

    /// What Run would ask now; empty when something is missing.
    Optional<Asked> preview() {
        return requests.ask(connection.currentProperty().get(), new Banner("unseen"));
    }

    /// The request that Run would send, credentials as placeholders, for others to send; empty when something
    /// is missing, which is then said.
    Optional<Asked> wouldAsk() {
        banner.hide();
        return requests.ask(connection.currentProperty().get(), banner)
                .map(asked -> asked.sending(gate.masked(asked.request(), asked.input())));
    }

    /// Takes over an answer that was made elsewhere.
    void adopt(Picked picked) {
        var outcome = picked.run().outcomeProperty().get();
        if (outcome != null && !run.running().get()) {
            var made = picked.asked();
            answers.expect(made);
            answers.prepare(made.preset(), requests.answerLanguage(made.preset()));
            keeper.adopt(picked, outcome);
            answers.show(keeper.turn(0));
        }
    }

    /// Shows a version of the conversation.
    void showVersion(int index) {
        keeper.leave();
        answers.show(keeper.show(index));
    }

    /// Puts an answer of this input into the panes again.
    void show(AnswerChecks.Shown answer) {
        answers.show(answer);
    }

    /// Marks what the checks found besides what the editor finds itself.
    void mark(Verdict verdict) {
        answers.mark(verdict);
    }

    /// The answers of this sitting and of conversations that were brought back, newest first.
    ObservableList<Earlier> history() {
        return keeper.earlier();
    }

    /// Whether the answer that is shown is meant to take the place of the input.
    boolean answerReplacesInput() {
        var asked = answers.asked();
        return asked != null && !answers.isRestoring() && asked.preset().replacesInput();
    }

    /// Shows a run again as it was: task, fields, input and answer.
    ///
    /// @param turns all of its conversation, the oldest first
    void restore(KeptRun past, List<KeptRun> turns) {
        if (run.running().get()) {
            return;
        }
        keeper.leave();
        var start = past.start();
        var language = Languages.named(start.language()).orElse(Languages.PLAIN_TEXT);
        fill(start.task(), start.values(), start.input(), language);
        requests.fillSettings(start.request());
        requests.picked(start.task()).ifPresent(preset -> {
            answers.prepare(preset, requests.answerLanguage(preset));
            answers.expect(new Asked(
                    preset,
                    start.values(),
                    language,
                    gate.restored(start.input()),
                    start.instruction(),
                    start.request()));
        });
        keeper.restore(turns, past);
        feed.know(turns);
        var end = past.end();
        if (end != null) {
            answers.show(RunKeeper.turn(past, end));
        }
    }

    /// Fills the panes of the input.
    void fill(String taskName, Map<String, String> values, String text, Language language) {
        panesWanted.run();
        requests.fill(taskName, values, gate.restored(text), language);
    }

    /// Puts the answer's code, or the answer where there is no code, into the input pane.
    void swap() {
        var code = run.code();
        if (!code.isBlank()) {
            requests.replaceInput(code, outputEditor.languageProperty().get());
        }
    }
}
