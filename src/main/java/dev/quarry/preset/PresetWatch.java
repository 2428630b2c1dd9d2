package dev.quarry.preset;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells when files of preset folders change: saved by an editor, pulled by git. The system's own messages come at
/// once; because they do not come for every kind of disk, the folders are also looked at every so often. Works on a
/// thread of its own.
public final class PresetWatch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PresetWatch.class);

    /// A pull changes many files within a moment; they are told as one change once it has been quiet for so long.
    private static final Duration QUIET = Duration.ofMillis(120);

    /// A folder that is never quiet is told about all the same.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final List<Path> folders;
    private final Duration poll;
    private final Runnable onChange;
    private final @Nullable WatchService service;
    private final Thread thread;
    private final Set<Path> registered = new HashSet<>();
    private volatile boolean closed;

    /// What a folder's files look like from outside: enough to see a change that no message told of.
    private record Look(long modified, long size, @Nullable Object key) {}

    private PresetWatch(List<Path> folders, Duration poll, Runnable onChange, @Nullable WatchService service) {
        this.folders = List.copyOf(folders);
        this.poll = poll;
        this.onChange = onChange;
        this.service = service;
        thread = Thread.ofPlatform().daemon().name("preset-watch").unstarted(this::watch);
    }

    /// Watches the folders, whether they are there yet or not, until it is closed.
    ///
    /// @param onChange called on the thread of the watch after each change, or group of changes
    public static PresetWatch of(List<Path> folders, Runnable onChange) {
        return of(folders, Duration.ofSeconds(2), onChange, true);
    }

    /// @param messages whether the system's messages are used at all
    static PresetWatch of(List<Path> folders, Duration poll, Runnable onChange, boolean messages) {
        WatchService service = null;
        if (messages && !folders.isEmpty()) {
            try {
                service = folders.getFirst().getFileSystem().newWatchService();
            } catch (IOException | UnsupportedOperationException e) {
                log.info("no messages about changed files here; folders are looked at instead", e);
            }
        }
        var watch = new PresetWatch(folders, poll, onChange, service);
        watch.thread.start();
        return watch;
    }

    private void watch() {
        try {
            register();
            var before = look();
            while (!closed) {
                var told = await();
                register();
                var now = look();
                if (!closed && (told || !now.equals(before))) {
                    onChange.run();
                }
                before = now;
            }
        } catch (InterruptedException | ClosedWatchServiceException e) {
            log.debug("the watch is over");
        }
    }

    /// Waits for a message and for quiet after it, or for the time to look.
    ///
    /// @return whether a message came
    private boolean await() throws InterruptedException {
        if (service == null) {
            TimeUnit.MILLISECONDS.sleep(poll.toMillis());
            return false;
        }
        var key = service.poll(poll.toMillis(), TimeUnit.MILLISECONDS);
        if (key == null) {
            return false;
        }
        var relevant = false;
        var end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (key != null) {
            relevant |= drained(key);
            key = System.nanoTime() > end ? null : service.poll(QUIET.toMillis(), TimeUnit.MILLISECONDS);
        }
        return relevant;
    }

    private boolean drained(WatchKey key) {
        var relevant = false;
        for (var event : key.pollEvents()) {
            relevant |= !(event.context() instanceof Path name) || PresetFolder.isCandidateName(name.toString());
        }
        if (!key.reset() && key.watchable() instanceof Path gone) {
            registered.remove(gone);
            relevant = true;
        }
        return relevant;
    }

    private void register() {
        for (var folder : folders) {
            if (service != null && !registered.contains(folder) && Files.isDirectory(folder)) {
                try {
                    folder.register(
                            service,
                            StandardWatchEventKinds.ENTRY_CREATE,
                            StandardWatchEventKinds.ENTRY_MODIFY,
                            StandardWatchEventKinds.ENTRY_DELETE);
                    registered.add(folder);
                } catch (IOException e) {
                    log.info("no messages about changes in {}; it is looked at instead", folder, e);
                }
            }
        }
    }

    private SortedMap<Path, Look> look() {
        var looks = new TreeMap<Path, Look>();
        for (var folder : folders) {
            if (!Files.isDirectory(folder)) {
                continue;
            }
            looks.put(folder, new Look(0, 0, null));
            try (var files = Files.newDirectoryStream(folder, PresetFolder::isCandidate)) {
                for (var file : files) {
                    looks.put(file, look(file));
                    if (looks.size() > PresetFolder.MAX_FILES * folders.size()) {
                        break;
                    }
                }
            } catch (IOException | DirectoryIteratorException e) {
                log.debug("{} cannot be looked at now", folder, e); // the next reading tells the user
            }
        }
        return looks;
    }

    private static Look look(Path file) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Look(
                    attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS), attributes.size(), attributes.fileKey());
        } catch (IOException e) {
            return new Look(-1, -1, null); // a link to nothing, or gone meanwhile
        }
    }

    /// Ends the watch; nothing is told any more once this returns, unless it is being told just now.
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        if (service != null) {
            try {
                service.close();
            } catch (IOException e) {
                log.debug("the watch service was not closed", e);
            }
        }
    }
}
