package dev.quarry.bedrock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.run.Outcome;
import dev.quarry.run.RunEvent;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamOutput;

/// A laptop is closed while an answer comes, and opened an hour later.
@Timeout(30)
class SleepTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T09:00:00Z"));
    private final EventFeed feed = new EventFeed();
    private final List<RunEvent> events = new ArrayList<>();

    private Outcome read() throws Exception {
        var account = Account.loopback(URI.create("http://127.0.0.1:1"));
        var errors = new BedrockErrors(new CallContext(Asked.request("Hi"), account, Patience.USUAL.idle()));
        return new AnswerReader(feed, this::take, errors, Patience.USUAL, now::get).read();
    }

    private void take(RunEvent event) {
        events.add(event);
        now.set(now.get().plusSeconds(3_600)); // asleep, right after the first piece
    }

    @Test
    void theRunIsInterruptedSoonAfterTheMachineWakes() throws Exception {
        feed.onNext(ConverseStreamOutput.contentBlockDeltaBuilder()
                .contentBlockIndex(0)
                .delta(delta -> delta.text("one"))
                .build());
        var began = System.nanoTime();

        assertThat(read())
                .isEqualTo(new Outcome.Interrupted("Nothing more came from eu.amazon.nova-pro-v1:0 for 5 minutes,"
                        + " so the answer is not whole. Continue, or run again."));
        assertThat(events).containsExactly(new RunEvent.Text("one"));
        assertThat((System.nanoTime() - began) / 1_000_000).as("ms").isLessThan(10_000);
    }
}
