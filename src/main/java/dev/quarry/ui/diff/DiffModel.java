package dev.quarry.ui.diff;

import dev.quarry.diff.Hunk;
import dev.quarry.diff.Row;
import dev.quarry.diff.file.ApplyOutcome;
import dev.quarry.diff.file.TextFile;
import dev.quarry.diff.review.Review;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What is compared, how it is shown, and what is decided on it. Knows no nodes, threads or services. FX thread only.
public final class DiffModel {
    private final DiffLook look = new DiffLook();
    private final DiffRows rows = new DiffRows(look);
    private final DiffMarks marks = new DiffMarks(look);
    private final ObservableList<Source> sources = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Source> left = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Source> right = new SimpleObjectProperty<>();
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
    private LineColours leftColours = line -> List.of();
    private LineColours rightColours = line -> List.of();
    private @Nullable Review review;

    public DiffModel() {
        look.layoutProperty().addListener((o, was, is) -> marks.clear());
    }

    /// How differences are looked at.
    public DiffLook look() {
        return look;
    }

    /// What is in view, and where the user is in it.
    DiffRows rows() {
        return rows;
    }

    /// What stands out in them.
    DiffMarks marks() {
        return marks;
    }

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

    @Nullable
    Review review() {
        return review;
    }

    /// Whether anything was decided or edited that a new comparison would leave behind.
    public boolean isDecided() {
        return review != null
                && (review.canUndo()
                        || review.counts().decided() > 0
                        || !review.result().equals(review.diff().left()));
    }

    /// What copying takes: the text that is selected with the mouse, else the selected lines.
    String copied() {
        var now = comparison.get();
        var selection = marks.selection();
        return now == null || selection == null
                ? rows.selectedText()
                : selection.text(now, look.layoutProperty().get());
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
        threeWay.set(null);
        var before = comparison.get();
        var place = placeIn(next);
        if (before == null || !before.left().equals(next.left())) {
            file.set(
                    next.left().file() == null
                            ? next.right().file()
                            : next.left().file());
        }
        marks.clear();
        comparison.set(next);
        rows.show(next);
        stepTaken();
        rows.goToHunk(place);
    }

    /// The hunk to begin with: the first, or the one nearest to the current one.
    private int placeIn(Comparison next) {
        var now = comparison.get();
        var hunk = rows.currentHunk();
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
        marks.clear();
        comparison.set(null);
        rows.show(null);
        stepTaken();
    }
}
