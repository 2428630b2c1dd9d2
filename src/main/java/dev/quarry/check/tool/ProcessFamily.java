package dev.quarry.check.tool;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/// A process and all that it started, those included that it let go of. Children are told by their parents while these
/// live; where there is `/proc`, also by a mark in their environment, which they inherit.
final class ProcessFamily {

    /// The variable that marks a family.
    static final String MARK = "QUARRY_CHECK";

    private static final Path PROC = Path.of("/proc");

    private final ProcessHandle head;
    private final String mark;
    private final Set<ProcessHandle> known = new HashSet<>();

    ProcessFamily(ProcessHandle head, String mark) {
        this.head = head;
        this.mark = mark;
    }

    /// Notes who is there now.
    void look() {
        head.descendants().forEach(known::add);
    }

    /// Ends them all, and those who were born meanwhile.
    void end() {
        for (var round = 0; round < 5; round++) {
            look();
            known.addAll(marked());
            var alive = false;
            for (var one : known) {
                if (one.isAlive()) {
                    alive = one.destroyForcibly() || alive;
                }
            }
            head.destroyForcibly();
            if (!alive) {
                return;
            }
        }
    }

    private Set<ProcessHandle> marked() {
        var found = new HashSet<ProcessHandle>();
        if (!Files.isDirectory(PROC.resolve("self"))) {
            return found;
        }
        var own = ProcessHandle.current().pid();
        ProcessHandle.allProcesses()
                .filter(p -> p.pid() != own && p.pid() != head.pid() && carriesMark(p.pid()))
                .forEach(found::add);
        return found;
    }

    private boolean carriesMark(long pid) {
        try {
            var environment =
                    Files.readAllBytes(PROC.resolve(Long.toString(pid)).resolve("environ"));
            return new String(environment, StandardCharsets.ISO_8859_1).contains(MARK + "=" + mark);
        } catch (IOException e) {
            return false; // it is over, or another user's: not one of ours
        }
    }
}
