package dev.quarry.secret;

/// A credential in a text.
///
/// @param kind what it is, for the user, such as `AWS access key`
/// @param start UTF-16 offset of its first character
/// @param end offset after its last
/// @param line 1-based, of its first character
public record Finding(String kind, int start, int end, int line) {

    String in(String text) {
        return text.substring(start, end);
    }
}
