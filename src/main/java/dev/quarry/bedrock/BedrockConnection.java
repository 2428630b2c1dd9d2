package dev.quarry.bedrock;

import dev.quarry.run.ApiKeys;
import dev.quarry.run.ConnectionOptions;
import dev.quarry.run.ModelConnection;
import dev.quarry.run.Outcome;
import dev.quarry.run.RunEvent;
import dev.quarry.run.RunException;
import dev.quarry.run.RunRequest;
import java.net.URI;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Amazon Bedrock by the Converse API, streamed. May be used from any thread, by several runs at once. The
/// client is built on a thread of its own by [#warm] or the first request.
public final class BedrockConnection implements ModelConnection {
    private static final Logger log = LoggerFactory.getLogger(BedrockConnection.class);

    /// Nobody waits longer for a number that can be estimated.
    private static final Duration COUNTING = Duration.ofSeconds(4);

    private final Account account;
    private final String label;
    private final Patience patience;
    private final LazyClient client;
    private final TokenCounter tokens;
    private final Set<Attempt> open = ConcurrentHashMap.newKeySet();

    BedrockConnection(Account account, String label, Patience patience) {
        this.account = account;
        this.label = label;
        this.patience = patience;
        client = new LazyClient(() -> RuntimeClients.build(account, patience));
        tokens = new TokenCounter(client, COUNTING);
    }

    /// Finds out where credentials and region come from, without asking for the credentials. Blocks while
    /// configuration files are read, and for about a second when nothing but the metadata service of an EC2
    /// machine is left to ask.
    ///
    /// @throws RunException when the settings cannot be met: NO_CREDENTIALS, NO_REGION or VALIDATION
    public static BedrockConnection of(ConnectionOptions settings, ApiKeys apiKeys) throws RunException {
        var account = Account.of(settings, apiKeys);
        return new BedrockConnection(account, account.label(), Patience.USUAL);
    }

    static BedrockConnection of(ConnectionOptions settings) throws RunException {
        return of(settings, Patience.USUAL);
    }

    static BedrockConnection of(ConnectionOptions settings, Patience patience) throws RunException {
        var account = Account.of(settings, ApiKeys.NONE);
        return new BedrockConnection(account, account.label(), patience);
    }

    /// Calls an endpoint of our own on this machine. Looks at nobody's configuration and sends nobody's
    /// credentials.
    ///
    /// @param endpoint such as `http://127.0.0.1:8080`
    /// @param label what the user sees of it
    /// @throws RunException when the endpoint is not on this machine
    public static BedrockConnection loopback(URI endpoint, String label) throws RunException {
        return loopback(endpoint, label, Patience.USUAL);
    }

    static BedrockConnection loopback(URI endpoint, String label, Patience patience) throws RunException {
        return new BedrockConnection(Account.loopback(endpoint), label, patience);
    }

    @Override
    public String label() {
        return label;
    }

    /// Asks for the credentials, as a request would; a sign-in that has expired shows here. Blocks for at
    /// most 15 s. Does not call Bedrock: an API key or the keys themselves are not tried.
    ///
    /// @throws RunException why there are none
    public void checkCredentials() throws RunException {
        if (!(account.credentials() instanceof Credentials.Keys keys)) {
            return;
        }
        try {
            Deadline.within(patience.credentials(), "bedrock-credentials", keys.provider()::resolveCredentials);
        } catch (Explained e) {
            throw e.explanation();
        } catch (Deadline.Missed e) {
            throw new RunException(
                    RunException.Reason.TIMEOUT,
                    "The credentials (" + keys.label() + ") did not come within "
                            + patience.credentials().toSeconds() + " s. Check the network, or choose other ones.",
                    true,
                    null,
                    e);
        }
    }

    /// Also asks for the credentials, so that the first request need not; why there are none is told by that
    /// request.
    @Override
    public void warm() {
        var _ = client.start().whenComplete((_, failure) -> {
            if (failure != null) {
                log.debug("not warmed", failure);
            } else if (account.credentials() instanceof Credentials.Keys keys) {
                try {
                    keys.provider().resolveCredentials();
                } catch (Explained e) {
                    log.debug("not warmed: {}", e.explanation().reason());
                }
            }
        });
    }

    @Override
    public OptionalLong countTokens(RunRequest request) throws InterruptedException {
        return tokens.count(request);
    }

    @Override
    public Outcome converse(RunRequest request, Consumer<? super RunEvent> sink)
            throws RunException, InterruptedException {
        var errors = new BedrockErrors(new CallContext(request, account, patience.idle()));
        try (var attempt = Attempt.open(client, ConverseRequests.of(request))) {
            open.add(attempt);
            try {
                if (client.isClosed()) {
                    attempt.abort(new ConnectionClosed());
                }
                return new AnswerReader(attempt.feed(), sink, errors, patience).read();
            } finally {
                open.remove(attempt);
            }
        }
    }

    /// Breaks off what is still streaming and returns at once.
    @Override
    public void close() {
        client.shut();
        // Before the client, whose own end would look like the service's.
        open.forEach(attempt -> attempt.abort(new ConnectionClosed()));
        client.close();
    }
}
