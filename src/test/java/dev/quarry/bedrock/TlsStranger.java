package dev.quarry.bedrock;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

/// A TLS server on 127.0.0.1 with a certificate that nobody has signed but itself.
///
/// @param bundle that certificate, as a PEM file
record TlsStranger(ServerSocket server, Path bundle) implements AutoCloseable {

    /// Makes a new key each time.
    static TlsStranger start(Path folder) throws Exception {
        var certificate = TestCertificate.makeFor(folder, "stranger", "ip:127.0.0.1");
        var server = certificate
                .context()
                .getServerSocketFactory()
                .createServerSocket(0, 5, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        var stranger = new TlsStranger(server, certificate.pem());
        Thread.ofVirtual().name("tls-stranger").start(stranger::shakeHands);
        return stranger;
    }

    String authority() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void shakeHands() {
        while (!server.isClosed()) {
            try (var client = server.accept()) {
                var _ = client.getInputStream().read();
            } catch (IOException e) {
                // The client did not trust us, as it should not; or the test is over.
            }
        }
    }
}
