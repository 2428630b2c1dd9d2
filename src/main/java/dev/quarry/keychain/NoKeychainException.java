package dev.quarry.keychain;

/// This system has no keychain, or it refused.
final class NoKeychainException extends Exception {
    private static final long serialVersionUID = 1L;

    NoKeychainException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
