package dev.quarry.bedrock;

import java.net.URI;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.ProtocolNegotiation;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/// How services are reached: by which proxy, and whom TLS trusts. Each client of a connection is built by the same
/// one, also those that only fetch credentials.
record Network(ProxyLookup proxies) {

    /// By what this machine is set up with.
    static final Network USUAL = new Network(new ProxyLookup());

    /// For a client that waits for each answer.
    ///
    /// @param target what is called, by which the proxy is found
    UrlConnectionHttpClient.Builder waiting(URI target, Patience patience) {
        return UrlConnectionHttpClient.builder()
                .connectionTimeout(patience.connect())
                .socketTimeout(patience.credentials())
                .tlsTrustManagersProvider(Trust.ofThisMachine())
                .proxyConfiguration(proxies.urlConnectionTo(target));
    }

    /// For a client that streams. HTTP/1.1 also where the service would take HTTP/2: cancelling then closes the
    /// connection, which the tests of this package see at the other end; and with HTTP/2 the SDK's client does not
    /// notice that TLS failed, and reports a timeout a long time later.
    NettyNioAsyncHttpClient.Builder streaming(URI target, Patience patience) {
        return NettyNioAsyncHttpClient.builder()
                .protocol(Protocol.HTTP1_1)
                .protocolNegotiation(ProtocolNegotiation.ASSUME_PROTOCOL)
                .connectionTimeout(patience.connect())
                .tlsNegotiationTimeout(patience.connect())
                // Longer than both, so that they are what is reported.
                .connectionAcquisitionTimeout(patience.connect().multipliedBy(2).plusSeconds(1))
                .readTimeout(patience.idle())
                .tlsTrustManagersProvider(Trust.ofThisMachine())
                .proxyConfiguration(proxies.to(target));
    }
}
