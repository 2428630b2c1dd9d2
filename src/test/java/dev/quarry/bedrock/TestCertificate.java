package dev.quarry.bedrock;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A new key with a certificate that nobody has signed but itself, made by the JDK's own tool.
///
/// @param pem the certificate alone
record TestCertificate(KeyStore store, Path pem) {
    private static final char[] PASSWORD = "not-a-secret".toCharArray();

    /// @param names the hosts it is for
    static TestCertificate make(Path folder, String alias, List<String> names) throws Exception {
        return makeFor(folder, alias, names.stream().map(name -> "dns:" + name).collect(Collectors.joining(",")));
    }

    /// @param alternatives such as `ip:127.0.0.1`
    static TestCertificate makeFor(Path folder, String alias, String alternatives) throws Exception {
        var file = folder.resolve(alias + ".p12");
        var keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        alias,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + alias,
                        "-ext",
                        "san=" + alternatives,
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start();
        var said = new String(keytool.getInputStream().readAllBytes(), UTF_8);
        if (!keytool.waitFor(30, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
            throw new IllegalStateException("keytool: " + said);
        }
        var store = KeyStore.getInstance(file.toFile(), PASSWORD);
        var encoded = Base64.getMimeEncoder()
                .encodeToString(store.getCertificate(alias).getEncoded());
        return new TestCertificate(
                store,
                Files.writeString(
                        folder.resolve(alias + ".pem"),
                        "-----BEGIN CERTIFICATE-----\n" + encoded + "\n-----END CERTIFICATE-----\n"));
    }

    /// For a server that shows it.
    SSLContext context() throws Exception {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        var tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), null, null);
        return tls;
    }
}
