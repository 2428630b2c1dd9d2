package dev.quarry.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds blocks that did something in the input and do nothing in the answer, told by the line that opens them: a
/// callback has no name, and what is no declaration to a parser still has a body.
final class EmptyBlocks {

    private static final int SUBSTANTIAL_LINES = 2;
    private static final Pattern CLOSING = Pattern.compile("(?:[)}\\];,]|end\\b|pass\\b|\\.\\.\\.)+.*");

    /// @param filled how many blocks with that opening hold something
    /// @param emptyAt the lines of those that hold nothing, 0-based
    private record Blocks(int filled, int substantial, List<Integer> emptyAt) {}

    private EmptyBlocks() {}

    static List<Finding> in(List<Piece> answer, Piece input, Set<Integer> told) {
        var before = blocks(input);
        var findings = new ArrayList<Finding>();
        for (var piece : answer) {
            blocks(piece).forEach((opening, now) -> {
                var had = before.get(opening);
                if (had == null
                        || had.substantial() == 0
                        || now.emptyAt().size() <= had.emptyAt().size()
                        || now.filled() >= had.filled()) {
                    return;
                }
                var line = piece.line() + now.emptyAt().getLast() + 1;
                if (!told.contains(line)) {
                    findings.add(new Finding(
                            line, 0, "\"" + shorten(opening) + "\" has lost its body", Finding.Weight.FAILURE));
                }
            });
        }
        return findings;
    }

    private static Map<String, Blocks> blocks(Piece piece) {
        var code = piece.bare().code().lines().toList();
        var words = piece.bare().words().lines().toList();
        var python = piece.language().id().equals("python");
        var found = new HashMap<String, Blocks>();
        for (var i = 0; i < code.size(); i++) {
            var opening = words.get(i).strip();
            if (!opens(code.get(i).strip(), opening, python)) {
                continue;
            }
            var inside = inside(code, i);
            var blocks =
                    found.computeIfAbsent(opening.replaceAll("\\s+", " "), o -> new Blocks(0, 0, new ArrayList<>()));
            if (inside == 0) {
                blocks.emptyAt().add(i);
            } else {
                found.put(
                        opening.replaceAll("\\s+", " "),
                        new Blocks(
                                blocks.filled() + 1,
                                blocks.substantial() + (inside >= SUBSTANTIAL_LINES ? 1 : 0),
                                blocks.emptyAt()));
            }
        }
        return found;
    }

    /// A line that opens a block and says which: not a lone bracket.
    private static boolean opens(String line, String words, boolean python) {
        var open = line.endsWith("{")
                || line.endsWith("->")
                || (python && line.endsWith(":"))
                || line.matches(
                        "(?:.*\\bdo(?:\\s*\\|[^|]*\\|)?|(?:local )?(?:def|function)\\b.*|.*\\bfunction\\s*\\([^)]*\\))");
        return open && words.chars().filter(Character::isLetterOrDigit).count() >= 3;
    }

    /// How many lines of the block stand deeper than its opening and say something.
    private static int inside(List<String> code, int opening) {
        var depth = indent(code.get(opening));
        var lines = 0;
        for (var i = opening + 1; i < code.size(); i++) {
            var line = code.get(i);
            if (line.isBlank()) {
                continue;
            }
            if (indent(line) <= depth) {
                break;
            }
            var said = line.strip();
            if (!CLOSING.matcher(said).matches()) {
                lines++;
            }
        }
        return lines;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static String shorten(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
