package dev.quarry.ui.window;

import dev.quarry.check.Check;
import dev.quarry.check.Subject;
import dev.quarry.check.Verdict;
import dev.quarry.history.KeptRun;
import dev.quarry.language.ErrorTrust;
import dev.quarry.language.Language;
import dev.quarry.language.Languages;
import dev.quarry.language.syntax.SyntaxError;
import dev.quarry.language.syntax.SyntaxErrors;
import dev.quarry.preset.Preset;
import dev.quarry.preset.PresetException;
import dev.quarry.preset.PromptTemplate;
import dev.quarry.run.Continuation;
import dev.quarry.run.Message;
import dev.quarry.run.ModelConnection;
import dev.quarry.run.Outcome;
import dev.quarry.run.RunRequest;
import dev.quarry.run.Seam;
import dev.quarry.ui.control.Action;
import dev.quarry.ui.control.Banner;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.conversation.ContextModel;
import dev.quarry.ui.editor.CodeEditor;
import dev.quarry.ui.editor.InputModel;
import dev.quarry.ui.run.OutputView;
import dev.quarry.ui.run.RunController;
import dev.quarry.ui.run.RunModel;
import dev.quarry.ui.task.TaskModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What task, input and run do together: makes a request of the first two, has it run, and keeps what came of
/// it. FX thread only.
final class Workbench {

    /// More than any model takes in; a slip of the clipboard rather than a task.
    private static final int LONGEST_INPUT = 2_000_000;

    private static final SyntaxError UNKNOWN = new SyntaxError(0, 1, 1, 1, "unknown", ErrorTrust.NONE, "");

    private final TaskModel task;
    private final InputModel input;
    private final CodeEditor inputEditor;
    private final CodeEditor outputEditor;
    private final RunModel run;
    private final RunController runs;
    private final ConnectionModel connection;
    private final RunKeeper keeper;
    private final ContextModel context;
    private final SendGate gate;
    private Banner banner = new Banner("none");
    private @Nullable OutputView output;
    private @Nullable AnswerChecks checks;
    private @Nullable Asked asked;
    private boolean restoring;
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
        this.gate = gate;
        this.keeper = keeper;
        this.context = context;
        this.task = task;
        this.input = input;
        this.inputEditor = inputEditor;
        this.outputEditor = outputEditor;
        this.run = run;
        this.runs = runs;
        this.connection = connection;
        run.addListener(new Feed());
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
        output = outputView;
    }

    /// What checks the answers.
    void attach(AnswerChecks answerChecks) {
        checks = answerChecks;
    }

    /// Sends a request that follows from the last one, such as a repair.
    ///
    /// @return whether there is a connection to send it over
    boolean send(RunRequest request) {
        var to = connection.currentProperty().get();
        var before = asked;
        if (to == null || before == null || connection.openingProperty().get()) {
            return false;
        }
        send(
                to,
                new Asked(
                        before.preset(),
                        before.values(),
                        before.language(),
                        before.input(),
                        Texts.of("refine.repair"),
                        request));
        return true;
    }

    /// Puts an answer of this input into the panes again.
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

    /// Marks what the checks found besides what the editor finds itself.
    void mark(Verdict verdict) {
        if (verdict.status() != Check.Status.NOT_CHECKED) {
            keeper.checked(!verdict.failed(), verdict.status().name());
        }
        var known = knownErrors();
        outputEditor.showErrors(
                errors -> AnswerChecks.marks(verdict, outputEditor.text(), SyntaxErrors.worthShowing(known, errors)));
    }

    /// The answers of this sitting and of conversations that were brought back, newest first.
    ObservableList<Earlier> history() {
        return keeper.earlier();
    }

    /// Whether the answer that is shown is meant to take the place of the input.
    boolean answerReplacesInput() {
        return asked != null && !restoring && asked.preset().replacesInput();
    }

    /// Sends what is in the panes. Says what is missing instead when something is.
    void run() {
        if (run.running().get()) {
            return;
        }
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
        if (inputEditor.text().isBlank()) {
            inputEditor.requestFocus();
        }
        var made = ask(to.onlyModel().orElse(task.modelProperty().get().strip()));
        if (made.isPresent()) {
            var preset = made.get().preset();
            outputEditor.languageProperty().set(answerLanguage(preset));
            showTabOf(preset);
            send(to, made.get());
        }
    }

    private void send(ModelConnection to, Asked made) {
        gate.pass(to, made.request(), made.input(), banner, sent -> {
            var now = made.sending(sent);
            asked = now;
            runs.start(to, sent, gate.incoming(), gate.recording(keeper, now, to.label()));
        });
    }

    /// Asks for the rest of the answer that is shown.
    void resume() {
        var last = asked;
        var to = connection.currentProperty().get();
        if (last == null || to == null || run.running().get() || !mayResume()) {
            return;
        }
        var answer = gate.outgoing(run.answer());
        var seam = new Seam(answer);
        var request = Continuation.of(last.request(), answer);
        gate.afford(to, request, output == null ? banner : output.banner(), () -> {
            var now = last.instructed(Texts.of("action.continue"));
            asked = now;
            runs.resume(
                    to,
                    request,
                    gate.restored(seam.base()),
                    seam.then(gate.incoming()),
                    new ContinuedRecording(answer, gate.recording(keeper, now, to.label())));
        });
    }

    private boolean mayResume() {
        var outcome = run.outcomeProperty().get();
        return outcome != null && Continuation.isPossible(outcome, run.answer());
    }

    /// The request that Run would send now, credentials as placeholders; empty when something is missing.
    Optional<RunRequest> preview() {
        var to = connection.currentProperty().get();
        var fixed = to == null ? Optional.<String>empty() : to.onlyModel();
        var seen = banner;
        banner = new Banner("unseen");
        try {
            return ask(fixed.orElse(task.modelProperty().get().strip()))
                    .map(next -> gate.masked(next.request(), next.input()));
        } finally {
            banner = seen;
        }
    }

    SendGate gate() {
        return gate;
    }

    /// Goes on with the answer that is shown.
    ///
    /// @param instruction what is to become of it
    /// @return whether it was sent; when not, it was said why
    boolean refine(String instruction) {
        var from = keeper.current();
        var before = asked;
        var to = connection.currentProperty().get();
        if (from == null || before == null || run.running().get()) {
            return false;
        }
        if (to == null) {
            banner.show(Banner.Level.WARNING, Texts.of("run.noConnection"));
            return false;
        }
        banner.hide();
        var messages = new ArrayList<>(from.request().messages());
        messages.add(Message.assistant(from.answer().isBlank() ? "…" : from.answer()));
        messages.add(Message.user(instruction));
        var sent = from.request();
        var model = to.onlyModel().orElse(task.modelProperty().get().strip());
        var asked = model.isEmpty() ? sent.model() : model;
        var length = sent.system().length()
                + messages.stream().mapToInt(m -> m.text().length()).sum();
        var request = new RunRequest(asked, sent.system(), messages, task.settings(asked, length));
        send(to, new Asked(before.preset(), before.values(), before.language(), before.input(), instruction, request));
        return true;
    }

    /// The request that Run would send, credentials as placeholders, for others to send; empty when something
    /// is missing, which is then said.
    Optional<Asked> wouldAsk() {
        banner.hide();
        var to = connection.currentProperty().get();
        var made = ask(
                to == null
                        ? task.modelProperty().get().strip()
                        : to.onlyModel().orElse(task.modelProperty().get().strip()));
        return made.map(asked -> asked.sending(gate.masked(asked.request(), asked.input())));
    }

    /// Takes over an answer that was made elsewhere.
    void adopt(Asked made, RunModel from) {
        var outcome = from.outcomeProperty().get();
        if (outcome != null && !run.running().get()) {
            asked = made;
            outputEditor.languageProperty().set(answerLanguage(made.preset()));
            showTabOf(made.preset());
            keeper.adopt(made, from, outcome);
            show(keeper.turn(0));
        }
    }

    /// Shows a version of the conversation.
    void showVersion(int index) {
        keeper.leave();
        show(keeper.show(index));
    }

    private void show(RunKeeper.Turn turn) {
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

    /// The request that Run would send now; empty when something is missing, which is then said.
    private Optional<Asked> ask(String model) {
        var preset = task.currentProperty().getValue();
        if (preset == null) {
            return refuse(Texts.of("run.noPreset"));
        }
        var text = inputEditor.text();
        if (text.isBlank()) {
            return refuse(Texts.of(preset.input() == Preset.Input.CODE ? "run.noCode" : "run.noText"));
        }
        if (text.length() > LONGEST_INPUT) {
            return refuse(Texts.of("run.tooLong", text.length() / 1_000_000.0, LONGEST_INPUT / 1_000_000));
        }
        if (model.isEmpty()) {
            return refuse(Texts.of("run.noModel"));
        }
        try {
            var language = input.languageProperty().get();
            var prompt = PromptTemplate.of(preset).render(text, language, task.values());
            var user = context.prompt() + prompt.user();
            var settings = task.settings(model, prompt.system().length() + user.length());
            var request = new RunRequest(model, prompt.system(), List.of(Message.user(user)), settings);
            return Optional.of(new Asked(preset, task.values(), language, text, "", request));
        } catch (PresetException e) {
            return refuse(e.getMessage());
        }
    }

    private Optional<Asked> refuse(@Nullable String sentence) {
        banner.show(Banner.Level.WARNING, sentence == null ? Texts.of("run.failed") : sentence);
        return Optional.empty();
    }

    private Language answerLanguage(Preset preset) {
        var parameter = preset.outputLanguage();
        if (parameter != null) {
            var value = task.values().getOrDefault(parameter, "");
            return Languages.named(value).orElse(Languages.PLAIN_TEXT);
        }
        return input.languageProperty().get();
    }

    private void showTabOf(Preset preset) {
        if (output != null) {
            output.tabProperty()
                    .set(preset.output() == Preset.Output.CODE ? OutputView.Tab.CODE : OutputView.Tab.ANSWER);
        }
    }

    void stop() {
        runs.stop();
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
        task.modelProperty().set(start.request().model());
        var temperature = start.request().settings().temperature();
        if (temperature != null) {
            task.temperatureProperty().set(temperature);
        }
        var preset = task.presetProperty().get();
        if (preset != null && preset.name().equals(start.task())) {
            outputEditor.languageProperty().set(answerLanguage(preset));
            showTabOf(preset);
            asked = new Asked(
                    preset,
                    start.values(),
                    language,
                    gate.restored(start.input()),
                    start.instruction(),
                    start.request());
        }
        keeper.restore(turns, past);
        var end = past.end();
        if (end != null) {
            show(RunKeeper.turn(past, end));
        }
    }

    /// Fills the panes of the input.
    void fill(String taskName, Map<String, String> values, String text, Language language) {
        task.pick(taskName);
        var preset = task.presetProperty().get();
        if (preset != null && preset.name().equals(taskName)) {
            for (var parameter : preset.parameters()) {
                var value = values.get(parameter.name());
                if (value != null) {
                    task.valueOf(preset, parameter).set(value);
                }
            }
        }
        var known = gate.restored(text);
        if (!inputEditor.text().equals(known)) {
            inputEditor.replaceAll(known);
        }
        input.choose(language);
    }

    /// Puts the answer's code, or the answer where there is no code, into the input pane.
    void swap() {
        var code = run.code();
        if (!code.isBlank()) {
            var language = outputEditor.languageProperty().get();
            inputEditor.replaceAll(code);
            input.fileProperty().set(null);
            input.choose(language);
            inputEditor.requestFocus();
        }
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

    /// Feeds the code pane, and says how a run ended.
    private final class Feed implements RunModel.Listener {
        private boolean labelSeen;

        @Override
        public void cleared() {
            labelSeen = false;
            if (checks != null) {
                checks.cleared();
            }
            outputEditor.clear();
            if (output != null) {
                output.banner().hide();
            }
        }

        @Override
        public void answerAdded(String text) {}

        @Override
        public void codeAdded(String text) {
            if (!labelSeen && !run.blocks().isEmpty()) {
                labelSeen = true;
                Languages.ofFence(run.blocks().getFirst().label()).ifPresent(outputEditor.languageProperty()::set);
            }
            outputEditor.append(text);
        }

        @Override
        public void over() {
            var outcome = run.outcomeProperty().get();
            if (outcome == null) {
                return;
            }
            outputEditor.endOfStream();
            outputEditor.showErrors(errors -> SyntaxErrors.worthShowing(knownErrors(), errors));
            sayHowItEnded(outcome);
            if (!restoring) {
                gate.settle(run);
            }
            if (asked != null && !restoring) {
                keeper.over(asked, run, outcome);
            }
            if (asked != null && checks != null) {
                var ended = outcome instanceof Outcome.Complete ? Subject.End.WHOLE : Subject.End.CUT_OFF;
                checks.over(
                        Subject.of(
                                asked.preset(), asked.values(), asked.language(), asked.input(), run.answer(), ended),
                        sent(asked),
                        outcome);
            }
        }

        private RunRequest sent(Asked asked) {
            var request = run.requestProperty().get();
            return request == null ? asked.request() : request;
        }

        private Action[] offers() {
            return mayResume()
                    ? new Action[] {Action.of("continue", null, Feather.FAST_FORWARD, Workbench.this::resume)}
                    : new Action[0];
        }

        private void sayHowItEnded(Outcome outcome) {
            if (output == null) {
                return;
            }
            var said = output.banner();
            switch (outcome) {
                case Outcome.Complete c -> {
                    var to = connection.currentProperty().get();
                    if (to != null && to.label().equals(run.connectionProperty().get())) {
                        to.answerNotice().ifPresent(notice -> said.show(Banner.Level.NOTE, notice));
                    }
                }
                case Outcome.CutOff c -> said.show(Banner.Level.WARNING, Texts.of("outcome.cutOff.sentence"), offers());
                case Outcome.Interrupted i -> said.show(Banner.Level.WARNING, i.sentence(), offers());
                case Outcome.Blocked b ->
                    said.show(Banner.Level.FAILURE, Texts.of("outcome.blocked.sentence", b.stopReason()));
                case Outcome.Cancelled c -> said.hide();
                case Outcome.Failed f ->
                    said.show(Banner.Level.FAILURE, f.error().sentence());
            }
        }
    }
}
