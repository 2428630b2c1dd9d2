package dev.quarry.history;

import java.util.Optional;
import java.util.UUID;

/// A running Quarry that writes into a history, told from others by its process and the moment that began.
///
/// @param started milliseconds since the epoch; 0 where the platform does not tell
record Writer(String id, long process, long started) {

    static Writer ofThisProcess() {
        var self = ProcessHandle.current();
        return new Writer(UUID.randomUUID().toString(), self.pid(), started(self));
    }

    /// Whether the process still runs. A process of the same number that began at another moment is another one.
    boolean alive() {
        return alive(ProcessHandle.of(process));
    }

    private boolean alive(Optional<ProcessHandle> found) {
        return found.filter(ProcessHandle::isAlive)
                .map(Writer::started)
                .filter(s -> s == started)
                .isPresent();
    }

    private static long started(ProcessHandle handle) {
        return handle.info().startInstant().map(i -> i.toEpochMilli()).orElse(0L);
    }
}
