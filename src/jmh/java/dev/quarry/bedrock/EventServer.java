package dev.quarry.bedrock;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// A process that answers every request on 127.0.0.1 with the same stream of many pieces, as fast as the client
/// takes them. Prints its port and lives until its standard input ends.
final class EventServer {
    private static final String CRLF = "\r\n";

    private EventServer() {}

    public static void main(String[] arguments) throws IOException {
        var response = response(Integer.parseInt(arguments[0]));
        var server = new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        Thread.ofPlatform().daemon().start(() -> accept(server, response));
        System.out.println(server.getLocalPort());
        System.in.readAllBytes();
    }

    private static void accept(ServerSocket server, byte[] response) {
        try {
            while (true) {
                var client = server.accept();
                Thread.ofPlatform().daemon().start(() -> serve(client, response));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void serve(Socket client, byte[] response) {
        try (client) {
            client.setTcpNoDelay(true);
            var in = new BufferedInputStream(client.getInputStream());
            while (readRequest(in)) {
                client.getOutputStream().write(response);
            }
        } catch (IOException e) {
            System.err.println("a client left: " + e);
        }
    }

    private static boolean readRequest(InputStream in) throws IOException {
        var length = 0;
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        return length > 0 && in.readNBytes(length).length == length;
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (var c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private static byte[] response(int pieces) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(ascii("HTTP/1.1 200 OK" + CRLF + "Content-Type: application/vnd.amazon.eventstream" + CRLF
                + "Transfer-Encoding: chunked" + CRLF + CRLF));
        chunk(out, Frames.event("messageStart", "{\"role\":\"assistant\"}"));
        for (var i = 0; i < pieces; i++) {
            chunk(out, Frames.delta("word" + i % 10 + " "));
        }
        chunk(out, Frames.event("contentBlockStop", "{\"contentBlockIndex\":0}"));
        chunk(out, Frames.event("messageStop", "{\"stopReason\":\"end_turn\"}"));
        chunk(out, Frames.event("metadata", "{\"usage\":{\"inputTokens\":1,\"outputTokens\":" + pieces + "}}"));
        out.writeBytes(ascii("0" + CRLF + CRLF));
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, byte[] frame) {
        out.writeBytes(ascii(Integer.toHexString(frame.length) + CRLF));
        out.writeBytes(frame);
        out.writeBytes(ascii(CRLF));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
