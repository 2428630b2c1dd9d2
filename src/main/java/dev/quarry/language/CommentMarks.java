package dev.quarry.language;

/// How a language marks comments.
///
/// @param line what starts a comment that ends with its line; empty when there is none
/// @param open what starts a comment that may go over several lines; empty when there is none
/// @param close what ends it
public record CommentMarks(String line, String open, String close) {

    public boolean hasLine() {
        return !line.isEmpty();
    }

    public boolean hasBlock() {
        return !open.isEmpty();
    }
}
