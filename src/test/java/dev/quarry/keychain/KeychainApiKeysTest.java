package dev.quarry.keychain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.run.ApiKeys.Keep;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeychainApiKeysTest {
    private final Map<String, String> kept = new HashMap<>();
    private boolean locked;
    private int opened;

    private final KeychainApiKeys keys = new KeychainApiKeys(() -> {
        opened++;
        return new Memory();
    });

    private final class Memory implements Keychain {
        private void open() throws NoKeychainException {
            if (locked) {
                throw new NoKeychainException("locked", new IllegalStateException());
            }
        }

        @Override
        public Optional<String> find(String name) throws NoKeychainException {
            open();
            return Optional.ofNullable(kept.get(name));
        }

        @Override
        public void store(String name, String secret) throws NoKeychainException {
            open();
            kept.put(name, secret);
        }

        @Override
        public void forget(String name) throws NoKeychainException {
            open();
            kept.remove(name);
        }
    }

    @Test
    void aKeyIsKeptByTheKeychainAndTakenOutAgain() {
        assertThat(keys.store("work", "k", Keep.KEYCHAIN)).isEqualTo(Keep.KEYCHAIN);
        assertThat(kept).containsEntry("work", "k");
        assertThat(keys.find("work")).contains("k");
        keys.forget("work");
        assertThat(keys.find("work")).isEmpty();
    }

    @Test
    void aKeyForThisSittingDoesNotReachTheKeychain() {
        assertThat(keys.store("work", "k", Keep.SITTING)).isEqualTo(Keep.SITTING);
        assertThat(keys.find("work")).contains("k");
        assertThat(opened).isZero();
    }

    @Test
    void withoutAKeychainTheKeyIsKeptForThisSittingAndThatIsTold() {
        locked = true;
        assertThat(keys.find("work")).isEmpty();
        assertThat(keys.store("work", "k", Keep.KEYCHAIN)).isEqualTo(Keep.SITTING);
        assertThat(keys.find("work")).contains("k");
        keys.forget("work");
        assertThat(keys.find("work")).isEmpty();
    }
}
