package dev.quarry.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What processes took, read from Linux's `/proc`.
///
/// @param cpuSeconds user and system time since their start
/// @param residentMegabytes in units of 1,048,576 bytes; pages that several of them share counted in each
/// @param shareMegabytes the same with shared pages counted by their share
record ProcessFigures(double cpuSeconds, double residentMegabytes, double shareMegabytes) {
    private static final double TICKS_PER_SECOND = 100; // USER_HZ, the same on every Linux
    private static final int USER_TIME = 11; // counted after the name, which may hold blanks
    private static final int CHILDREN_USER_TIME = 13;

    static boolean available() {
        return Files.isReadable(Path.of("/proc/self/smaps_rollup"));
    }

    /// Of a process and all below it.
    static ProcessFigures of(ProcessHandle process) throws IOException {
        var all = Stream.concat(Stream.of(process), process.descendants()).toList();
        double cpu = 0;
        double resident = 0;
        double share = 0;
        for (var one : all) {
            var folder = Path.of("/proc", String.valueOf(one.pid()));
            try {
                cpu += times(folder, USER_TIME);
                var rollup = Files.readAllLines(folder.resolve("smaps_rollup"));
                resident += kilobytes(rollup, "Rss:") / 1024;
                share += kilobytes(rollup, "Pss:") / 1024;
            } catch (IOException e) {
                if (one.equals(process)) {
                    throw e; // one below it may end at any time, but not this one
                }
            }
        }
        return new ProcessFigures(cpu, resident, share);
    }

    /// The time that the children of this process have taken that have ended, in seconds.
    static double endedChildrenCpuSeconds() throws IOException {
        return times(Path.of("/proc/self"), CHILDREN_USER_TIME);
    }

    private static double times(Path folder, int first) throws IOException {
        var stat = Files.readString(folder.resolve("stat"));
        var words = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
        return (Long.parseLong(words.get(first)) + Long.parseLong(words.get(first + 1))) / TICKS_PER_SECOND;
    }

    private static double kilobytes(List<String> rollup, String key) {
        return rollup.stream()
                .filter(line -> line.startsWith(key))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }
}
