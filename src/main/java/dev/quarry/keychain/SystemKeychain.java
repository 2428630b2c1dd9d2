package dev.quarry.keychain;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The Keychain of macOS, the Credential Manager of Windows, or the Secret Service of a Linux desktop.
final class SystemKeychain implements Keychain {
    private static final String SERVICE = "Quarry Bedrock API key";

    private @Nullable Keyring keyring; // guarded by this

    @Override
    public synchronized Optional<String> find(String name) throws NoKeychainException {
        try {
            return Optional.ofNullable(keyring().getPassword(SERVICE, name));
        } catch (PasswordAccessException e) {
            return Optional.empty(); // the library has one exception for a refusal and for what is not there
        }
    }

    @Override
    public synchronized void store(String name, String secret) throws NoKeychainException {
        try {
            keyring().setPassword(SERVICE, name, secret);
        } catch (PasswordAccessException e) {
            throw new NoKeychainException("it refused", e);
        }
    }

    @Override
    public synchronized void forget(String name) throws NoKeychainException {
        try {
            keyring().deletePassword(SERVICE, name);
        } catch (PasswordAccessException e) {
            throw new NoKeychainException("it refused, or holds none of that name", e);
        }
    }

    private Keyring keyring() throws NoKeychainException {
        if (keyring == null) {
            try {
                keyring = Keyring.create();
            } catch (BackendNotSupportedException | LinkageError | RuntimeException e) {
                throw new NoKeychainException("this system has none that can be used", e);
            }
        }
        return keyring;
    }
}
