package dev.quarry.ui.conversation;

import java.util.Objects;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The versions of the answer that is shown. FX thread only.
public final class ConversationModel {
    private final ObservableList<Version> versions = FXCollections.observableArrayList();
    private final ObservableList<Version> readOnly = FXCollections.unmodifiableObservableList(versions);
    private final ReadOnlyIntegerWrapper current = new ReadOnlyIntegerWrapper(-1);

    /// The oldest first.
    public ObservableList<Version> versions() {
        return readOnly;
    }

    /// The index of the version that is shown; -1 while there is none.
    public ReadOnlyIntegerProperty currentProperty() {
        return current.getReadOnlyProperty();
    }

    /// Begins a new conversation.
    public void clear() {
        current.set(-1);
        versions.clear();
    }

    /// Adds a version, which is shown now.
    public void add(Version version) {
        versions.add(version);
        current.set(versions.size() - 1);
    }

    /// Says which version is shown now.
    ///
    /// @throws IndexOutOfBoundsException when there is no such version
    public void show(int index) {
        Objects.checkIndex(index, versions.size());
        current.set(index);
    }
}
