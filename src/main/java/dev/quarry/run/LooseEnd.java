package dev.quarry.run;

/// Holds back the white space at the end of a text that streams, so that what was passed on is the
/// [Seam#base] of it whenever the stream stops.
public final class LooseEnd {
    private final StringBuilder held = new StringBuilder();

    /// Takes the next piece and returns what can be passed on, maybe nothing.
    public String take(String piece) {
        held.append(piece);
        var end = held.length();
        while (end > 0 && Seam.isLoose(held.charAt(end - 1))) {
            end--;
        }
        var firm = held.substring(0, end);
        held.delete(0, end);
        return firm;
    }

    /// What is held now; it is not held any more.
    public String release() {
        var rest = held.toString();
        held.setLength(0);
        return rest;
    }
}
