package dev.quarry.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every colour of text on every ground it stands on has the contrast that WCAG 2 asks for at level AA: 4.5 to 1.
class ContrastTest {
    private static final Pattern COLOUR = Pattern.compile("-q-([a-z-]+):\\s*#([0-9a-f]{6})");
    private static final List<String> CODE = List.of(
            "text",
            "keyword",
            "type",
            "function",
            "property",
            "constant",
            "string",
            "escape",
            "number",
            "comment",
            "doc-comment",
            "operator",
            "annotation",
            "tag",
            "attribute",
            "link");

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void codeCanBeReadOnEveryGround(String theme) throws IOException {
        var colours = colours(theme);
        for (var kind : CODE) {
            for (var ground : List.of("pane", "current-line", "code-ground", "bracket", "found")) {
                assertThat(contrast(colours.get(kind), colours.get(ground)))
                        .as("%s on %s, %s", kind, ground, theme)
                        .isGreaterThanOrEqualTo(4.5);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void codeCanBeReadOnEveryGroundOfTheDiff(String theme) throws IOException {
        var colours = colours(theme);
        var code = new ArrayList<>(CODE);
        code.set(code.indexOf("comment"), "diff-comment");
        var grounds = List.of(
                "added",
                "added-strong",
                "removed",
                "removed-strong",
                "moved",
                "safe-added",
                "safe-added-strong",
                "safe-removed",
                "safe-removed-strong");
        for (var kind : code) {
            for (var ground : grounds) {
                assertThat(contrast(colours.get(kind), colours.get(ground)))
                        .as("%s on %s, %s", kind, ground, theme)
                        .isGreaterThanOrEqualTo(4.5);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void theMarksOfTheDiffCanBeSeen(String theme) throws IOException {
        var colours = colours(theme);
        for (var mark : List.of("added", "removed", "safe-added", "safe-removed")) {
            for (var ground : List.of(mark, "pane")) {
                assertThat(contrast(colours.get(mark + "-mark"), colours.get(ground)))
                        .as("mark on %s, %s", ground, theme)
                        .isGreaterThanOrEqualTo(4.5);
            }
        }
        for (var ground : List.of("fold", "filler")) {
            assertThat(contrast(colours.get("muted"), colours.get(ground)))
                    .as("muted on %s, %s", ground, theme)
                    .isGreaterThanOrEqualTo(4.5);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void theWindowsTextCanBeRead(String theme) throws IOException {
        var colours = colours(theme);
        for (var ground : List.of("ground", "pane", "accent-soft", "note", "warning", "failure")) {
            assertThat(contrast(colours.get("text"), colours.get(ground)))
                    .as("text on %s, %s", ground, theme)
                    .isGreaterThanOrEqualTo(4.5);
        }
        for (var text : List.of("muted", "good", "partial", "bad")) {
            for (var ground : List.of("ground", "pane")) {
                assertThat(contrast(colours.get(text), colours.get(ground)))
                        .as("%s on %s, %s", text, ground, theme)
                        .isGreaterThanOrEqualTo(4.5);
            }
        }
    }

    private static Map<String, Integer> colours(String theme) throws IOException {
        var sheet = Files.readString(Path.of(System.getProperty("quarry.project.dir"), "styles", theme + ".css"));
        var colours = new HashMap<String, Integer>();
        var matcher = COLOUR.matcher(sheet);
        while (matcher.find()) {
            colours.put(matcher.group(1), Integer.parseInt(matcher.group(2), 16));
        }
        return colours;
    }

    /// As WCAG 2.2 defines it, from 1 to 21.
    private static double contrast(int one, int other) {
        var a = luminance(one);
        var b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * channel(rgb >> 16) + 0.7152 * channel(rgb >> 8) + 0.0722 * channel(rgb);
    }

    private static double channel(int value) {
        var share = (value & 0xff) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
