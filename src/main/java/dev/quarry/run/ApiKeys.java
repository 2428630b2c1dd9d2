package dev.quarry.run;

import java.util.Optional;

/// The API keys of connections. A key is kept by the operating system, or for this sitting only; never in a file
/// of ours. Blocks its caller: the operating system may ask the user. May be used from any thread.
public interface ApiKeys {

    /// Where a key is kept.
    enum Keep {
        /// In the keychain of the operating system.
        KEYCHAIN,
        /// In memory, until Quarry ends.
        SITTING
    }

    /// None at all.
    ApiKeys NONE = new ApiKeys() {
        @Override
        public Optional<String> find(String connection) {
            return Optional.empty();
        }

        @Override
        public Keep store(String connection, String key, Keep where) {
            throw new UnsupportedOperationException("no key is kept here");
        }

        @Override
        public void forget(String connection) {
            // there is nothing to forget
        }
    };

    /// The key of a connection of that name.
    Optional<String> find(String connection);

    /// Keeps a key in place of the one that is there.
    ///
    /// @return where it is kept: for this sitting, where the operating system has no keychain or refused
    Keep store(String connection, String key, Keep where);

    /// Lets go of a key, wherever it is.
    void forget(String connection);
}
