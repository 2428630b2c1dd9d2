package dev.quarry.bedrock;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/// An HTTP proxy on 127.0.0.1 that opens TLS, as those of companies do: it answers as whichever host of AWS was
/// wanted, with a certificate of its own, and hands what comes to an endpoint on this machine.
final class OpeningProxy implements AutoCloseable {
    private static final List<String> NAMES = List.of(
            "*.eu-central-1.amazonaws.com",
            "*.eu-west-1.amazonaws.com",
            "*.amazonaws.com",
            "portal.sso.eu-west-1.amazonaws.com");

    private final ServerSocket server;
    private final SSLContext tls;
    private final URI behind;
    private final @Nullable String user;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private OpeningProxy(TestCertificate certificate, URI behind, @Nullable String user) throws Exception {
        this.behind = behind;
        this.user = user;
        tls = certificate.context();
        server = new ServerSocket(0, 20, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        Thread.ofVirtual().name("opening-proxy").start(this::accept);
    }

    /// A certificate that it can answer with, which costs a second to make.
    static TestCertificate certificate(Path folder) throws Exception {
        return TestCertificate.make(folder, "opening-proxy", NAMES);
    }

    /// @param behind what answers all that is asked for
    static OpeningProxy start(TestCertificate certificate, URI behind) throws Exception {
        return new OpeningProxy(certificate, behind, null);
    }

    /// One that wants to know who asks.
    ///
    /// @param user such as `me:secret`
    static OpeningProxy startFor(String user, TestCertificate certificate, URI behind) throws Exception {
        return new OpeningProxy(certificate, behind, user);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /// The hosts and ports that were asked for, in order.
    List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                Thread.ofVirtual().name("opening-proxy-client").start(() -> serve(client));
            } catch (IOException e) {
                return; // the test is over
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            var head = head(client.getInputStream());
            var wanted = head.split(" ", 3)[1];
            var known = user == null
                    || head.contains("Basic " + Base64.getEncoder().encodeToString(user.getBytes(ISO_8859_1)));
            if (!known) {
                client.getOutputStream()
                        .write(("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic"
                                        + " realm=\"test\"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                                .getBytes(ISO_8859_1));
                return;
            }
            asked.add(wanted);
            client.getOutputStream().write("HTTP/1.1 200 Connection established\r\n\r\n".getBytes(ISO_8859_1));
            client.getOutputStream().flush();
            try (var opened = (SSLSocket) tls.getSocketFactory().createSocket(client, null, client.getPort(), false);
                    var inner = new Socket(behind.getHost(), behind.getPort())) {
                opened.setUseClientMode(false);
                opened.startHandshake();
                var back = Thread.ofVirtual().name("opening-proxy-back").start(() -> pump(inner, opened));
                pump(opened, inner);
                back.join();
            }
        } catch (IOException e) {
            // The client did not trust us, or went away.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.close();
        } catch (IOException e) {
            // One side has ended it.
        }
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            var next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            head.append((char) next);
        }
        return head.toString();
    }
}
