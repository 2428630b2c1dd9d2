package dev.quarry.ui.diff;

import dev.quarry.diff.LineText;
import dev.quarry.diff.Whitespace;
import dev.quarry.language.Highlighter;
import dev.quarry.language.Language;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has the machine load and compile what a first diff needs, while nobody waits for it: that takes longer than the
/// diff.
public final class DiffWarmUp {
    private static final Logger LOG = LoggerFactory.getLogger(DiffWarmUp.class);
    private static final int LINES = 2_000;
    private static final int ONE_CHANGED_IN = 20;
    private static final int ROUNDS = 4;

    /// What the FX thread would have to load when the first rows are shown.
    private static final List<Class<?>> SHOWN = List.of(
            ChangeMap.class,
            DiffMarks.class,
            DiffRows.class,
            HunkGutter.class,
            Layout.class,
            LinePane.class,
            LinePiece.class,
            LineRuler.class,
            RowCell.class,
            RowPane.class,
            ShownRow.Closed.class,
            ShownRow.Line.class);

    private DiffWarmUp() {}

    /// Blocks for some tenths of a second of computing. Any thread but the FX thread.
    ///
    /// @param language one with a lexer
    public static void run(Highlighter quick, Language language) {
        load();
        var left = text(-1);
        for (var round = 0; round < ROUNDS; round++) {
            var right = text(round);
            var before = new Version("", left, language, null, null);
            var after = new Version("", right, language, null, null);
            var chosen = new ComparisonJob.Chosen(null, null, Whitespace.KEEP);
            var made = new ComparisonJob(chosen, () -> before, () -> after, null).make(quick);
            if (made instanceof ComparisonJob.Made.Compared compared) {
                show(compared);
            }
        }
    }

    private static void load() {
        var lookup = MethodHandles.lookup();
        for (var shown : SHOWN) {
            try {
                lookup.ensureInitialized(shown);
            } catch (IllegalAccessException e) {
                LOG.debug("not loaded ahead: {}", shown, e); // it is loaded when it is needed
            }
        }
    }

    /// Cuts the lines as the rows will.
    private static void show(ComparisonJob.Made.Compared compared) {
        var diff = compared.comparison().diff();
        var right = compared.right();
        for (var line = 0; line < diff.right().size(); line++) {
            LinePiece.cut(diff.right().line(line), right.of(line), List.of());
        }
        for (var layout : Layout.values()) {
            layout.shown(diff, Set.of());
        }
    }

    private static LineText text(int round) {
        return LineText.of(IntStream.range(0, LINES)
                .mapToObj(i -> line(i, i % ONE_CHANGED_IN == round))
                .collect(Collectors.joining("\n")));
    }

    private static String line(int i, boolean changed) {
        return switch (i % 5) {
            case 0 -> "    int value" + i + "(int first, String second) {";
            case 1 -> "        // what is " + (changed ? "new" : "old") + " here";
            case 2 -> "        var sum = first " + (changed ? "* 3" : "+ " + i) + ";";
            case 3 -> "        return sum + second.length();";
            default -> changed ? "    } // " + i : "    }";
        };
    }
}
