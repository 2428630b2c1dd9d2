package dev.quarry.ui.diff;

import java.util.Comparator;

/// Between two characters of a side.
///
/// @param row index among the rows of the layout, whether folded or not
/// @param column in UTF-16 units, 0-based
record Place(int row, int column) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
            Comparator.comparingInt(Place::row).thenComparingInt(Place::column);

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
