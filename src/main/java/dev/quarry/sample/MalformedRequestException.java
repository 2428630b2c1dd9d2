package dev.quarry.sample;

import org.jspecify.annotations.Nullable;

/// A request that is none: not the client's question but its form is wrong.
final class MalformedRequestException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedRequestException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    /// The message that the constructor asks for; never null.
    String sentence() {
        var message = getMessage();
        return message == null ? "The request is malformed." : message;
    }
}
