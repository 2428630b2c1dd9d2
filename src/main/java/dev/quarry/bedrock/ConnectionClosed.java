package dev.quarry.bedrock;

/// The connection was closed by our own side while a stream was open or before it began.
final class ConnectionClosed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConnectionClosed() {
        super("the connection was closed");
    }
}
