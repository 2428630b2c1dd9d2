package dev.quarry.ui.window;

import dev.quarry.check.Check;
import dev.quarry.check.Repair;
import dev.quarry.check.Subject;
import dev.quarry.check.Verdict;
import dev.quarry.check.VerdictJson;
import dev.quarry.check.tests.TestPlan;
import dev.quarry.check.tool.SearchPath;
import dev.quarry.history.KeptRun;
import dev.quarry.language.ErrorTrust;
import dev.quarry.language.syntax.SyntaxError;
import dev.quarry.run.Outcome;
import dev.quarry.run.RunRequest;
import dev.quarry.run.TokenUsage;
import dev.quarry.settings.Settings;
import dev.quarry.ui.check.CheckModel;
import dev.quarry.ui.run.RunModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Has each answer checked in the background when it is over, and lets the model mend it when the user asks for that.
/// FX thread only.
final class AnswerChecks implements AutoCloseable {

    /// An answer as it came, so that it can be shown again.
    record Shown(RunRequest request, String connection, String answer, Outcome outcome, TokenUsage usage) {}

    /// What the rest of the window does for a repair.
    interface Bench {
        /// Sends a request as a run of its own.
        ///
        /// @return whether it could be sent
        boolean send(RunRequest request);

        /// Puts an answer into the panes again.
        void show(Shown answer);

        /// Marks what was found in the output pane.
        void mark(Verdict verdict);
    }

    private final CheckModel model = new CheckModel();
    private final RunModel run;
    private final Bench bench;
    private final Supplier<Settings.Checks> settings;
    private final BackgroundCheck checking;

    private @Nullable Repair repair;
    private @Nullable RunRequest first;
    private @Nullable Subject last;
    private @Nullable Shown lastShown;
    private final Map<String, Verdict> known = new HashMap<>();
    private final List<Shown> shown = new ArrayList<>();
    private boolean repairing;
    private boolean mine; // the run that begins is one of this class

    AnswerChecks(RunModel run, Bench bench, Supplier<Settings.Checks> settings) {
        this.run = run;
        this.bench = bench;
        this.settings = settings;
        checking = new BackgroundCheck(settings);
    }

    CheckModel model() {
        return model;
    }

    /// A run begins, or another answer is put into the panes.
    void cleared() {
        checking.stop();
        if (!mine) {
            repairing = false;
            repair = null;
            first = null;
            shown.clear();
            last = null;
            lastShown = null;
            model.testsProperty().set(false);
            model.clear();
        }
    }

    /// The answer in the panes is over.
    ///
    /// @param request what it answers
    void over(Subject subject, RunRequest request, Outcome outcome) {
        if (mine && !repairing) {
            return; // an earlier round that is shown again
        }
        var unusable = outcome instanceof Outcome.Failed || outcome instanceof Outcome.Cancelled;
        if (unusable || subject.answer().isBlank()) {
            if (repairing) {
                finishRepair();
            }
            return;
        }
        var answer = new Shown(
                request,
                run.connectionProperty().get(),
                subject.answer(),
                outcome,
                run.usageProperty().get());
        last = subject;
        lastShown = answer;
        model.testsProperty().set(TestPlan.isFor(subject));
        var kept = repairing ? null : known.get(subject.answer());
        if (kept != null) {
            checked(answer, kept);
            return;
        }
        if (!repairing) {
            model.checking();
        }
        checking.start(subject, verdict -> checked(answer, verdict));
    }

    /// What was found of the answers of a conversation when they were checked; it is shown again and not found anew.
    void know(List<KeptRun> turns) {
        known.clear();
        for (var turn : turns) {
            var verdict = turn.verdict();
            if (verdict != null) {
                VerdictJson.read(verdict.detail()).ifPresent(v -> known.put(turn.answer(), v));
            }
        }
    }

    /// Checks the answer that is shown anew, with the commands as they are set now.
    void again() {
        var subject = last;
        var answer = lastShown;
        if (subject == null
                || answer == null
                || repairing
                || model.phaseProperty().get() != CheckModel.Phase.DONE) {
            return;
        }
        known.remove(subject.answer());
        shown.clear();
        model.rounds().clear();
        model.checking();
        checking.start(subject, verdict -> checked(answer, verdict));
    }

    private void checked(Shown answer, Verdict verdict) {
        shown.add(answer);
        var round = new Repair.Round(answer.answer(), verdict);
        if (repairing && repair != null) {
            repair.add(round);
            if (repair.goesOn()) {
                sendNext();
            } else {
                finishRepair();
            }
            return;
        }
        first = answer.request();
        repair = new Repair(round, settings.get().repairRounds());
        model.done(verdict);
        bench.mark(verdict);
    }

    /// Sends the errors back. Does nothing when there are none, or something goes on.
    void repair() {
        var known = repair;
        if (known == null || first == null || model.cannotRepair().get()) {
            return;
        }
        var last = known.rounds().get(known.best());
        var kept = shown.get(known.best());
        // From the best answer so far, with as many rounds as the settings say.
        repair = new Repair(last, settings.get().repairRounds());
        shown.clear();
        shown.add(kept);
        if (settings.get().repairRounds() > 0) {
            repairing = true;
            sendNext();
        }
    }

    private void sendNext() {
        if (repair == null || first == null) {
            return;
        }
        tellRounds(repair, repair.made());
        model.repairing(repair.made() + 1, settings.get().repairRounds());
        mine = true;
        var sent = bench.send(repair.next(first));
        mine = false;
        if (!sent) {
            finishRepair();
        }
    }

    private void finishRepair() {
        repairing = false;
        if (repair != null) {
            showRound(repair.best());
        }
    }

    /// Puts the answer of a round into the panes.
    ///
    /// @param number 0 for the first answer
    void showRound(int number) {
        if (repair == null || repairing || number >= shown.size()) {
            return;
        }
        mine = true;
        bench.show(shown.get(number));
        mine = false;
        lastShown = shown.get(number);
        last = last == null ? null : last.answeredBy(lastShown.answer());
        var verdict = repair.rounds().get(number).verdict();
        tellRounds(repair, number);
        model.done(verdict);
        bench.mark(verdict);
    }

    /// What would be run to run the tests of the answer that is shown; empty while there are none.
    Optional<TestPlan.Result> tests(SearchPath path) {
        var subject = last;
        return subject == null || model.cannotRunTests().get()
                ? Optional.empty()
                : Optional.of(TestPlan.of(subject, path, Path.of(System.getProperty("user.home"))));
    }

    private void tellRounds(Repair known, int number) {
        var entries = new ArrayList<CheckModel.RoundEntry>();
        for (var i = 0; i < known.rounds().size() && known.made() > 0; i++) {
            entries.add(new CheckModel.RoundEntry(i, known.rounds().get(i).verdict(), i == number, i == known.best()));
        }
        model.rounds().setAll(entries);
    }

    /// What to mark in the code besides the parser's errors.
    static List<SyntaxError> marks(Verdict verdict, String code, List<SyntaxError> parsed) {
        var marks = new ArrayList<>(parsed);
        for (var check : verdict.checks()) {
            if (check.kind() == Check.Kind.PARSES) {
                continue; // the editor has those itself
            }
            for (var finding : check.findings()) {
                if (finding.line() > 0 && marks.stream().noneMatch(m -> m.line() == finding.line())) {
                    marks.add(SyntaxError.onLine(
                            code, finding.line(), finding.column(), finding.message(), ErrorTrust.TRUSTED));
                }
            }
        }
        marks.sort(Comparator.comparingInt(SyntaxError::start));
        return marks;
    }

    @Override
    public void close() {
        checking.close();
    }
}
