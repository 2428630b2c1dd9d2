package dev.quarry.fault;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/// An uncaught error as it may be shown to anybody: types, places in our code, versions and the platform. Messages are
/// left out, because some carry what they complain about: a line of code, a file name, a prompt.
///
/// @param text several lines
/// @param outOfMemory whether the error, or one it was caused by, is that memory ran out
public record ErrorReport(String text, boolean outOfMemory) {
    private static final String OURS = "dev.quarry.";
    private static final int MOST_CAUSES = 8;
    private static final int MOST_FRAMES = 40;

    /// Makes the report. Takes little memory, so that it can be made when there is hardly any.
    public static ErrorReport of(Thread thread, Throwable error) {
        var text = new StringBuilder(2_000);
        text.append("Quarry error report: no code, prompt, file name or credential is in it\n");
        addMachine(text);
        text.append("Thread: ").append(thread.getName()).append("\n\n");
        var outOfMemory = false;
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        var current = error;
        while (current != null && seen.size() < MOST_CAUSES && seen.add(current)) {
            outOfMemory |= current instanceof OutOfMemoryError;
            if (seen.size() > 1) {
                text.append("Caused by: ");
            }
            text.append(current.getClass().getName()).append('\n');
            addFrames(text, current.getStackTrace());
            current = current.getCause();
        }
        return new ErrorReport(text.toString(), outOfMemory);
    }

    private static void addMachine(StringBuilder text) {
        var version = ErrorReport.class.getPackage().getImplementationVersion();
        text.append("Quarry ").append(version == null ? "from a build folder" : version);
        add(text, ", Java ", "java.runtime.version");
        add(text, " by ", "java.vendor");
        add(text, ", JavaFX ", "javafx.runtime.version");
        add(text, "\n", "os.name");
        add(text, " ", "os.version");
        add(text, " ", "os.arch");
        var runtime = Runtime.getRuntime();
        text.append(", ").append(runtime.availableProcessors()).append(" processors, heap ");
        text.append(megabytes(runtime.totalMemory() - runtime.freeMemory())).append(" of ");
        text.append(megabytes(runtime.maxMemory())).append(" MB\n");
    }

    private static void add(StringBuilder text, String before, String property) {
        var value = System.getProperty(property);
        if (value != null) {
            text.append(before).append(value);
        }
    }

    private static long megabytes(long bytes) {
        return bytes / 1_048_576;
    }

    /// The place it was thrown at, then our own frames; how many of others lie between them.
    private static void addFrames(StringBuilder text, StackTraceElement[] frames) {
        var skipped = 0;
        var added = 0;
        for (var i = 0; i < frames.length && added < MOST_FRAMES; i++) {
            if (i > 0 && !frames[i].getClassName().startsWith(OURS)) {
                skipped++;
                continue;
            }
            addSkipped(text, skipped);
            skipped = 0;
            added++;
            text.append("    at ").append(frames[i].getClassName()).append('.').append(frames[i].getMethodName());
            text.append(':').append(frames[i].getLineNumber()).append('\n');
        }
        addSkipped(text, skipped);
    }

    private static void addSkipped(StringBuilder text, int frames) {
        if (frames > 0) {
            text.append("    ... ")
                    .append(frames)
                    .append(frames == 1 ? " frame" : " frames")
                    .append(" of libraries\n");
        }
    }
}
