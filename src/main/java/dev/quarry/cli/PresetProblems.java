package dev.quarry.cli;

import dev.quarry.preset.PresetLibrary.Problem;

/// How a problem of a preset's file is written: as compilers write theirs, so that editors and build servers jump to
/// it.
final class PresetProblems {

    private PresetProblems() {}

    static String line(Problem problem) {
        return line(problem.file(), problem.line(), problem.sentence());
    }

    /// @param line 1-based; 0 when no line is to blame
    static String line(String file, int line, String sentence) {
        return file + (line > 0 ? ":" + line : "") + ": " + sentence;
    }
}
