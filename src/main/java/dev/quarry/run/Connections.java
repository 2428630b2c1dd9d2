package dev.quarry.run;

/// Opens connections. The window and the command line know no other way to one.
public interface Connections {

    /// Opens the connection that the options ask for. Blocks the caller while credentials are looked for; the client
    /// itself is built later, by [ModelConnection#warm] or the first request.
    ///
    /// @throws RunException when the options cannot be met, such as an endpoint that is plain http to
    /// another machine, or a profile that does not exist
    ModelConnection open(ConnectionOptions options) throws RunException;
}
