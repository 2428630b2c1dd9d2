package dev.quarry.diff.file;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Why a file cannot be read as text. The message is one or two sentences for the user.
public final class TextFileException extends IOException {
    private static final long serialVersionUID = 1L;

    /// The kinds of reason.
    public enum Reason {
        NOT_FOUND,
        /// A folder, a device and the like.
        NOT_A_FILE,
        TOO_LARGE,
        /// A binary file, or text in an encoding nobody can tell.
        NOT_TEXT,
        /// The system refuses to give it out.
        UNREADABLE
    }

    private final Reason reason;

    TextFileException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
