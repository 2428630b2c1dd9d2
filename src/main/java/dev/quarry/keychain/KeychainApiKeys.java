package dev.quarry.keychain;

import dev.quarry.run.ApiKeys;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// API keys in the operating system's keychain, and in memory where it has none or the user wants none of it.
public final class KeychainApiKeys implements ApiKeys {
    private static final Logger log = LoggerFactory.getLogger(KeychainApiKeys.class);

    private final Supplier<Keychain> make;
    private @Nullable Keychain keychain; // guarded by this
    private final Map<String, String> sitting = new ConcurrentHashMap<>();

    /// The keychain of this system. It is not touched before a key is asked for.
    public KeychainApiKeys() {
        this(SystemKeychain::new);
    }

    KeychainApiKeys(Supplier<Keychain> make) {
        this.make = make;
    }

    private synchronized Keychain keychain() {
        if (keychain == null) {
            keychain = make.get();
        }
        return keychain;
    }

    @Override
    public Optional<String> find(String connection) {
        var held = sitting.get(connection);
        if (held != null) {
            return Optional.of(held);
        }
        try {
            return keychain().find(connection);
        } catch (NoKeychainException e) {
            log.info("no key from the keychain: {}", e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public Keep store(String connection, String key, Keep where) {
        if (where == Keep.KEYCHAIN) {
            try {
                keychain().store(connection, key);
                sitting.remove(connection);
                return Keep.KEYCHAIN;
            } catch (NoKeychainException e) {
                log.info("the keychain takes no key: {}", e.getMessage());
            }
        }
        sitting.put(connection, key);
        return Keep.SITTING;
    }

    @Override
    public void forget(String connection) {
        sitting.remove(connection);
        try {
            keychain().forget(connection);
        } catch (NoKeychainException e) {
            log.info("nothing taken out of the keychain: {}", e.getMessage());
        }
    }
}
