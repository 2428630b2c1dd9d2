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

    /// Openings that many blocks have: of those, one without a word of its own may be anywhere.
    private static final Pattern ANY =
            Pattern.compile("(?:\\}\\s*)?(?:else|try|do|finally|catch|except|ensure|rescue|begin)\\b[^.=]*");

    private static final Set<String> DIRECTIVES = Set.of("c", "cpp", "c-sharp");
    private static final Pattern CLOSING = Pattern.compile("(?:[)}\\];,]|end\\b|pass\\b|\\.\\.\\.)+.*");

    /// Of a block of which so much is left, the answer has the rest in another place.
    private static final double KEPT = 0.6;

    /// Those with one opening.
    private static final class Blocks {

        /// How many hold something.
        private int filled;

        /// Where those begin and end that hold more than a little, in offsets of the text.
        private final List<int[]> substantial = new ArrayList<>();

        /// The lines of those that hold nothing, 0-based.
        private final List<Integer> emptyAt = new ArrayList<>();
    }

    private EmptyBlocks() {}

    static List<Finding> in(List<Piece> answer, Piece input, Set<Integer> told) {
        var before = blocks(input);
        var survival = new Survival(input, answer);
        var findings = new ArrayList<Finding>();
        for (var piece : answer) {
            blocks(piece).forEach((opening, now) -> {
                var had = before.get(opening);
                if (had == null
                        || now.emptyAt.size() <= had.emptyAt.size()
                        || now.filled >= had.filled
                        || had.substantial.stream()
                                .allMatch(b -> survival.of(b[0], b[1], "")
                                                .orElse(ANY.matcher(opening).matches() ? 1 : 0)
                                        >= KEPT)) {
                    return;
                }
                var line = piece.line() + now.emptyAt.getLast() + 1;
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
        var starts = starts(piece.bare().code());
        var python = piece.language().id().equals("python");
        var directives = DIRECTIVES.contains(piece.language().id());
        var found = new HashMap<String, Blocks>();
        for (var i = 0; i < code.size(); i++) {
            var opening = words.get(i).strip();
            if (!opens(code.get(i).strip(), opening, python)) {
                continue;
            }
            var end = end(code, i, directives);
            var inside = code.subList(i + 1, end).stream()
                    .map(String::strip)
                    .filter(l -> !l.isEmpty() && !CLOSING.matcher(l).matches() && !(directives && l.startsWith("#")))
                    .count();
            var blocks = found.computeIfAbsent(opening.replaceAll("\\s+", " "), o -> new Blocks());
            if (inside == 0) {
                blocks.emptyAt.add(i);
            } else {
                blocks.filled++;
            }
            if (inside >= SUBSTANTIAL_LINES) {
                blocks.substantial.add(new int[] {starts.get(i + 1), starts.get(end)});
            }
        }
        return found;
    }

    /// Where each line begins, and the end of the text.
    private static List<Integer> starts(String text) {
        var starts = new ArrayList<Integer>();
        for (var at = 0; at < text.length(); at = text.indexOf('\n', at) + 1) {
            starts.add(at);
            if (text.indexOf('\n', at) < 0) {
                break;
            }
        }
        starts.add(text.length());
        return starts;
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

    /// The first line after a block: it stands no deeper than what opens it. Lines such as `#endif` stand anywhere.
    private static int end(List<String> code, int opening, boolean directives) {
        var depth = indent(code.get(opening));
        for (var i = opening + 1; i < code.size(); i++) {
            var line = code.get(i);
            var counts = !line.isBlank() && !(directives && line.strip().startsWith("#"));
            if (counts && indent(line) <= depth) {
                return i;
            }
        }
        return code.size();
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static String shorten(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
