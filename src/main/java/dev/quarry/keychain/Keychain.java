package dev.quarry.keychain;

import java.util.Optional;

/// What an operating system keeps secrets in.
interface Keychain {

    /// Empty when it holds none of that name.
    Optional<String> find(String name) throws NoKeychainException;

    void store(String name, String secret) throws NoKeychainException;

    /// Does nothing when there is none of that name.
    void forget(String name) throws NoKeychainException;
}
