package dev.quarry.bedrock;

/// Keeps pieces of text from ending in the middle of a character outside the basic plane: the service may cut
/// there, and half a surrogate pair cannot be shown or written.
final class WholeCharacters {
    private String half = "";

    /// Takes the next piece and returns what can be passed on, maybe nothing.
    String take(String piece) {
        var text = half.isEmpty() ? piece : half + piece;
        if (!text.isEmpty() && Character.isHighSurrogate(text.charAt(text.length() - 1))) {
            half = text.substring(text.length() - 1);
            return text.substring(0, text.length() - 1);
        }
        half = "";
        return text;
    }

    /// Returns the half that is left when nothing more comes, as it came.
    String rest() {
        var rest = half;
        half = "";
        return rest;
    }
}
