package dev.quarry.run;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Why a run failed. The message is one or two sentences for the user: what happened, and what to do about it.
/// It never holds a credential or a part of the prompt.
public final class RunException extends Exception {
    private static final long serialVersionUID = 1L;

    /// The kinds of failure that a user can do something different about.
    public enum Reason {
        NO_CREDENTIALS,
        EXPIRED_CREDENTIALS,
        ACCESS_DENIED,
        NO_REGION,
        MODEL_NOT_FOUND,
        MODEL_NOT_READY,
        VALIDATION,
        THROTTLED,
        QUOTA,
        UNAVAILABLE,
        TIMEOUT,
        CONNECTION,
        NO_MODEL_CONNECTED,
        BUG
    }

    private final Reason reason;
    private final boolean retryable;
    private final transient @Nullable Duration retryAfter;
    private final @Nullable InferenceParameter refused;

    public RunException(
            Reason reason,
            String message,
            boolean retryable,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        this(reason, message, retryable, retryAfter, null, cause);
    }

    private RunException(
            Reason reason,
            String message,
            boolean retryable,
            @Nullable Duration retryAfter,
            @Nullable InferenceParameter refused,
            @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.retryable = retryable;
        this.retryAfter = retryAfter;
        this.refused = refused;
    }

    /// A request that was refused because of one of its parameters.
    public static RunException refused(InferenceParameter parameter, String message, @Nullable Throwable cause) {
        return new RunException(Reason.VALIDATION, message, false, null, parameter, cause);
    }

    public Reason reason() {
        return reason;
    }

    /// Whether the same request may succeed when it is sent again unchanged.
    public boolean retryable() {
        return retryable;
    }

    /// How long the service asked to wait before the next attempt, if it did.
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /// The parameter that the service would not take; null where it was not that, or did not say which.
    public @Nullable InferenceParameter refusedParameter() {
        return refused;
    }

    /// The message that every constructor asks for; never null.
    public String sentence() {
        var message = getMessage();
        return message == null ? reason.name() : message;
    }
}
