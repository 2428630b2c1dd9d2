package dev.quarry.ui.window;

import dev.quarry.history.History;
import dev.quarry.history.KeptRun;
import dev.quarry.history.Recording;
import dev.quarry.history.RunEnd;
import dev.quarry.history.RunStart;
import dev.quarry.history.Verdict;
import dev.quarry.language.Languages;
import dev.quarry.preset.PresetFile;
import dev.quarry.run.FencedCode;
import dev.quarry.run.Outcome;
import dev.quarry.run.RunEvent;
import dev.quarry.run.RunRequest;
import dev.quarry.run.TokenUsage;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.conversation.ConversationModel;
import dev.quarry.ui.conversation.Version;
import dev.quarry.ui.run.RunModel;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Has each run written down, and holds the turns of the conversation that is shown. FX thread only.
final class RunKeeper {
    private final History history;
    private final ConversationModel conversation;
    private final BooleanProperty privateRun = new SimpleBooleanProperty();
    private final List<Turn> turns = new ArrayList<>();
    private Supplier<String> view = () -> "";
    private final ObservableList<Earlier> earlier = FXCollections.observableArrayList();
    private Supplier<String> inputNow = () -> "";
    private String input = "";
    private @Nullable Recording recording;

    /// An answer of the conversation, with all it takes to show it again.
    ///
    /// @param recording of a run of this sitting; null for one that was not recorded or comes from the
    ///     history
    /// @param kept the run's ID in the history; null where the recording knows it
    record Turn(
            RunRequest request,
            String connection,
            String answer,
            Outcome outcome,
            TokenUsage usage,
            Duration toFirstPiece,
            Duration elapsed,
            @Nullable Recording recording,
            @Nullable Long kept) {

        /// The ID in the history; null when it has none, or none yet.
        @Nullable
        Long id() {
            return recording == null ? kept : recording.idNow();
        }
    }

    RunKeeper(History history, ConversationModel conversation) {
        this.history = history;
        this.conversation = conversation;
    }

    /// @param panes writes down how the panes look
    /// @param inputText what the input pane holds
    void attach(Supplier<String> panes, Supplier<String> inputText) {
        view = panes;
        inputNow = inputText;
    }

    /// Whether runs from now on are not written down.
    BooleanProperty privateRunProperty() {
        return privateRun;
    }

    /// The turn that is shown; null while there is none.
    @Nullable
    Turn current() {
        var index = conversation.currentProperty().get();
        return index < 0 ? null : turns.get(index);
    }

    Turn turn(int index) {
        return turns.get(index);
    }

    /// The turn as something to compare with; empty when it is none of this conversation.
    Optional<Earlier> earlier(int index) {
        var turn = turns.get(index);
        return earlier.stream()
                .filter(e -> e.request().equals(turn.request()) && e.answer().equals(turn.answer()))
                .findFirst();
    }

    /// Shows another turn.
    Turn show(int index) {
        conversation.show(index);
        return turns.get(index);
    }

    /// A run begins.
    ///
    /// @return takes the events of the run
    Consumer<RunEvent> begin(Asked asked, String connection) {
        leave();
        if (asked.instruction().isEmpty()) {
            conversation.clear();
            turns.clear();
        }
        if (privateRun.get()) {
            recording = null;
            return event -> {};
        }
        var begun = history.record(start(
                asked, connection, turns.isEmpty() ? null : turns.getFirst().id()));
        recording = begun;
        return begun;
    }

    /// @param conversation the run that began it, or null
    static RunStart start(Asked asked, String connection, @Nullable Long conversation) {
        return new RunStart(
                Instant.now(),
                asked.preset().name(),
                PresetFile.textOrName(asked.preset()),
                asked.values(),
                asked.language().id(),
                asked.input(),
                asked.instruction(),
                asked.request(),
                connection,
                conversation);
    }

    /// The run that began last is over.
    void over(Asked asked, RunModel run, Outcome outcome) {
        var request = asked.request();
        turns.add(new Turn(
                request,
                run.connectionProperty().get(),
                run.answer(),
                outcome,
                run.usageProperty().get(),
                run.toFirstPiece(),
                run.elapsedProperty().get(),
                recording,
                null));
        addVersion(asked.instruction(), run.code().isEmpty() ? run.answer() : run.code());
        input = asked.input();
        earlier.addFirst(new Earlier(
                asked.instruction().isEmpty() ? asked.preset().name() : asked.instruction(),
                LocalTime.now(ZoneId.systemDefault()),
                request,
                run.answer(),
                asked.language()));
    }

    private void addVersion(String instruction, String text) {
        var number = turns.size();
        conversation.add(new Version(
                instruction.isEmpty()
                        ? Texts.of("refine.first")
                        : Texts.of(
                                "refine.later",
                                number,
                                instruction.lines().findFirst().orElse("")),
                text));
    }

    /// A run that was made elsewhere begins a conversation here.
    void adopt(Picked picked, Outcome outcome) {
        leave();
        conversation.clear();
        turns.clear();
        recording = picked.recording();
        over(picked.asked(), picked.run(), outcome);
    }

    /// The checks have said something of the answer that is shown.
    void checked(boolean passed, String detail) {
        var shown = current();
        var id = shown == null ? null : shown.id();
        if (id != null) {
            var _ = history.setVerdict(id, new Verdict(passed, detail));
        }
    }

    /// Takes a conversation from the history.
    ///
    /// @param runs the oldest first
    /// @param shown the one of them that is shown
    void restore(List<KeptRun> runs, KeptRun shown) {
        conversation.clear();
        turns.clear();
        recording = null;
        input = shown.start().input();
        var current = 0;
        for (var run : runs) {
            var end = run.end();
            if (end == null) {
                continue; // goes on elsewhere
            }
            if (run.id() == shown.id()) {
                current = turns.size();
            }
            turns.add(turn(run, end));
            addVersion(run.start().instruction(), codeOf(run.answer()));
            bringBack(run);
        }
        if (!turns.isEmpty()) {
            conversation.show(current);
        }
    }

    private void bringBack(KeptRun run) {
        var start = run.start();
        var request = start.request();
        if (earlier.stream()
                .noneMatch(e -> e.request().equals(request) && e.answer().equals(run.answer()))) {
            earlier.addFirst(new Earlier(
                    start.instruction().isEmpty() ? start.task() : start.instruction(),
                    LocalTime.ofInstant(start.begun(), ZoneId.systemDefault()),
                    request,
                    run.answer(),
                    Languages.named(start.language()).orElse(Languages.PLAIN_TEXT)));
        }
    }

    /// The answers of this sitting and of conversations that were brought back, newest first.
    ObservableList<Earlier> earlier() {
        return earlier;
    }

    private static String codeOf(String answer) {
        var reader = new FencedCode();
        reader.append(answer);
        reader.finish();
        return reader.code().isEmpty() ? answer : reader.code();
    }

    static Turn turn(KeptRun run, RunEnd end) {
        return new Turn(
                run.start().request(),
                run.start().connection(),
                run.answer(),
                end.outcome(),
                end.usage(),
                end.toFirstPiece(),
                end.elapsed(),
                null,
                run.id());
    }

    /// Another answer will be shown: how the panes look now belongs to the one that was, unless the input has
    /// become another one.
    void leave() {
        var shown = current();
        if (shown != null && input.equals(inputNow.get())) {
            var id = shown.id();
            if (id != null) {
                var _ = history.setView(id, view.get());
            }
        }
    }
}
