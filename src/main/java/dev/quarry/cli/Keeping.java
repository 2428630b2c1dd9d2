package dev.quarry.cli;

import dev.quarry.history.History;
import dev.quarry.history.HistoryListener;
import dev.quarry.history.Recovered;
import dev.quarry.history.Retention;
import dev.quarry.run.ModelConnection;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/// Whether the runs of a job are kept in the history, and in which: not when the user keeps none, runs in private, or
/// sends credentials as they are, which may come back in the answer.
final class Keeping {
    private final @Nullable History history;
    private final SecretGate secrets;
    private final Job job;

    private Keeping(@Nullable History history, SecretGate secrets, Job job) {
        this.history = history;
        this.secrets = secrets;
        this.job = job;
    }

    /// Opens the history in the background when runs are kept.
    static Keeping of(Surroundings surroundings, SecretGate secrets, Job job) {
        var kept = !job.safety().isPrivate()
                && surroundings.settings().get().history().kept()
                && !secrets.isOpen();
        if (!kept) {
            return new Keeping(null, secrets, job);
        }
        var history = surroundings.history().get();
        history.open(true, Retention.FOR_EVER, new Said(surroundings.streams().err()));
        return new Keeping(history, secrets, job);
    }

    KeptTurns turns(Job.Work work, ModelConnection connection) {
        return new KeptTurns(history, secrets, job.preset(), work, connection.label());
    }

    /// Says what is wrong, and leaves what was left behind for a window that can offer it.
    private record Said(PrintStream err) implements HistoryListener {
        @Override
        public void changed() {}

        @Override
        public void problem(String sentence) {
            err.println(sentence);
        }

        @Override
        public void recovered(Recovered left) {}

        @Override
        public boolean wantsLeftovers() {
            return false;
        }
    }
}
