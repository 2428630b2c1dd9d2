package dev.quarry.bedrock;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/// One request being answered, byte by byte. Used by the steps of a [Script], on the thread of its connection.
final class Exchange {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final String asked;
    private final CompletableFuture<Long> clientLeft;
    private boolean keptAlive;
    private boolean gathering;

    Exchange(Socket socket, InputStream in, CompletableFuture<Long> clientLeft, String asked) throws IOException {
        this.asked = asked;
        this.socket = socket;
        this.in = in;
        this.clientLeft = clientLeft;
        out = new BufferedOutputStream(socket.getOutputStream(), 64 * 1024);
    }

    /// The body of the request.
    String asked() {
        return asked;
    }

    void head(String statusLine, String... headers) throws IOException {
        var head = new StringBuilder("HTTP/1.1 ").append(statusLine).append("\r\n");
        for (var header : headers) {
            head.append(header).append("\r\n");
        }
        write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    /// One chunk of a chunked body.
    void chunk(byte[] bytes) throws IOException {
        var chunk = new ByteArrayOutputStream();
        chunk.writeBytes((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        chunk.writeBytes(bytes);
        chunk.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        write(chunk.toByteArray());
    }

    void write(byte[] bytes) throws IOException {
        out.write(bytes);
        if (!gathering) {
            out.flush();
        }
    }

    /// From now on bytes are kept, until [#flush] sends them in as few packets as they fit into.
    void gather() {
        gathering = true;
    }

    void flush() throws IOException {
        gathering = false;
        out.flush();
    }

    void keepAlive() {
        keptAlive = true;
    }

    boolean isKeptAlive() {
        return keptAlive;
    }

    /// Blocks until the client closes its side.
    void awaitClientLeft() throws IOException {
        while (in.read() >= 0) {
            // a client that waits for an answer sends nothing
        }
        clientLeft.complete(System.nanoTime());
    }

    /// Ends the connection as a crashed machine does, by RST instead of FIN.
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }
}
