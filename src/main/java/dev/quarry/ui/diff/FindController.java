package dev.quarry.ui.diff;

import dev.quarry.ui.control.Search;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.diff.DiffSearch.Found;
import dev.quarry.ui.diff.DiffSearch.Result;
import dev.quarry.ui.fx.LatestWork;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// Finds text in both sides, in the background as one types, and walks the matches. FX thread only.
final class FindController implements AutoCloseable {
    private static final Search NOTHING = new Search("", false, false);

    private final DiffModel model;
    private final Consumer<Found> onReveal;
    private final LatestWork<Asked, Result> searching;
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper problem = new ReadOnlyBooleanWrapper();
    private Search search = NOTHING;
    private List<Found> matches = List.of();
    private int current = -1;
    private boolean jump;

    private record Asked(Search search, @Nullable Comparison in, Layout layout) {
        Result find() {
            return in == null ? Result.NOTHING : DiffSearch.find(search, in.diff(), layout);
        }
    }

    /// @param onReveal told which match is in view now
    FindController(DiffModel model, Consumer<Found> onReveal) {
        this.model = model;
        this.onReveal = onReveal;
        searching = new LatestWork<>("find-diff", 30, this::asked, Asked::find, this::found);
        model.comparisonProperty().addListener((o, was, is) -> searchAgain());
        model.look().layoutProperty().addListener((o, was, is) -> searchAgain());
    }

    private Asked asked() {
        return new Asked(
                search,
                model.comparisonProperty().get(),
                model.look().layoutProperty().get());
    }

    /// Which match is the current one, of how many; or what is wrong with the pattern.
    ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Whether the pattern cannot be searched for.
    ReadOnlyBooleanProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Finds that from now on, and goes to the first match from the current row on.
    void search(Search next) {
        search = next;
        jump = true;
        searching.request();
    }

    /// Finds nothing any more.
    void stop() {
        search = NOTHING;
        matches = List.of();
        model.marks().show(List.of(), null);
    }

    private void searchAgain() {
        matches = List.of(); // their rows are no more
        if (!search.text().isEmpty()) {
            searching.request();
        }
    }

    private void found(Result result) {
        if (search.text().isEmpty()) {
            stop();
            state.set("");
            problem.set(false);
            return;
        }
        matches = result.matches();
        current = nearest(model.rows().currentAt());
        model.marks().show(matches, current < 0 ? null : matches.get(current));
        problem.set(result.problem() != null);
        if (result.problem() != null) {
            state.set(result.problem());
            return;
        }
        if (jump) {
            goThere();
        }
        jump = false;
        tell();
    }

    /// The first match in that row or after it, round the end.
    private int nearest(int row) {
        for (var i = 0; i < matches.size(); i++) {
            if (matches.get(i).row() >= row) {
                return i;
            }
        }
        return matches.isEmpty() ? -1 : 0;
    }

    /// Goes on to the next match, or back, round the end.
    ///
    /// @param by 1 or -1
    void step(int by) {
        if (!matches.isEmpty()) {
            current = Math.floorMod(current + by, matches.size());
            model.marks().setCurrent(matches.get(current));
            goThere();
            tell();
        }
    }

    private void goThere() {
        if (current >= 0) {
            var match = matches.get(current);
            model.rows().reveal(match.row());
            onReveal.accept(match);
        }
    }

    private void tell() {
        state.set(
                matches.isEmpty()
                        ? Texts.of("find.none")
                        : Texts.of(
                                matches.size() == Search.MOST ? "find.countMany" : "find.count",
                                current + 1,
                                matches.size()));
    }

    @Override
    public void close() {
        searching.close();
    }
}
