package dev.quarry.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Finds test cases that have a title instead of a name, as in `it("adds", …)`, and that an answer left out.
final class TestCases {

    private static final Pattern CASE = Pattern.compile(
            "(?m)(?<![\\w.$])(?:it|test|describe|context|specify|scenario|suite|example|@test|test_that)"
                    + "(?:\\.\\w+)?[ \\t]*\\(?[ \\t]*(?<quote>[\"'`])(?<title>[^\\n]{3,200}?)\\k<quote>");
    private static final double LOST = 0.34;

    private TestCases() {}

    /// Titles of cases that are gone together with what they did, in the order of the input.
    static List<String> missing(List<Piece> answer, Piece input, Survival survival) {
        var there = new LinkedHashMap<String, Integer>();
        answer.forEach(p -> there.putAll(cases(p)));
        var before = new ArrayList<>(cases(input).entrySet());
        var missing = new ArrayList<String>();
        for (var i = 0; i < before.size(); i++) {
            var title = before.get(i).getKey();
            var start = before.get(i).getValue();
            var end = i + 1 < before.size()
                    ? before.get(i + 1).getValue()
                    : input.text().length();
            if (!there.containsKey(title) && survival.of(start, end, title).orElse(1) < LOST) {
                missing.add("\"" + title + "\"");
            }
        }
        var titles = new HashSet<>(there.keySet());
        before.forEach(c -> titles.remove(c.getKey()));
        // As many new cases as are gone: they were written anew.
        return titles.size() >= missing.size() ? List.of() : missing;
    }

    /// Where each begins, by its title.
    private static Map<String, Integer> cases(Piece piece) {
        var cases = new LinkedHashMap<String, Integer>();
        var match = CASE.matcher(piece.bare().words());
        while (match.find()) {
            cases.putIfAbsent(match.group("title").strip(), match.start());
        }
        return cases;
    }
}
