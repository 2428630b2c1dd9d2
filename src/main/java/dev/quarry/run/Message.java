package dev.quarry.run;

/// One turn of a conversation, oldest first in a [RunRequest]. The first and the last turn are the user's.
public record Message(Role role, String text) {

    /// Who speaks.
    public enum Role {
        USER,
        ASSISTANT
    }

    public static Message user(String text) {
        return new Message(Role.USER, text);
    }

    public static Message assistant(String text) {
        return new Message(Role.ASSISTANT, text);
    }
}
