package dev.quarry.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Edits of whole lines: indent, outdent, comment. Pure: text and selection in, one edit out, so that one undo takes it
/// back. Offsets are UTF-16 units.
final class LineEdits {

    /// Replaces a part of a text, and what is selected after it.
    ///
    /// @param end exclusive
    record Edit(int start, int end, String replacement, int anchor, int caret) {}

    private LineEdits() {}

    /// Adds one unit of indentation to each line that the selection touches; empty lines stay empty.
    static Edit indent(String text, int from, int to, String unit) {
        return onLines(text, from, to, line -> line.isBlank() ? line : unit + line);
    }

    /// Takes at most one unit of indentation from each line that the selection touches.
    ///
    /// @param width of a unit, in columns
    static Edit outdent(String text, int from, int to, int width) {
        return onLines(text, from, to, line -> outdented(line, width));
    }

    private static String outdented(String line, int width) {
        if (line.startsWith("\t")) {
            return line.substring(1);
        }
        var spaces = 0;
        while (spaces < width && spaces < line.length() && line.charAt(spaces) == ' ') {
            spaces++;
        }
        return line.substring(spaces);
    }

    /// Comments out the lines that the selection touches; when all of them are comments already, takes the marks away.
    /// The marks stand in one column, that of the line indented least.
    ///
    /// @param mark such as `//`
    static Edit toggleComment(String text, int from, int to, String mark) {
        var lines = lines(text, from, to);
        var filled = lines.stream().filter(l -> !l.isBlank()).toList();
        if (!filled.isEmpty() && filled.stream().allMatch(l -> l.stripLeading().startsWith(mark))) {
            return onLines(text, from, to, line -> uncommented(line, mark));
        }
        var column = filled.stream().mapToInt(LineEdits::indentation).min().orElse(0);
        return onLines(
                text,
                from,
                to,
                line -> line.isBlank() && !filled.isEmpty()
                        ? line
                        : line.substring(0, Math.min(column, line.length())) + mark + " "
                                + line.substring(Math.min(column, line.length())));
    }

    private static String uncommented(String line, String mark) {
        var at = indentation(line);
        if (!line.startsWith(mark, at)) {
            return line;
        }
        var rest = line.substring(at + mark.length());
        return line.substring(0, at) + (rest.startsWith(" ") ? rest.substring(1) : rest);
    }

    /// A new line that starts as deep as this one, and one unit deeper after an opening bracket or a colon.
    static Edit newLine(String text, int from, int to, String unit) {
        var lineStart = lineStart(text, from);
        var before = text.substring(lineStart, from);
        var leading = before.substring(0, indentation(before));
        var open = before.stripTrailing();
        var deeper = open.endsWith("{") || open.endsWith("(") || open.endsWith("[") || open.endsWith(":");
        var added = "\n" + leading + (deeper ? unit : "");
        var closes = deeper && to < text.length() && "})]".indexOf(text.charAt(to)) >= 0;
        var caret = from + added.length();
        return new Edit(from, to, closes ? added + "\n" + leading : added, caret, caret);
    }

    private static Edit onLines(String text, int from, int to, UnaryOperator<String> change) {
        var start = lineStart(text, from);
        var changed = new ArrayList<String>();
        var old = lines(text, from, to);
        for (var line : old) {
            changed.add(change.apply(line));
        }
        var before = String.join("\n", old);
        var after = String.join("\n", changed);
        var first = changed.getFirst().length() - old.getFirst().length();
        var caret = Math.max(start, from + first);
        if (from == to) {
            return new Edit(start, start + before.length(), after, caret, caret);
        }
        var end = Math.max(caret, to + after.length() - before.length());
        return new Edit(start, start + before.length(), after, from == start ? start : caret, end);
    }

    /// The lines that the selection touches. A selection that ends at the start of a line does not touch that line.
    private static List<String> lines(String text, int from, int to) {
        var start = lineStart(text, from);
        var last = to > from && to > 0 && text.charAt(to - 1) == '\n' ? to - 1 : to;
        var end = text.indexOf('\n', last);
        return List.of(text.substring(start, end < 0 ? text.length() : end).split("\n", -1));
    }

    private static int lineStart(String text, int offset) {
        return text.lastIndexOf('\n', offset - 1) + 1;
    }

    private static int indentation(String line) {
        var at = 0;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }
}
