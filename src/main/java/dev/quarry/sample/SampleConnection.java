package dev.quarry.sample;

import dev.quarry.run.Message;
import dev.quarry.run.ModelConnection;
import dev.quarry.run.Outcome;
import dev.quarry.run.RunEvent;
import dev.quarry.run.RunException;
import dev.quarry.run.RunException.Reason;
import dev.quarry.run.RunRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The connection of the first run: the client that talks to Amazon Bedrock, talking to the samples on loopback
/// instead. Endpoint and client come to be with [#warm] or the first request, not before. May be used from any
/// thread.
public final class SampleConnection implements ModelConnection {
    public static final String LABEL = "Samples · no AWS account connected";

    /// What stands beside each answer of a sample.
    public static final String NOTICE = "Sample answer: no model was called";

    /// The model that requests name, since one must be named.
    public static final String MODEL = "sample-answers";

    private static final Logger LOG = LoggerFactory.getLogger(SampleConnection.class);

    private final Supplier<List<Exchange>> script;
    private final Function<URI, ModelConnection> client;
    private final Pace pace;
    private @Nullable Opened opened;
    private boolean closed;

    /// @param script asked for once, when the endpoint starts
    /// @param client makes the client for the endpoint at that address; closed with this connection
    public SampleConnection(Supplier<List<Exchange>> script, Function<URI, ModelConnection> client, Pace pace) {
        this.script = script;
        this.client = client;
        this.pace = pace;
    }

    @Override
    public String label() {
        return LABEL;
    }

    @Override
    public Optional<String> answerNotice() {
        return Optional.of(NOTICE);
    }

    @Override
    public Optional<String> onlyModel() {
        return Optional.of(MODEL);
    }

    @Override
    public void warm() {
        Thread.ofVirtual().name("sample-warm").start(() -> {
            try {
                open().client.warm();
            } catch (RunException e) {
                LOG.debug("not warmed; the first request tries again and tells the user", e);
            }
        });
    }

    @Override
    public Outcome converse(RunRequest request, Consumer<? super RunEvent> sink)
            throws RunException, InterruptedException {
        var to = open();
        try {
            return to.client.converse(request, sink);
        } catch (RunException e) {
            if (e.reason() == Reason.VALIDATION && !to.answers(request)) {
                throw new RunException(Reason.NO_MODEL_CONNECTED, Refusal.NO_MODEL.message(), false, null, e);
            }
            throw e;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (opened != null) {
            opened.close();
            opened = null;
        }
    }

    private synchronized Opened open() throws RunException {
        if (closed) {
            throw new RunException(
                    Reason.CONNECTION, "The samples have been closed. Choose a connection.", false, null, null);
        }
        if (opened == null) {
            try {
                opened = Opened.start(script.get(), pace, client);
            } catch (IOException e) {
                throw new RunException(
                        Reason.CONNECTION,
                        "The samples need a free port on 127.0.0.1, and none could be had: " + e.getMessage(),
                        true,
                        null,
                        e);
            }
        }
        return opened;
    }

    private record Opened(SampleEndpoint endpoint, ModelConnection client) implements AutoCloseable {

        static Opened start(List<Exchange> script, Pace pace, Function<URI, ModelConnection> client)
                throws IOException {
            var endpoint = SampleEndpoint.start(script, pace);
            try {
                return new Opened(endpoint, client.apply(endpoint.uri()));
            } catch (RuntimeException e) {
                endpoint.close();
                throw e;
            }
        }

        boolean answers(RunRequest request) {
            return request.messages().size() == 1
                    && request.messages().getFirst().role() == Message.Role.USER
                    && endpoint.answers(
                            request.system(), request.messages().getFirst().text());
        }

        @Override
        public void close() {
            client.close();
            endpoint.close();
        }
    }
}
