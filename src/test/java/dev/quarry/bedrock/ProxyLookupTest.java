package dev.quarry.bedrock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quarry.run.RunException.Reason;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.nio.netty.ProxyConfiguration;

class ProxyLookupTest {
    private static final URI BEDROCK = URI.create("https://bedrock-runtime.eu-central-1.amazonaws.com");

    @Test
    void nothingSaidMeansNoProxy() {
        assertThat(proxy(Map.of(), BEDROCK).host()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "http://proxy.example:3128, http, proxy.example, 3128",
        "http://proxy.example, http, proxy.example, 80",
        "https://proxy.example:8443, https, proxy.example, 8443",
        "proxy.example:3128, http, proxy.example, 3128"
    })
    void variableNamesTheProxy(String value, String scheme, String host, int port) {
        var proxy = proxy(Map.of("HTTPS_PROXY", value), BEDROCK);

        assertThat(proxy.scheme()).isEqualTo(scheme);
        assertThat(proxy.host()).isEqualTo(host);
        assertThat(proxy.port()).isEqualTo(port);
    }

    @Test
    void variableMayHaveAUser() {
        var proxy = proxy(Map.of("https_proxy", "http://me:p%40ss+word@proxy.example:3128"), BEDROCK);

        assertThat(proxy.username()).isEqualTo("me");
        assertThat(proxy.password()).isEqualTo("p@ss+word");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        amazonaws.com                                  | true
        .amazonaws.com                                 | true
        *.amazonaws.com                                | true
        localhost, bedrock-runtime.eu-central-1.amazonaws.com | true
        *                                              | true
        aws.com                                        | false
        localhost,,                                    | false
        """)
    void exceptionsAreCalledDirectly(String noProxy, boolean direct) {
        var proxy = proxy(Map.of("HTTPS_PROXY", "http://proxy.example:3128", "NO_PROXY", noProxy), BEDROCK);

        assertThat(proxy.host() == null).isEqualTo(direct);
    }

    @Test
    void whatJavaHasBeenToldComesFirst() {
        var told = ProxySelector.of(InetSocketAddress.createUnresolved("told.example", 8080));
        var proxy = new ProxyLookup(null, told, Map.of("HTTPS_PROXY", "http://proxy.example:3128")::get).to(BEDROCK);

        assertThat(proxy.host()).isEqualTo("told.example");
        assertThat(proxy.port()).isEqualTo(8080);
    }

    @Test
    void thisMachineIsCalledDirectly() {
        var told = ProxySelector.of(InetSocketAddress.createUnresolved("told.example", 8080));
        var proxy = new ProxyLookup(null, told, Map.of("HTTPS_PROXY", "http://proxy.example:3128")::get)
                .to(URI.create("http://127.0.0.1:8080"));

        assertThat(proxy.host()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://", "http://me:pass word@proxy.example"})
    void variableThatIsNoAddressIsRefusedAndNotQuoted(String value) {
        assertThatExceptionOfType(Explained.class)
                .isThrownBy(() -> proxy(Map.of("HTTPS_PROXY", value), BEDROCK))
                .withMessage("HTTPS_PROXY is not the address of a proxy. Write it like http://proxy.example:3128.")
                .withStackTraceContaining("RunException")
                .satisfies(e -> assertThat(e.explanation().reason()).isEqualTo(Reason.VALIDATION));
    }

    private static ProxyConfiguration proxy(Map<String, String> environment, URI endpoint) {
        return new ProxyLookup(null, null, environment::get).to(endpoint);
    }
}
