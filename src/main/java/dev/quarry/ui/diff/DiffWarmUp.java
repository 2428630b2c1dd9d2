package dev.quarry.ui.diff;

import dev.quarry.diff.LineText;
import dev.quarry.diff.Whitespace;
import dev.quarry.diff.review.Review;
import dev.quarry.language.Highlighter;
import dev.quarry.language.Language;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Scene;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has the machine load, link and compile what a first diff needs, while nobody waits for it: that takes longer than
/// the diff.
public final class DiffWarmUp {
    private static final Logger LOG = LoggerFactory.getLogger(DiffWarmUp.class);
    private static final int LINES = 2_000;
    private static final int ONE_CHANGED_IN = 20;
    private static final int ROUNDS = 20;

    /// How many lines are laid out at a time, so that none of the times is felt.
    private static final List<Integer> SLICES = List.of(1, 3, 12, 40, 40, 40, 40, 40, 40, 40, 40, 40);

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

    /// Compares. Blocks for some tenths of a second of computing. Any thread but the FX thread.
    ///
    /// @param language one with a lexer
    public static void compare(Highlighter quick, Language language) {
        load();
        for (var round = 0; round < ROUNDS; round++) {
            if (compared(quick, language, LINES, round) instanceof ComparisonJob.Made.Compared compared) {
                link(compared);
                cut(compared);
            }
        }
    }

    /// What lays rows out where nobody sees them, in pieces of some hundredths of a second at the most. FX thread, with
    /// time for a frame between them, after [#compare].
    ///
    /// @param sheets asked then for the style sheets of the window
    public static List<Runnable> layOut(Highlighter quick, Language language, Supplier<List<String>> sheets) {
        return SLICES.stream()
                .<Runnable>map(lines -> () -> {
                    if (compared(quick, language, lines, 0) instanceof ComparisonJob.Made.Compared compared) {
                        layOut(compared, lines, sheets.get());
                    }
                })
                .toList();
    }

    private static void layOut(ComparisonJob.Made.Compared compared, int lines, List<String> sheets) {
        var model = new DiffModel();
        var list = new DiffList(model, new SimpleIntegerProperty(13), (hunk, decision) -> {}, row -> {});
        var scene = new Scene(list, 800, 40 + 20 * lines);
        scene.getStylesheets().setAll(sheets);
        model.show(compared.comparison(), new Review(compared.comparison().diff()), compared.left(), compared.right());
        list.applyCss();
        list.layout();
    }

    private static ComparisonJob.Made compared(Highlighter quick, Language language, int lines, int round) {
        var before = new Version("", text(lines, -1), language, null, null);
        var after = new Version("", text(lines, round), language, null, null);
        var chosen = new ComparisonJob.Chosen(null, null, Whitespace.KEEP);
        return new ComparisonJob(chosen, () -> before, () -> after, null).make(quick);
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

    /// The first time a switch looks at a kind, Java writes code for it.
    private static void link(ComparisonJob.Made.Compared compared) {
        var diff = compared.comparison().diff();
        var review = new Review(diff);
        diff.hunks().forEach(review::state);
    }

    /// Cuts the lines as the rows will.
    private static void cut(ComparisonJob.Made.Compared compared) {
        var diff = compared.comparison().diff();
        var right = compared.right();
        for (var line = 0; line < diff.right().size(); line++) {
            LinePiece.cut(diff.right().line(line), right.of(line), List.of());
        }
        for (var layout : Layout.values()) {
            layout.shown(diff, Set.of());
        }
    }

    private static LineText text(int lines, int round) {
        return LineText.of(IntStream.range(0, lines)
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
