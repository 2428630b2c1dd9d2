package dev.quarry.ui.check;

import dev.quarry.check.Check;
import dev.quarry.check.Verdict;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What is known of the answer that is shown, and the rounds of its repair. FX thread only.
public final class CheckModel {

    /// What goes on.
    public enum Phase {
        /// There is no answer.
        NONE,
        CHECKING,
        REPAIRING,
        DONE
    }

    /// One answer of a repair.
    ///
    /// @param number 0 for the first answer
    /// @param shown whether the panes show it
    /// @param best whether it is the best by its verdict
    public record RoundEntry(int number, Verdict verdict, boolean shown, boolean best) {}

    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.NONE);
    private final ReadOnlyObjectWrapper<@Nullable Verdict> verdict = new ReadOnlyObjectWrapper<>();
    private final ObservableList<RoundEntry> rounds = FXCollections.observableArrayList();
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanBinding cannotRepair = Bindings.createBooleanBinding(
            () -> phase.get() != Phase.DONE
                    || verdict.get() == null
                    || !verdict.get().failed(),
            phase,
            verdict);
    private final BooleanProperty tests = new SimpleBooleanProperty();
    private final BooleanBinding cannotRunTests =
            Bindings.createBooleanBinding(() -> phase.get() != Phase.DONE || !tests.get(), phase, tests);
    private final BooleanBinding cannotCheckAgain = phase.isNotEqualTo(Phase.DONE);
    private int repairing;
    private int most;

    public void clear() {
        rounds.clear();
        verdict.set(null);
        phase.set(Phase.NONE);
    }

    public void checking() {
        verdict.set(null);
        phase.set(Phase.CHECKING);
    }

    /// A round of a repair is on its way.
    ///
    /// @param number of the round that is made, from 1
    /// @param of at most so many
    public void repairing(int number, int of) {
        repairing = number;
        most = of;
        verdict.set(null);
        phase.set(Phase.REPAIRING);
    }

    public void done(Verdict known) {
        phase.set(Phase.DONE);
        verdict.set(known);
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /// Null until there is one.
    public ReadOnlyObjectProperty<@Nullable Verdict> verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    /// The answers so far when there was a repair, the first one first.
    public ObservableList<RoundEntry> rounds() {
        return rounds;
    }

    /// Whether the list is shown.
    public BooleanProperty openProperty() {
        return open;
    }

    /// Whether there is nothing to repair, or it cannot be done now.
    public BooleanBinding cannotRepair() {
        return cannotRepair;
    }

    /// Whether the answer holds tests of the input.
    public BooleanProperty testsProperty() {
        return tests;
    }

    /// Whether there are no tests to run, or it cannot be done now.
    public BooleanBinding cannotRunTests() {
        return cannotRunTests;
    }

    public BooleanBinding cannotCheckAgain() {
        return cannotCheckAgain;
    }

    int repairNumber() {
        return repairing;
    }

    int mostRepairs() {
        return most;
    }

    long count(Check.Status status) {
        var known = verdict.get();
        return known == null
                ? 0
                : known.checks().stream().filter(c -> c.status() == status).count();
    }
}
