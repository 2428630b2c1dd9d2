package dev.quarry.language.syntax;

/// A function or type that a text declares. Offsets are UTF-16 units; ends are exclusive.
///
/// @param name as it is written, without what it belongs to
/// @param visible whether others may use it, by the rules and habits of its language
/// @param bodyStart where its body starts; equal to bodyEnd when it has none, or none is known
public record Declaration(Kind kind, String name, boolean visible, int start, int end, int bodyStart, int bodyEnd) {

    /// What is declared.
    public enum Kind {
        TYPE,
        FUNCTION
    }

    /// Whether another one stands within it.
    public boolean encloses(Declaration other) {
        return start < other.start && end >= other.end;
    }

    /// Whether its body is known.
    public boolean hasBody() {
        return bodyEnd > bodyStart;
    }
}
