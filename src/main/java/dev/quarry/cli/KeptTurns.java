package dev.quarry.cli;

import dev.quarry.check.Check;
import dev.quarry.check.Verdict;
import dev.quarry.check.VerdictJson;
import dev.quarry.history.ContinuedRecording;
import dev.quarry.history.History;
import dev.quarry.history.Origin;
import dev.quarry.history.Recording;
import dev.quarry.history.RunStart;
import dev.quarry.preset.Preset;
import dev.quarry.preset.PresetFile;
import dev.quarry.run.RunEvent;
import dev.quarry.run.RunRequest;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The runs on one input as the history keeps them: the first, and the continuations and repairs that follow
/// from it. Whatever is wrong with the history, the runs go on.
final class KeptTurns {
    private static final long PATIENCE_MILLIS = 1_000;

    private final @Nullable History history;
    private final SecretGate secrets;
    private final Preset preset;
    private final Job.Work work;
    private final String connection;
    private @Nullable Recording first;
    private @Nullable Recording last;

    /// @param history null to keep nothing
    KeptTurns(@Nullable History history, SecretGate secrets, Preset preset, Job.Work work, String connection) {
        this.history = history;
        this.secrets = secrets;
        this.preset = preset;
        this.work = work;
        this.connection = connection;
    }

    /// A run begins: the first, or a repair.
    ///
    /// @return takes the events of the run
    Consumer<RunEvent> begin(RunRequest request) {
        return begin(request, first == null ? "" : "Repair");
    }

    /// The rest of an answer is asked for.
    ///
    /// @param answer all that came before
    /// @return takes the events of the run
    Consumer<RunEvent> resume(RunRequest request, String answer) {
        return new ContinuedRecording(answer, begin(request, "Continue"));
    }

    private Consumer<RunEvent> begin(RunRequest request, String instruction) {
        if (history == null) {
            return event -> {};
        }
        var recording = history.record(new RunStart(
                Instant.now(),
                preset.name(),
                PresetFile.textOrName(preset),
                secrets.outgoing(work.values()),
                work.input().language().id(),
                secrets.outgoing(work.input().text()),
                instruction,
                request,
                connection,
                first == null ? null : id(first),
                Origin.COMMAND_LINE));
        first = first == null ? recording : first;
        last = recording;
        return recording;
    }

    /// The run that was begun last is over and was checked.
    void checked(Verdict verdict) {
        if (history != null && last != null && verdict.status() != Check.Status.NOT_CHECKED) {
            var id = id(last);
            if (id != null) {
                var _ = history.setVerdict(
                        id,
                        new dev.quarry.history.Verdict(!verdict.failed(), secrets.outgoing(VerdictJson.text(verdict))));
            }
        }
    }

    /// Null when the history does not get round to writing it.
    private static @Nullable Long id(Recording recording) {
        return recording
                .id()
                .<@Nullable Long>thenApply(id -> id)
                .completeOnTimeout(null, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                .join();
    }
}
