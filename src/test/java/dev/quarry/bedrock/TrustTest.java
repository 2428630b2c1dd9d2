package dev.quarry.bedrock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whom connections trust, by real handshakes.
class TrustTest {
    @TempDir
    private Path folder;

    @Test
    void aCertificateOfTheNamedBundleIsTrustedAndWithoutItIsNot() throws Exception {
        try (var stranger = TlsStranger.start(folder)) {
            assertThatExceptionOfType(SSLException.class).isThrownBy(() -> shakeHands(stranger, null));
            assertThat(shakeHands(stranger, stranger.bundle())).isTrue();
        }
    }

    @Test
    void aBundleThatCannotBeReadIsAsNone() throws Exception {
        try (var stranger = TlsStranger.start(folder)) {
            var broken = Files.writeString(folder.resolve("broken.pem"), "-----BEGIN CERTIFICATE-----\noops\n");
            assertThatExceptionOfType(SSLException.class).isThrownBy(() -> shakeHands(stranger, broken));
        }
    }

    private static boolean shakeHands(TlsStranger stranger, @Nullable Path bundle) throws Exception {
        var tls = SSLContext.getInstance("TLS");
        tls.init(null, new TrustManager[] {new Trust(bundle)}, null);
        try (var socket = (SSLSocket) tls.getSocketFactory()
                .createSocket(
                        InetAddress.getByAddress(new byte[] {127, 0, 0, 1}),
                        stranger.server().getLocalPort())) {
            socket.startHandshake();
            return socket.getSession().isValid();
        }
    }
}
