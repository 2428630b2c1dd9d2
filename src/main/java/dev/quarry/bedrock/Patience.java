package dev.quarry.bedrock;

import java.time.Duration;

/// How long a connection waits for what.
///
/// @param connect for a TCP connection, and then again for TLS
/// @param idle between two pieces of a stream, and before the first: models that think long say nothing
///     meanwhile
/// @param goodbye for the stream to be closed after its last event
/// @param credentials for credentials that have to be fetched
record Patience(Duration connect, Duration idle, Duration goodbye, Duration credentials) {
    static final Patience USUAL =
            new Patience(Duration.ofSeconds(10), Duration.ofMinutes(5), Duration.ofSeconds(1), Duration.ofSeconds(15));

    Patience withIdle(Duration other) {
        return new Patience(connect, other, goodbye, credentials);
    }
}
