package dev.quarry.ui.run;

import dev.quarry.run.FencedCode;
import dev.quarry.run.Outcome;
import dev.quarry.run.RunRequest;
import dev.quarry.run.TokenUsage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// What is shown of a run. Knows no nodes, threads or services. FX thread only.
public final class RunModel {

    /// Where the run is.
    public enum Phase {
        /// Nothing was run yet.
        IDLE,
        /// Sent, and no text has come.
        WAITING,
        STREAMING,
        /// Ended; the outcome tells how.
        OVER
    }

    /// Hears of text as it comes, at most once a pulse.
    public interface Listener {
        /// A new run begins: what was shown goes.
        void cleared();

        void answerAdded(String text);

        void codeAdded(String text);

        default void reasoningAdded(String text) {}

        default void over() {}
    }

    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.IDLE);
    private final ReadOnlyObjectWrapper<@Nullable Outcome> outcome = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<TokenUsage> usage = new ReadOnlyObjectWrapper<>(TokenUsage.NONE);
    private final ReadOnlyObjectWrapper<Duration> elapsed = new ReadOnlyObjectWrapper<>(Duration.ZERO);
    private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper connection = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable RunRequest> request = new ReadOnlyObjectWrapper<>();
    private final BooleanBinding running =
            Bindings.createBooleanBinding(() -> phase.get() == Phase.WAITING || phase.get() == Phase.STREAMING, phase);
    private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper(true);
    private final List<Listener> listeners = new ArrayList<>();
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final StringBuilder answer = new StringBuilder();
    private final StringBuilder reasoning = new StringBuilder();
    private FencedCode code = new FencedCode();
    private Duration toFirstPiece = Duration.ZERO;
    private TokenUsage earlier = TokenUsage.NONE; // of the parts of the answer that came before this run

    public void addListener(Listener listener) {
        listeners.add(listener);
    }

    /// Forgets the last run and begins a new one.
    void begin(RunRequest sent, String connectionLabel) {
        answer.setLength(0);
        reasoning.setLength(0);
        note.set("");
        empty.set(true);
        code = new FencedCode();
        toFirstPiece = Duration.ZERO;
        earlier = TokenUsage.NONE;
        usage.set(TokenUsage.NONE);
        elapsed.set(Duration.ZERO);
        progress.set("");
        outcome.set(null);
        connection.set(connectionLabel);
        request.set(sent);
        listeners.forEach(Listener::cleared);
        phase.set(Phase.WAITING);
    }

    /// Begins a run whose answer goes on after a part of the one that is shown; tokens are added up.
    void beginAfter(RunRequest sent, String connectionLabel, String base) {
        var counted = usage.get();
        var first = toFirstPiece;
        begin(sent, connectionLabel);
        earlier = counted;
        usage.set(counted);
        toFirstPiece = first;
        append(base);
    }

    void appendAnswer(String text, Duration sinceStart) {
        firstPiece(sinceStart);
        append(text);
    }

    private void append(String text) {
        answer.append(text);
        empty.set(false);
        var added = code.append(text);
        listeners.forEach(l -> l.answerAdded(text));
        if (!added.isEmpty()) {
            listeners.forEach(l -> l.codeAdded(added));
        }
    }

    /// The model thinks: it is under way, though no text of the answer has come.
    void appendReasoning(String text, Duration sinceStart) {
        firstPiece(sinceStart);
        reasoning.append(text);
        listeners.forEach(l -> l.reasoningAdded(text));
    }

    /// Something that has to be said of this run, besides how it ended.
    void note(String sentence) {
        note.set(note.get().isEmpty() ? sentence : note.get() + " " + sentence);
    }

    private void firstPiece(Duration sinceStart) {
        if (phase.get() == Phase.WAITING) {
            if (toFirstPiece.isZero()) {
                toFirstPiece = sinceStart;
            }
            progress.set("");
            phase.set(Phase.STREAMING);
        }
    }

    void setUsage(TokenUsage counted) {
        usage.set(earlier.plus(counted));
    }

    void setElapsed(Duration sinceStart) {
        elapsed.set(sinceStart);
    }

    /// What is being waited for, such as the next attempt; empty for nothing in particular.
    void setProgress(String sentence) {
        progress.set(sentence);
    }

    void end(Outcome how, Duration sinceStart) {
        var added = code.finish();
        if (!added.isEmpty()) {
            listeners.forEach(l -> l.codeAdded(added));
        }
        elapsed.set(sinceStart);
        progress.set("");
        outcome.set(how);
        phase.set(Phase.OVER);
        listeners.forEach(Listener::over);
    }

    /// Shows an answer that was received before, as it ended then.
    ///
    /// @param toFirst as in [#toFirstPiece]
    /// @param took as in [#elapsedProperty]
    public void restore(
            RunRequest sent,
            String connectionLabel,
            String text,
            Outcome how,
            TokenUsage counted,
            Duration toFirst,
            Duration took) {
        begin(sent, connectionLabel);
        if (!text.isEmpty()) {
            appendAnswer(text, toFirst);
        }
        usage.set(counted);
        end(how, took);
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /// Whether a run goes on.
    public BooleanBinding running() {
        return running;
    }

    /// Null while there is none.
    public ReadOnlyObjectProperty<@Nullable Outcome> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<TokenUsage> usageProperty() {
        return usage.getReadOnlyProperty();
    }

    /// Since the run began; goes on while it runs.
    public ReadOnlyObjectProperty<Duration> elapsedProperty() {
        return elapsed.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// The label of the connection that this run went to.
    public ReadOnlyStringProperty connectionProperty() {
        return connection.getReadOnlyProperty();
    }

    /// What was sent; null before the first run.
    public ReadOnlyObjectProperty<@Nullable RunRequest> requestProperty() {
        return request.getReadOnlyProperty();
    }

    /// Whether nothing of an answer has come.
    public ReadOnlyBooleanProperty emptyProperty() {
        return empty.getReadOnlyProperty();
    }

    /// What has to be said of this run, such as that a parameter was not sent; empty for nothing.
    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /// What the model thought before and between, which is not part of the answer.
    public String reasoning() {
        return reasoning.toString();
    }

    public String answer() {
        return answer.toString();
    }

    /// How many UTF-16 units have come.
    public int answerLength() {
        return answer.length();
    }

    public String code() {
        return code.code();
    }

    public List<FencedCode.Block> blocks() {
        return code.blocks();
    }

    /// From the start of the run to its first piece; zero while none has come.
    public Duration toFirstPiece() {
        return toFirstPiece;
    }
}
