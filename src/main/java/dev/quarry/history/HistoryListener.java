package dev.quarry.history;

/// Hears of a history. Called on the thread that writes it: whoever shows something has to hop.
public interface HistoryListener {

    /// Hears and does nothing.
    HistoryListener NONE = new HistoryListener() {
        @Override
        public void changed() {}

        @Override
        public void problem(String sentence) {}

        @Override
        public void recovered(Recovered left) {}

        @Override
        public boolean wantsLeftovers() {
            return false;
        }
    };

    /// Runs came, ended, were changed or deleted.
    void changed();

    /// Something is wrong that the user should know of.
    ///
    /// @param sentence what happened and what to do
    void problem(String sentence);

    /// A Quarry that ended without closing has left something behind. Told once, after opening.
    void recovered(Recovered left);

    /// Whether what was left behind is wanted: a program that only looks leaves it for one that can offer it.
    default boolean wantsLeftovers() {
        return true;
    }
}
