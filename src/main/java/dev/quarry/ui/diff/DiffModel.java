package dev.quarry.ui.diff;

import dev.quarry.diff.Hunk;
import dev.quarry.diff.Row;
import dev.quarry.diff.Whitespace;
import dev.quarry.diff.file.ApplyOutcome;
import dev.quarry.diff.file.TextFile;
import dev.quarry.diff.review.Review;
import dev.quarry.ui.diff.ShownRow.Line;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What is compared, how it is shown, and what is decided on it. Knows no nodes, threads or services. FX thread only.
public final class DiffModel {
    private final ObservableList<Source> sources = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Source> left = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Source> right = new SimpleObjectProperty<>();
    private final ObjectProperty<Layout> layout = new SimpleObjectProperty<>(Layout.SIDE_BY_SIDE);
    private final ObjectProperty<Whitespace> whitespace = new SimpleObjectProperty<>(Whitespace.KEEP);
    private final BooleanProperty safeColours = new SimpleBooleanProperty();
    private final BooleanProperty resultShown = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<@Nullable Comparison> comparison = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<@Nullable TextFile> file = new SimpleObjectProperty<>();
    private final ObjectProperty<ApplyOutcome.@Nullable Applied> applied = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable ThreeWayModel> threeWay = new SimpleObjectProperty<>();
    private final BooleanProperty shown = new SimpleBooleanProperty();
    private final BooleanProperty redoBar = new SimpleBooleanProperty();
    private final BooleanProperty redoRunning = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper comparing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyLongWrapper steps = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper colourings = new ReadOnlyLongWrapper();
    private final IntegerProperty current = new SimpleIntegerProperty(-1);
    private final ObservableList<ShownRow> rows = FXCollections.observableArrayList();
    private final ObservableList<Integer> selected = FXCollections.observableArrayList();
    private final Set<Integer> opened = new HashSet<>();
    private LineColours leftColours = line -> List.of();
    private LineColours rightColours = line -> List.of();
    private @Nullable Review review;

    /// What can be compared.
    public ObservableList<Source> sources() {
        return sources;
    }

    public ObjectProperty<@Nullable Source> leftProperty() {
        return left;
    }

    public ObjectProperty<@Nullable Source> rightProperty() {
        return right;
    }

    public ObjectProperty<Layout> layoutProperty() {
        return layout;
    }

    public ObjectProperty<Whitespace> whitespaceProperty() {
        return whitespace;
    }

    /// Whether differences are blue and orange instead of green and red.
    public BooleanProperty safeColoursProperty() {
        return safeColours;
    }

    /// Whether the text that the decisions make is shown below.
    public BooleanProperty resultShownProperty() {
        return resultShown;
    }

    /// Null until two versions have been compared.
    ReadOnlyObjectProperty<@Nullable Comparison> comparisonProperty() {
        return comparison.getReadOnlyProperty();
    }

    /// The file the result can be written to, as it was last read or written; null when there is none.
    ObjectProperty<@Nullable TextFile> fileProperty() {
        return file;
    }

    /// What was last written to it; null when nothing was, or that was undone.
    ObjectProperty<ApplyOutcome.@Nullable Applied> appliedProperty() {
        return applied;
    }

    /// The merge that has to be made before the file can be written to; null while there is none.
    ObjectProperty<@Nullable ThreeWayModel> threeWayProperty() {
        return threeWay;
    }

    /// Whether the diff is in view.
    BooleanProperty shownProperty() {
        return shown;
    }

    /// Whether the user is asked what should be different about the current hunk.
    BooleanProperty redoBarProperty() {
        return redoBar;
    }

    /// Whether the model is writing a hunk again.
    BooleanProperty redoRunningProperty() {
        return redoRunning;
    }

    /// Whether a comparison is being made.
    ReadOnlyBooleanProperty comparingProperty() {
        return comparing.getReadOnlyProperty();
    }

    /// Changes whenever something was decided, edited, undone or compared anew.
    ReadOnlyLongProperty stepsProperty() {
        return steps.getReadOnlyProperty();
    }

    /// Changes when better colours have come.
    ReadOnlyLongProperty colouringsProperty() {
        return colourings.getReadOnlyProperty();
    }

    /// The rows as they are shown, closed folds as one row.
    ObservableList<ShownRow> rows() {
        return rows;
    }

    /// The row with the keyboard, an index of [#rows()]; -1 for none.
    IntegerProperty currentProperty() {
        return current;
    }

    /// The rows that are selected, in order; always those the view shows as selected.
    ObservableList<Integer> selected() {
        return selected;
    }

    /// The hunk of the current row, or [Row#NO_HUNK].
    int currentHunk() {
        var at = current.get();
        return at >= 0 && at < rows.size() ? rows.get(at).hunk() : Row.NO_HUNK;
    }

    @Nullable
    Review review() {
        return review;
    }

    /// Whether anything was decided or edited that would be lost with a new comparison.
    public boolean isDecided() {
        return review != null && review.canUndo();
    }

    LineColours colours(Side side) {
        return side == Side.LEFT ? leftColours : rightColours;
    }

    void setComparing(boolean under) {
        comparing.set(under);
    }

    /// Shows another comparison. Over the same left text the place stays.
    void show(Comparison next, Review over, LineColours ofLeft, LineColours ofRight) {
        review = over;
        leftColours = ofLeft;
        rightColours = ofRight;
        opened.clear();
        threeWay.set(null);
        var before = comparison.get();
        var place = placeIn(next);
        if (before == null || !before.left().equals(next.left())) {
            file.set(
                    next.left().file() == null
                            ? next.right().file()
                            : next.left().file());
        }
        comparison.set(next);
        current.set(-1);
        layOut();
        stepTaken();
        current.set(rowOf(place));
    }

    /// The hunk to begin with: the first, or the one nearest to the current one.
    private int placeIn(Comparison next) {
        var now = comparison.get();
        var hunk = currentHunk();
        if (now == null || hunk == Row.NO_HUNK || !now.left().equals(next.left())) {
            return 0;
        }
        var line = now.diff().hunks().get(hunk).leftFrom();
        return next.diff().hunks().stream()
                .filter(h -> h.leftTo() >= line)
                .findFirst()
                .map(Hunk::index)
                .orElse(0);
    }

    void setColours(LineColours ofLeft, LineColours ofRight) {
        leftColours = ofLeft;
        rightColours = ofRight;
        colourings.set(colourings.get() + 1);
    }

    void stepTaken() {
        steps.set(steps.get() + 1);
    }

    /// Forgets what was compared.
    void clear() {
        review = null;
        comparison.set(null);
        rows.clear();
        current.set(-1);
        stepTaken();
    }

    /// Makes the rows anew, the layout or a fold having changed.
    void layOut() {
        var now = comparison.get();
        if (now != null) {
            rows.setAll(layout.get().shown(now.diff(), opened));
        }
    }

    void open(int fold) {
        opened.add(fold);
        layOut();
    }

    void openAll() {
        var now = comparison.get();
        if (now != null) {
            for (var i = 0; i < layout.get().folds(now.diff()).size(); i++) {
                opened.add(i);
            }
            layOut();
        }
    }

    void closeAll() {
        opened.clear();
        layOut();
    }

    boolean anyOpened() {
        return !opened.isEmpty();
    }

    /// Where the first row of a hunk is shown.
    int rowOf(int hunk) {
        for (var i = 0; i < rows.size(); i++) {
            if (rows.get(i).hunk() == hunk) {
                return i;
            }
        }
        return -1;
    }

    /// What the selected rows show, of the right where both sides have a line.
    String selectedText() {
        var now = comparison.get();
        var text = new StringBuilder();
        for (var row : selected) {
            if (now != null && row >= 0 && row < rows.size() && rows.get(row) instanceof Line line) {
                var side = line.row().fillerRight() ? Side.LEFT : Side.RIGHT;
                text.append(now.text(side).line(side.line(line.row()))).append('\n');
            }
        }
        return text.toString();
    }

    /// The selected rows that belong to a hunk.
    List<Line> selectedLines() {
        return selected.stream()
                .filter(i -> i >= 0 && i < rows.size())
                .map(rows::get)
                .filter(Line.class::isInstance)
                .map(Line.class::cast)
                .filter(line -> line.hunk() != Row.NO_HUNK)
                .toList();
    }
}
