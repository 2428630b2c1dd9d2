package dev.quarry.run;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Signing in to IAM Identity Center. Blocks its callers.
public interface SignIns {

    /// What the user has to do: open the address in a browser, and confirm that it shows the code.
    ///
    /// @param code empty where the address leads back by itself
    /// @param expiresAt until when that can be done
    record Prompt(URI address, String code, Instant expiresAt) {}

    /// How it stands with the sign-in of a connection.
    ///
    /// @param place the start URL
    /// @param expiresAt null when nobody is signed in
    record State(String place, @Nullable Instant expiresAt) {

        public boolean isSignedIn() {
            return expiresAt != null && expiresAt.isAfter(Instant.now());
        }
    }

    /// Empty for a connection that needs no sign-in.
    Optional<State> state(ConnectionOptions options) throws RunException;

    /// Signs in, and returns when the user has confirmed it in the browser.
    ///
    /// @param prompt told what the user has to do
    /// @throws RunException when it was refused, or not confirmed in time
    /// @throws InterruptedException when the calling thread is interrupted, which gives it up
    void signIn(ConnectionOptions options, Consumer<Prompt> prompt) throws RunException, InterruptedException;
}
