package dev.quarry.diff.file;

import org.jspecify.annotations.Nullable;

/// Bytes that are no text. The message goes on where a file's name is the subject.
final class NotTextException extends Exception {
    private static final long serialVersionUID = 1L;

    NotTextException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
