package dev.quarry.ui.history;

import dev.quarry.history.HistoryQuery;
import dev.quarry.history.HistoryValues;
import dev.quarry.history.RunSummary;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Which runs are listed, and what is asked for. Knows no nodes. FX thread only.
public final class HistoryModel {
    private final ObservableList<RunSummary> runs = FXCollections.observableArrayList();
    private final ObjectProperty<HistoryQuery> query = new SimpleObjectProperty<>(HistoryQuery.ALL);
    private final ObjectProperty<HistoryValues> values = new SimpleObjectProperty<>(HistoryValues.NONE);
    private final BooleanProperty kept = new SimpleBooleanProperty(true);

    /// Pinned ones first, then the newest first; a page at a time.
    public ObservableList<RunSummary> runs() {
        return runs;
    }

    public ObjectProperty<HistoryQuery> queryProperty() {
        return query;
    }

    /// What the filters offer.
    public ObjectProperty<HistoryValues> valuesProperty() {
        return values;
    }

    /// Whether runs are kept on disk.
    public BooleanProperty keptProperty() {
        return kept;
    }
}
