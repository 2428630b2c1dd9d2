package dev.quarry.run;

/// Changes a text on its way while it streams. May hold back what it cannot decide about yet. Not safe for
/// use from several threads at once.
public interface PieceFilter {

    /// Changes nothing.
    PieceFilter NONE = new PieceFilter() {
        @Override
        public String take(String piece) {
            return piece;
        }

        @Override
        public String finish() {
            return "";
        }
    };

    /// Takes the next piece.
    ///
    /// @return what can be passed on, often something else, maybe nothing
    String take(String piece);

    /// The text is over.
    ///
    /// @return what was held back
    String finish();

    /// This one, and then the other.
    default PieceFilter then(PieceFilter next) {
        var first = this;
        return new PieceFilter() {
            @Override
            public String take(String piece) {
                return next.take(first.take(piece));
            }

            @Override
            public String finish() {
                return next.take(first.finish()) + next.finish();
            }
        };
    }
}
