package dev.quarry.bedrock;

import dev.quarry.run.ConnectionOptions;
import java.net.URI;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.ProtocolNegotiation;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/// How services are reached: by which proxy, and whom TLS trusts. Each client of a connection is built by the same
/// one, also those that only fetch credentials.
record Network(ProxyLookup proxies) {

    /// By what this machine is set up with.
    static final Network USUAL = new Network(new ProxyLookup());

    /// As a connection is set up.
    static Network of(ConnectionOptions options) {
        return new Network(new ProxyLookup(options.proxy()));
    }

    /// For clients that wait for each answer. It holds nothing that would have to be closed.
    SdkHttpClient waiting(Patience patience) {
        return UrlConnectionHttpClient.create(new WaitingConnections(proxies, patience));
    }

    /// For a client that streams. HTTP/1.1 also where the service would take HTTP/2: cancelling then closes the
    /// connection, which the tests of this package see at the other end; and with HTTP/2 the SDK's client does not
    /// notice that TLS failed, and reports a timeout a long time later.
    ///
    /// @param target what is called, by which the proxy is found
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
