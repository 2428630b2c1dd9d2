package dev.quarry.ui.diff;

/// A part of a shown line that stands out.
///
/// @param from first UTF-16 unit of the line, 0-based
/// @param to exclusive; beyond the end of the line when what stands out goes on in the next one
record LineMark(int from, int to, Kind kind) {

    enum Kind {
        FOUND("found"),
        FOUND_CURRENT("found-current"),
        SELECTED("selected-text");

        private final String styleClass;

        Kind(String styleClass) {
            this.styleClass = styleClass;
        }

        String styleClass() {
            return styleClass;
        }
    }
}
