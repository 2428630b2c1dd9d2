package dev.quarry.context;

import java.util.ArrayList;
import java.util.List;

/// The files that are read along, and what was left out.
///
/// @param leftOut how many files were binary, ignored by git or unreadable
public record ContextSet(List<ContextFile> files, int leftOut) {

    public static final ContextSet NONE = new ContextSet(List.of(), 0);

    public ContextSet {
        files = List.copyOf(files);
    }

    /// About how many tokens all of it takes.
    public long tokens() {
        return files.stream().mapToLong(ContextFile::tokens).sum();
    }

    /// These and those; a file that is in both is taken from the others.
    public ContextSet with(ContextSet others) {
        var all = new ArrayList<>(files);
        all.removeIf(f -> others.files.stream().anyMatch(o -> o.path().equals(f.path())));
        all.addAll(others.files);
        return new ContextSet(all, leftOut + others.leftOut);
    }

    public ContextSet without(ContextFile file) {
        return new ContextSet(files.stream().filter(f -> !f.equals(file)).toList(), leftOut);
    }

    /// What stands before the prompt: each file in a fence longer than any in it; empty without files.
    public String prompt() {
        if (files.isEmpty()) {
            return "";
        }
        var text = new StringBuilder("These files are for reference. Read them, and do not repeat or change them.\n\n");
        for (var file : files) {
            var fence = "`".repeat(Math.max(3, longestTicks(file.text()) + 1));
            text.append("File ")
                    .append(file.name())
                    .append(":\n")
                    .append(fence)
                    .append('\n')
                    .append(file.text());
            if (!file.text().endsWith("\n")) {
                text.append('\n');
            }
            text.append(fence).append("\n\n");
        }
        return text.toString();
    }

    private static int longestTicks(String text) {
        var longest = 0;
        var here = 0;
        for (var i = 0; i < text.length(); i++) {
            here = text.charAt(i) == '`' ? here + 1 : 0;
            longest = Math.max(longest, here);
        }
        return longest;
    }
}
