package dev.quarry.ui.task;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/// Parameters as they are typed. A field whose text does not parse is marked, and counts as empty. FX thread only.
final class ParameterText {

    private ParameterText() {}

    /// From 0 to 1, with a point or a comma.
    static @Nullable Double share(TextField field) {
        var text = field.getText().strip().replace(',', '.');
        var good = text.matches("0|1|[01]?\\.\\d{1,9}") && Double.parseDouble(text) <= 1;
        mark(field, text.isEmpty() || good);
        return good ? Double.valueOf(text) : null;
    }

    /// At least 1.
    static @Nullable Integer count(TextField field) {
        var text = field.getText().strip();
        var good = text.matches("0*[1-9]\\d{0,6}");
        mark(field, text.isEmpty() || good);
        return good ? Integer.valueOf(text) : null;
    }

    /// Such as `team=core, ticket=42`.
    static Map<String, String> pairs(TextField field) {
        var all = new LinkedHashMap<String, String>();
        var good = true;
        for (var pair : split(field.getText(), ",")) {
            var equals = pair.indexOf('=');
            good &= equals > 0;
            if (equals > 0) {
                all.put(
                        pair.substring(0, equals).strip(),
                        pair.substring(equals + 1).strip());
            }
        }
        mark(field, good);
        return all;
    }

    /// The same, to be shown.
    static String ofPairs(Map<String, String> pairs) {
        return pairs.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /// Such as `END | STOP`.
    static List<String> parts(TextField field) {
        return split(field.getText(), "\\|");
    }

    /// The same, to be shown.
    static String ofParts(List<String> parts) {
        return String.join(" | ", parts);
    }

    private static List<String> split(String text, String by) {
        return Arrays.stream(text.split(by, -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /// Marks it as one that does not parse, or takes the mark away.
    static void mark(Control field, boolean good) {
        field.getStyleClass().remove("field-problem");
        if (!good) {
            field.getStyleClass().add("field-problem");
        }
    }
}
