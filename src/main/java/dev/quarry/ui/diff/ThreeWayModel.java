package dev.quarry.ui.diff;

import dev.quarry.diff.LineText;
import dev.quarry.diff.ThreeWay;
import dev.quarry.diff.ThreeWay.Choice;
import dev.quarry.diff.file.TextFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// A result, the file it was made from, and what the file has become meanwhile. May be made on any thread; used on the
/// FX thread.
final class ThreeWayModel {
    private final ThreeWay merge;
    private final TextFile now;
    private final List<ThreeWayRow> rows;
    private final ObservableList<@Nullable Choice> choices = FXCollections.observableArrayList();

    /// @param now the file as it is
    ThreeWayModel(ThreeWay merge, TextFile now) {
        this.merge = merge;
        this.now = now;
        rows = ThreeWayRow.of(merge);
        merge.conflicts().forEach(conflict -> choices.add(null));
    }

    ThreeWay merge() {
        return merge;
    }

    TextFile now() {
        return now;
    }

    List<ThreeWayRow> rows() {
        return rows;
    }

    /// One for each conflict, null until it is made.
    ObservableList<@Nullable Choice> choices() {
        return choices;
    }

    /// Whether every conflict is decided.
    boolean isChosen() {
        return choices.stream().allMatch(Objects::nonNull);
    }

    LineText merged() {
        var chosen = new ArrayList<Choice>();
        for (var choice : choices) {
            chosen.add(Objects.requireNonNull(choice, "asked only when all are chosen"));
        }
        return merge.merged(chosen);
    }
}
