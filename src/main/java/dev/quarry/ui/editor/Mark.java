package dev.quarry.ui.editor;

/// A place in the text that is marked besides its colour, such as a match of a search.
///
/// @param start offset in UTF-16 units, inclusive
/// @param end offset in UTF-16 units, exclusive, greater than start
/// @param styleClass such as `found`; the style sheet says what it looks like
record Mark(int start, int end, String styleClass) {

    Mark {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("not a mark: " + start + " to " + end);
        }
    }
}
