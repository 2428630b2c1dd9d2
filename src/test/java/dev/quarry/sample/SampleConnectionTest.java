package dev.quarry.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.quarry.run.InferenceSettings;
import dev.quarry.run.Message;
import dev.quarry.run.ModelConnection;
import dev.quarry.run.Outcome;
import dev.quarry.run.RunEvent;
import dev.quarry.run.RunException;
import dev.quarry.run.RunException.Reason;
import dev.quarry.run.RunRequest;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SampleConnectionTest {
    private static final List<Exchange> SCRIPT = List.of(new Exchange("system", "user", "the answer 🚀"));

    @Test
    void nothingStartsBeforeItIsNeeded() {
        var connection = new SampleConnection(
                () -> {
                    throw new AssertionError("script asked for");
                },
                _ -> {
                    throw new AssertionError("client made");
                },
                Pace.AT_ONCE);

        assertThat(connection.label()).isEqualTo("Samples · no AWS account connected");
        connection.close();
    }

    @Test
    void aSampleIsAnsweredThroughTheClient() throws Exception {
        var events = new ArrayList<RunEvent>();
        try (var connection = connection(Wire::new)) {
            var outcome = connection.converse(request("system", Message.user("user")), events::add);

            assertThat(outcome).isEqualTo(new Outcome.Complete("end_turn"));
            assertThat(events).containsExactly(new RunEvent.Text("the answer 🚀"));
        }
    }

    @Test
    void otherCodeIsToldThatNoModelIsConnected() {
        try (var connection = connection(Wire::new)) {
            var requests = List.of(
                    request("system", Message.user("other")),
                    request("", Message.user("user")),
                    request("system", Message.user("user"), Message.assistant("a"), Message.user("user")));
            assertThat(requests)
                    .allSatisfy(request -> assertThatExceptionOfType(RunException.class)
                            .isThrownBy(() -> connection.converse(request, _ -> {}))
                            .satisfies(e -> {
                                assertThat(e.reason()).isEqualTo(Reason.NO_MODEL_CONNECTED);
                                assertThat(e.retryable()).isFalse();
                                assertThat(e.sentence())
                                        .startsWith("No model is connected")
                                        .contains("AWS_PROFILE");
                            }));
        }
    }

    @Test
    void otherFailuresOfTheClientStayWhatTheyAre() {
        var lost = new RunException(Reason.CONNECTION, "Lost.", true, null, null);
        var refused = new RunException(Reason.VALIDATION, "Refused.", false, null, null);
        try (var connection = connection(_ -> new Failing(lost))) {
            assertThatExceptionOfType(RunException.class)
                    .isThrownBy(() -> connection.converse(request("system", Message.user("other")), _ -> {}))
                    .isSameAs(lost);
        }
        try (var connection = connection(_ -> new Failing(refused))) {
            assertThatExceptionOfType(RunException.class)
                    .isThrownBy(() -> connection.converse(request("system", Message.user("user")), _ -> {}))
                    .isSameAs(refused);
        }
    }

    @Test
    void warmingStartsTheEndpointAndWarmsTheClient() throws Exception {
        var warmed = new CountDownLatch(1);
        var made = new CompletableFuture<URI>();
        try (var connection = connection(uri -> {
            made.complete(uri);
            return new Wire(uri) {
                @Override
                public void warm() {
                    warmed.countDown();
                }
            };
        })) {
            connection.warm();

            assertThat(warmed.await(10, TimeUnit.SECONDS)).isTrue();
            try (var client = new WireClient(made.get())) {
                assertThat(client.ask("system", "user").statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void oneEndpointAndOneClientServeAllRequests() throws Exception {
        var made = new ArrayList<URI>();
        try (var connection = connection(uri -> {
            made.add(uri);
            return new Wire(uri);
        })) {
            connection.converse(request("system", Message.user("user")), _ -> {});
            connection.converse(request("system", Message.user("user")), _ -> {});
        }
        assertThat(made).hasSize(1);
    }

    @Test
    void closingClosesClientAndEndpoint() throws Exception {
        var wire = new CompletableFuture<Wire>();
        var connection = connection(uri -> {
            wire.complete(new Wire(uri));
            return wire.join();
        });
        connection.converse(request("system", Message.user("user")), _ -> {});

        connection.close();

        assertThat(wire.join().closed).isTrue();
        try (var client = new WireClient(wire.join().uri)) {
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> client.ask("system", "user"));
        }
        assertThatExceptionOfType(RunException.class)
                .isThrownBy(() -> connection.converse(request("system", Message.user("user")), _ -> {}))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.CONNECTION));
    }

    @Test
    void aClientThatCannotBeMadeLeavesNoEndpointBehind() throws Exception {
        var asked = new CompletableFuture<URI>();
        try (var connection = connection(uri -> {
            asked.complete(uri);
            throw new IllegalStateException("no client");
        })) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> connection.converse(request("system", Message.user("user")), _ -> {}));
            try (var client = new WireClient(asked.get())) {
                assertThatExceptionOfType(IOException.class).isThrownBy(() -> client.ask("system", "user"));
            }
        }
    }

    private static SampleConnection connection(Function<URI, ModelConnection> client) {
        return new SampleConnection(() -> SCRIPT, client, Pace.AT_ONCE);
    }

    private static RunRequest request(String system, Message... messages) {
        return new RunRequest(SampleConnection.MODEL, system, List.of(messages), InferenceSettings.MODEL_DEFAULTS);
    }

    /// Asks the endpoint for the last turn, over its socket, and tells the text in one piece.
    private static class Wire implements ModelConnection {
        private final URI uri;
        private boolean closed;

        Wire(URI uri) {
            this.uri = uri;
        }

        @Override
        public String label() {
            return "wire";
        }

        @Override
        public void warm() {}

        @Override
        public Outcome converse(RunRequest request, Consumer<? super RunEvent> sink)
                throws RunException, InterruptedException {
            var turns = request.messages().size();
            var user = turns == 1 ? request.messages().getFirst().text() : turns + " turns";
            try (var client = new WireClient(uri)) {
                var response = client.ask(request.system(), user);
                if (response.statusCode() == 400) {
                    throw new RunException(Reason.VALIDATION, "The request is not valid.", false, null, null);
                }
                sink.accept(new RunEvent.Text(WireClient.text(WireClient.frames(response))));
                return new Outcome.Complete("end_turn");
            } catch (IOException e) {
                throw new RunException(Reason.CONNECTION, "Lost.", true, null, e);
            }
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private record Failing(RunException failure) implements ModelConnection {
        @Override
        public String label() {
            return "failing";
        }

        @Override
        public void warm() {}

        @Override
        public Outcome converse(RunRequest request, Consumer<? super RunEvent> sink) throws RunException {
            if (!request.messages().isEmpty()) {
                throw failure;
            }
            return new Outcome.Cancelled();
        }

        @Override
        public void close() {}
    }
}
