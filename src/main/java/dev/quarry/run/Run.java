package dev.quarry.run;

/// A run that was started. May be used from any thread.
public interface Run {

    /// Stops the run: it ends as [Outcome.Cancelled] with what it has received. Does nothing when it is already over.
    void cancel();

    /// Blocks until the run is over.
    RunResult await() throws InterruptedException;

    boolean isOver();
}
