package dev.quarry.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads places and messages out of what compilers write.
final class ToolMessages {

    /// `answer.rs:3:5: error: …`, `answer.ts(3,5): error …`, `<standard input>:3:5: …`
    private static final Pattern PLACED = Pattern.compile(
            "^\\s*(?:[\\w./\\\\-]*answer\\.\\w+|<standard input>|<stdin>|luac: [\\w.]+)[:(](?<line>\\d+)(?:[:,](?<column>\\d+))?\\)?:?"
                    + "\\s*(?<message>.*)$");

    /// `… on line 3`, `…, line 3`, `line 3: …`
    private static final Pattern WORDED = Pattern.compile("\\bline (?<line>\\d+)\\b:?\\s*(?<message>.*)$");

    private static final Pattern NAMED =
            Pattern.compile("^\\s*(?:\\w*Error|\\w*Exception|IndentationError): (?<message>.*)$");
    private static final Pattern NOISE = Pattern.compile("\\b(?:warning|note|help)\\b[:\\[]", Pattern.CASE_INSENSITIVE);

    private ToolMessages() {}

    /// At least one finding.
    ///
    /// @param output of a tool that found something wrong
    static List<Finding> read(String output) {
        var findings = new ArrayList<Finding>();
        int[] place = null;
        String said = null;
        for (var line : output.lines().toList()) {
            var placed = PLACED.matcher(line);
            var worded = WORDED.matcher(line);
            var named = NAMED.matcher(line);
            if (placed.matches()) {
                var at = number(placed.group("line"));
                var message = placed.group("message").strip();
                place = new int[] {at, number(placed.group("column"))};
                if (!message.isEmpty() && !NOISE.matcher(message).find()) {
                    findings.add(new Finding(at, place[1], tidy(message), Finding.Weight.FAILURE));
                }
            } else if (named.matches()) {
                said = named.group("message");
            } else if (worded.find()) {
                place = new int[] {number(worded.group("line")), 0};
                var message = worded.group("message").strip();
                var before = line.substring(0, worded.start()).strip();
                var text = message.isEmpty() ? before : message;
                if (!before.startsWith("File ")
                        && !text.isBlank()
                        && findings.stream().noneMatch(f -> tidy(text).equals(f.message()))) {
                    findings.add(new Finding(place[0], 0, tidy(text), Finding.Weight.FAILURE));
                }
            }
        }
        if (findings.isEmpty()
                || (said != null && findings.stream().allMatch(f -> f.message().isBlank()))) {
            findings.clear();
            findings.add(whole(output, place, said));
        }
        return findings;
    }

    private static Finding whole(String output, int @Nullable [] place, @Nullable String said) {
        var first = said != null
                ? said
                : output.lines()
                        .filter(l -> !l.isBlank())
                        .findFirst()
                        .orElse("The tool found something wrong and says no more");
        return new Finding(
                place == null ? 0 : place[0], place == null ? 0 : place[1], tidy(first), Finding.Weight.FAILURE);
    }

    private static int number(@Nullable String digits) {
        return digits == null || digits.length() > 8 ? 0 : Integer.parseInt(digits);
    }

    private static String tidy(String message) {
        var plain = message.replaceFirst("^(?:fatal )?error(?:\\[\\w+\\])?: ", "")
                .replaceFirst("\\s+in answer\\.\\w+ on$", "")
                .strip();
        return plain.length() <= 300 ? plain : plain.substring(0, 300) + "…";
    }
}
