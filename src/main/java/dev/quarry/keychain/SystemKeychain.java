package dev.quarry.keychain;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The Keychain of macOS, the Credential Manager of Windows, or the Secret Service of a Linux desktop.
final class SystemKeychain implements Keychain {
    private static final Logger log = LoggerFactory.getLogger(SystemKeychain.class);
    private static final String SERVICE = "Quarry Bedrock API key";

    /// The system may ask the user to unlock it, who then types a password.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Duration limit;
    private @Nullable Keyring keyring; // guarded by this

    SystemKeychain() {
        this(PATIENCE);
    }

    /// @param limit how long each question may take
    SystemKeychain(Duration limit) {
        this.limit = limit;
    }

    /// Asks the keychain.
    ///
    /// @param <T> what it answers
    private interface Question<T> {
        T ask(Keyring keyring) throws PasswordAccessException;
    }

    @Override
    public Optional<String> find(String name) throws NoKeychainException {
        try {
            return Optional.ofNullable(ask(keyring -> keyring.getPassword(SERVICE, name)));
        } catch (PasswordAccessException e) {
            return Optional.empty(); // the library has one exception for a refusal and for what is not there
        }
    }

    @Override
    public void store(String name, String secret) throws NoKeychainException {
        try {
            ask(keyring -> {
                keyring.setPassword(SERVICE, name, secret);
                return name;
            });
        } catch (PasswordAccessException e) {
            throw new NoKeychainException("it refused", e);
        }
    }

    @Override
    public void forget(String name) throws NoKeychainException {
        try {
            ask(keyring -> {
                keyring.deletePassword(SERVICE, name);
                return name;
            });
        } catch (PasswordAccessException e) {
            throw new NoKeychainException("it refused, or holds none of that name", e);
        }
    }

    /// Where a keychain is locked and nobody unlocks it, or its service goes away, the library waits for minutes,
    /// or fails in whatever way its code happens to. What is not answered in time is left to itself, and the
    /// keychain is opened anew for the next question.
    private synchronized <T> T ask(Question<T> question) throws NoKeychainException, PasswordAccessException {
        var answer = new CompletableFuture<T>();
        var opened = new AtomicReference<>(keyring);
        keyring = null;
        var asking = Thread.ofPlatform().daemon().name("keychain").start(() -> {
            try {
                var ready = opened.get();
                if (ready == null) {
                    ready = Keyring.create();
                    opened.set(ready);
                }
                answer.complete(question.ask(ready));
            } catch (PasswordAccessException | BackendNotSupportedException | RuntimeException | LinkageError e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            var answered = answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            keyring = opened.get();
            return answered;
        } catch (TimeoutException e) {
            asking.interrupt();
            throw new NoKeychainException("it did not answer within " + limit.toSeconds() + " s: is it locked?", e);
        } catch (InterruptedException e) {
            asking.interrupt();
            Thread.currentThread().interrupt();
            throw new NoKeychainException("it was given up", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PasswordAccessException refused) {
                keyring = opened.get();
                throw refused;
            }
            close(opened.get());
            throw new NoKeychainException("there is none, or it is locked", e);
        }
    }

    private static void close(@Nullable Keyring failed) {
        try {
            if (failed != null) {
                failed.close();
            }
        } catch (Exception e) { // of a library that names no other
            log.debug("the keychain was not closed: {}", e.getClass().getSimpleName());
        }
    }
}
