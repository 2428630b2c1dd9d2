package dev.quarry.bedrock;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.http.TlsTrustManagersProvider;

/// Whom TLS connections trust: the certificates of Java, and then those of the operating system, where companies
/// put that of a proxy which opens TLS. `AWS_CA_BUNDLE` names a file with more of them, as for the AWS tools.
/// Each store is read when a certificate has to be looked at that those before it do not trust.
final class Trust extends X509ExtendedTrustManager {
    private static final Logger log = LoggerFactory.getLogger(Trust.class);
    private static final List<String> LINUX_BUNDLES = List.of(
            "/etc/ssl/certs/ca-certificates.crt",
            "/etc/pki/tls/certs/ca-bundle.crt",
            "/etc/ssl/ca-bundle.pem",
            "/etc/ssl/cert.pem");

    /// Asks one store about a certificate.
    private interface Question {
        void ask(X509ExtendedTrustManager of) throws CertificateException;
    }

    private final @Nullable Path bundle;
    private @Nullable List<X509ExtendedTrustManager> others; // guarded by this
    private final X509ExtendedTrustManager java = manager(null);

    /// @param bundle a PEM file; null for none
    Trust(@Nullable Path bundle) {
        this.bundle = bundle;
    }

    static TlsTrustManagersProvider ofThisMachine() {
        var named = Optional.ofNullable(System.getProperty("aws.caBundle"))
                .or(() -> Optional.ofNullable(System.getenv("AWS_CA_BUNDLE")))
                .filter(name -> !name.isBlank());
        var trust = new Trust(named.map(Path::of).orElse(null));
        return () -> new TrustManager[] {trust};
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        check(store -> store.checkServerTrusted(chain, type, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        check(store -> store.checkServerTrusted(chain, type, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        check(store -> store.checkServerTrusted(chain, type));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        java.checkClientTrusted(chain, type, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        java.checkClientTrusted(chain, type, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        java.checkClientTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return java.getAcceptedIssuers();
    }

    private void check(Question question) throws CertificateException {
        try {
            question.ask(java);
        } catch (CertificateException untrusted) {
            for (var store : others()) {
                try {
                    question.ask(store);
                    return;
                } catch (CertificateException e) {
                    log.debug("not trusted either: {}", e.getClass().getSimpleName());
                }
            }
            throw untrusted;
        }
    }

    private synchronized List<X509ExtendedTrustManager> others() {
        if (others == null) {
            others = Stream.concat(bundle == null ? Stream.of() : pem(bundle).stream(), ofSystem().stream())
                    .map(Trust::manager)
                    .toList();
        }
        return others;
    }

    private static List<KeyStore> ofSystem() {
        var os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            return loaded("Windows-ROOT", "Windows-ROOT-LOCALMACHINE");
        }
        if (os.startsWith("mac")) {
            return loaded("KeychainStore-ROOT", "KeychainStore");
        }
        return Stream.concat(Stream.ofNullable(System.getenv("SSL_CERT_FILE")), LINUX_BUNDLES.stream())
                .map(Path::of)
                .filter(Files::isReadable)
                .findFirst()
                .map(Trust::pem)
                .orElse(List.of());
    }

    private static List<KeyStore> loaded(String... types) {
        var stores = new ArrayList<KeyStore>();
        for (var type : types) {
            try {
                var store = KeyStore.getInstance(type);
                store.load(null, null);
                stores.add(store);
            } catch (GeneralSecurityException | IOException e) {
                log.debug("no trust store {}", type, e);
            }
        }
        return stores;
    }

    private static List<KeyStore> pem(Path file) {
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            var at = 0;
            for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("c" + at++, certificate);
            }
            return List.of(store);
        } catch (GeneralSecurityException | IOException e) {
            log.warn("the certificates in {} are not used", file, e);
            return List.of();
        }
    }

    /// @param store null for Java's own
    private static X509ExtendedTrustManager manager(@Nullable KeyStore store) {
        try {
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return Arrays.stream(factory.getTrustManagers())
                    .filter(X509ExtendedTrustManager.class::isInstance)
                    .map(X509ExtendedTrustManager.class::cast)
                    .findFirst()
                    .orElseThrow();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no trust manager", e);
        }
    }
}
