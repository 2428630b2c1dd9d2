package dev.quarry.money;

/// The tokens of a request before it is sent.
///
/// @param tokens as counted by the service, or as estimated
/// @param most what it will hardly be more than; the same as `tokens` when it was counted
public record TokenCount(long tokens, long most, Source source) {

    /// Where the number comes from.
    public enum Source {
        COUNTED,
        ESTIMATED
    }

    public static TokenCount counted(long tokens) {
        return new TokenCount(tokens, tokens, Source.COUNTED);
    }
}
