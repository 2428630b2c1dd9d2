package dev.quarry.bedrock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.URI;
import java.security.GeneralSecurityException;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.urlconnection.UrlConnectionFactory;

/// Opens the connections of clients that wait for each answer. The SDK would tell a proxy who asks in a header that
/// Java takes for the service's own, so that the proxy never sees it; Java asks an [Authenticator] for that.
final class WaitingConnections implements UrlConnectionFactory {
    private static final String REFUSED_BY_JAVA = "jdk.http.auth.tunneling.disabledSchemes";

    static {
        // Java tells no proxy a name and password on the way to https, unless this is emptied before its first use.
        // Whoever writes them into HTTPS_PROXY wants them told, and the client that streams does so.
        if (System.getProperty(REFUSED_BY_JAVA) == null) {
            System.setProperty(REFUSED_BY_JAVA, "");
        }
    }

    private final ProxyLookup proxies;
    private final Patience patience;
    private @Nullable SSLSocketFactory sockets; // guarded by this

    WaitingConnections(ProxyLookup proxies, Patience patience) {
        this.proxies = proxies;
        this.patience = patience;
    }

    @Override
    public HttpURLConnection createConnection(URI target) {
        try {
            var way = proxies.wayTo(target);
            var connection = (HttpURLConnection) target.toURL()
                    .openConnection(
                            way == null
                                    ? Proxy.NO_PROXY
                                    : new Proxy(Proxy.Type.HTTP, new InetSocketAddress(way.host(), way.port())));
            if (way != null && way.user() != null) {
                connection.setAuthenticator(new ProxySignIn(way.user(), way.password()));
            }
            if (connection instanceof HttpsURLConnection encrypted) {
                encrypted.setSSLSocketFactory(sockets());
            }
            connection.setConnectTimeout(Math.toIntExact(patience.connect().toMillis()));
            connection.setReadTimeout(Math.toIntExact(patience.credentials().toMillis()));
            return connection;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized SSLSocketFactory sockets() {
        if (sockets == null) {
            try {
                var tls = SSLContext.getInstance("TLS");
                tls.init(null, Trust.ofThisMachine().trustManagers(), null);
                sockets = tls.getSocketFactory();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("this Java has no TLS", e);
            }
        }
        return sockets;
    }

    /// Tells the proxy who asks, and nobody else.
    private static final class ProxySignIn extends Authenticator {
        private final String user;
        private final String password;

        ProxySignIn(String user, String password) {
            this.user = user;
            this.password = password;
        }

        @Override
        protected @Nullable PasswordAuthentication getPasswordAuthentication() {
            return getRequestorType() == RequestorType.PROXY
                    ? new PasswordAuthentication(user, password.toCharArray())
                    : null;
        }
    }
}
