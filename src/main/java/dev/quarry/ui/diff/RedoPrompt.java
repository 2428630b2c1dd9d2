package dev.quarry.ui.diff;

import dev.quarry.diff.Hunk;
import dev.quarry.diff.LineText;
import dev.quarry.run.Message;
import dev.quarry.run.RunRequest;
import java.util.ArrayList;
import java.util.List;

/// Asks for one hunk again. Goes on with the conversation the answer came from, so that the model has the whole code
/// and its task before it, and asks for the part alone.
final class RedoPrompt {
    private static final int CONTEXT = 3;

    private RedoPrompt() {}

    /// @param origin the run that wrote the right side
    /// @param note what the user wants instead; may be empty
    static RunRequest of(Version.Origin origin, Comparison comparison, Hunk hunk, String note) {
        var messages = new ArrayList<>(origin.request().messages());
        messages.add(Message.assistant(origin.answer()));
        messages.add(Message.user(text(comparison, hunk, note)));
        return new RunRequest(
                origin.request().model(),
                origin.request().system(),
                messages,
                origin.request().settings());
    }

    private static String text(Comparison comparison, Hunk hunk, String note) {
        var left = comparison.diff().left();
        var right = comparison.diff().right();
        var text = new StringBuilder("Do one part of the code again, and nothing else.\n\n");
        part(text, "The part as it was before your change:", left, hunk.leftFrom(), hunk.leftTo());
        part(text, "The part as it is now:", right, hunk.rightFrom(), hunk.rightTo());
        part(text, "The lines before it, which stay:", right, hunk.rightFrom() - CONTEXT, hunk.rightFrom());
        part(text, "The lines after it, which stay:", right, hunk.rightTo(), hunk.rightTo() + CONTEXT);
        if (!note.isBlank()) {
            text.append("What I want instead: ").append(note.strip()).append("\n\n");
        }
        return text.append(
                        "Answer with one fenced code block that holds the new lines of this part alone, indented as they"
                                + " stand in the code. Do not repeat the lines before and after it. An empty block removes the"
                                + " part. No words around the block.")
                .toString();
    }

    private static void part(StringBuilder text, String title, LineText lines, int from, int to) {
        var shown = lines.lines().subList(Math.max(0, from), Math.min(lines.size(), to));
        if (shown.isEmpty()) {
            return;
        }
        var fence = fence(shown);
        text.append(title).append('\n').append(fence).append('\n');
        shown.forEach(line -> text.append(line).append('\n'));
        text.append(fence).append("\n\n");
    }

    /// Longer than any run of backticks in the lines, so that they cannot close it.
    private static String fence(List<String> lines) {
        var fence = "```";
        while (String.join("\n", lines).contains(fence)) {
            fence += "`";
        }
        return fence;
    }
}
