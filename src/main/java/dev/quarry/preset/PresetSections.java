package dev.quarry.preset;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The three parts of a preset file, each with the line it starts in, 1-based.
///
/// @param system null when the file has no such section
record PresetSections(Part frontMatter, @Nullable Part system, Part user) {

    /// A heading of a section. A line of a prompt that looks the same is written with a backslash before it.
    private static final Pattern HEADING =
            Pattern.compile("(\\\\*)#[ \\t]+(System|User)[ \\t]*", Pattern.CASE_INSENSITIVE);

    private static final String SYSTEM = "System";
    private static final String USER = "User";

    /// @param text without blank lines at its start and end
    record Part(String text, int firstLine) {}

    /// @param text with line ends `\n` only
    static PresetSections of(String text) throws PresetException {
        var lines = List.of(text.split("\n", -1));
        if (!isRule(lines.getFirst())) {
            throw new PresetException("A preset starts with a line '---', then its front matter.", 1);
        }
        var rule = nextRule(lines);
        var headings = headings(lines, rule + 1);
        var user = headings.getLast();
        var system = headings.size() > 1 ? headings.getFirst() : null;
        var prompt = part(lines, user.index() + 1, lines.size());
        if (prompt.text().isEmpty()) {
            throw new PresetException("The section '# User' is empty. It holds the prompt.", user.index() + 1);
        }
        return new PresetSections(
                new Part(String.join("\n", lines.subList(1, rule)) + "\n", 2),
                system == null ? null : part(lines, system.index() + 1, user.index()),
                prompt);
    }

    /// The file of a front matter, which ends with a line end, and two prompts.
    static String write(String frontMatter, String system, String user) {
        var text = new StringBuilder("---\n").append(frontMatter).append("---\n");
        if (!system.isEmpty()) {
            text.append("# ")
                    .append(SYSTEM)
                    .append('\n')
                    .append(escaped(system))
                    .append("\n\n");
        }
        return text.append("# ")
                .append(USER)
                .append('\n')
                .append(escaped(user))
                .append('\n')
                .toString();
    }

    private record Heading(String name, int index) {}

    private static boolean isRule(String line) {
        return line.stripTrailing().equals("---");
    }

    private static int nextRule(List<String> lines) throws PresetException {
        for (var i = 1; i < lines.size(); i++) {
            if (isRule(lines.get(i))) {
                return i;
            }
        }
        throw new PresetException("The front matter has no end. Put a line '---' after it.", 1);
    }

    /// One or two: System first, when it is there, then User.
    private static List<Heading> headings(List<String> lines, int from) throws PresetException {
        var headings = new ArrayList<Heading>();
        for (var i = from; i < lines.size(); i++) {
            var matcher = HEADING.matcher(lines.get(i));
            if (matcher.matches() && matcher.group(1).isEmpty()) {
                var name = matcher.group(2).equalsIgnoreCase(SYSTEM) ? SYSTEM : USER;
                requireInOrder(headings, name, i + 1);
                headings.add(new Heading(name, i));
            } else if (headings.isEmpty() && !lines.get(i).isBlank()) {
                throw new PresetException(
                        "After the front matter comes '# System' or '# User', then the prompt.", i + 1);
            }
        }
        if (headings.isEmpty() || !headings.getLast().name().equals(USER)) {
            throw new PresetException("The section '# User' is missing. It holds the prompt.", lines.size());
        }
        return headings;
    }

    private static void requireInOrder(List<Heading> headings, String name, int line) throws PresetException {
        if (headings.stream().anyMatch(h -> h.name().equals(name))) {
            throw new PresetException(
                    "The section '# %s' is there twice. A line of a prompt that looks like it is written '\\# %s'."
                            .formatted(name, name),
                    line);
        }
        if (!headings.isEmpty() && name.equals(SYSTEM)) {
            throw new PresetException("The section '# System' comes before '# User'.", line);
        }
    }

    private static Part part(List<String> lines, int from, int to) {
        var first = from;
        while (first < to && lines.get(first).isBlank()) {
            first++;
        }
        var text = new ArrayList<String>();
        for (var line : lines.subList(first, to)) {
            text.add(HEADING.matcher(line).matches() ? line.substring(1) : line);
        }
        return new Part(String.join("\n", text).strip(), first + 1);
    }

    private static String escaped(String prompt) {
        return prompt.lines()
                .map(line -> HEADING.matcher(line).matches() ? "\\" + line : line)
                .reduce((a, b) -> a + "\n" + b)
                .orElse("");
    }
}
