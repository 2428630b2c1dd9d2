package dev.quarry.bedrock;

import dev.quarry.run.Outcome;
import dev.quarry.run.RunEvent;
import dev.quarry.run.RunException;
import dev.quarry.run.TokenUsage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlockDelta;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlockDeltaEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamMetadataEvent;
import software.amazon.awssdk.services.bedrockruntime.model.MessageStopEvent;

/// Reads one stream to its end, tells its pieces, and says how it ended. Everything happens on the calling
/// thread.
///
/// The SDK reports a stream that was cut as a success, so only the events count: an answer is whole when the
/// model gave its stop reason and the service its token counts, which come last. With the stop reason alone
/// the model's word for a limit or a filter is taken, but not its word for a whole answer.
final class AnswerReader {
    /// How often the clock is looked at while nothing comes.
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final EventFeed feed;
    private final Consumer<? super RunEvent> sink;
    private final BedrockErrors errors;
    private final Duration goodbye;
    private final Duration idle;
    private final InstantSource clock;

    private final WholeCharacters text = new WholeCharacters();
    private final WholeCharacters reasoning = new WholeCharacters();
    private boolean hasPieces;
    private @Nullable String stopReason;
    private boolean hasMetadata;

    AnswerReader(EventFeed feed, Consumer<? super RunEvent> sink, BedrockErrors errors, Patience patience) {
        this(feed, sink, errors, patience, InstantSource.system());
    }

    /// @param clock goes on while the machine sleeps
    AnswerReader(
            EventFeed feed,
            Consumer<? super RunEvent> sink,
            BedrockErrors errors,
            Patience patience,
            InstantSource clock) {
        this.feed = feed;
        this.sink = sink;
        this.errors = errors;
        goodbye = patience.goodbye();
        idle = patience.idle();
        this.clock = clock;
    }

    /// Blocks until the stream ends.
    ///
    /// @throws RunException when the stream ended before anything of an answer came
    Outcome read() throws RunException, InterruptedException {
        var sleep = new SleepWatch(clock, idle);
        while (true) {
            var batch = feed.take(isWhole() ? goodbye : LOOK);
            if (batch.isEmpty()) {
                if (isWhole()) {
                    return outcome(null); // and the service forgot to close
                }
                if (sleep.hasOverslept()) {
                    return outcome(new Overslept());
                }
                continue;
            }
            sleep.somethingCame();
            for (var item : batch) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                switch (item) {
                    case EventFeed.Event(var event) -> {
                        switch (event) {
                            case ContentBlockDeltaEvent delta -> tell(delta.delta());
                            case MessageStopEvent stop -> stopReason = stop.stopReasonAsString();
                            case ConverseStreamMetadataEvent metadata -> tell(metadata);
                            default -> {} // starts and stops of blocks, and what later versions of the API may add
                        }
                    }
                    case EventFeed.End(var error) -> {
                        return outcome(error);
                    }
                }
            }
        }
    }

    private boolean isWhole() {
        return stopReason != null && hasMetadata;
    }

    private void tell(@Nullable ContentBlockDelta delta) {
        if (delta == null) {
            return;
        }
        if (delta.text() != null) {
            tellText(text.take(delta.text()));
        }
        var thought = delta.reasoningContent();
        if (thought != null && thought.text() != null) {
            tellReasoning(reasoning.take(thought.text()));
        }
    }

    private void tellText(String piece) {
        if (!piece.isEmpty()) {
            hasPieces = true;
            sink.accept(new RunEvent.Text(piece));
        }
    }

    private void tellReasoning(String piece) {
        if (!piece.isEmpty()) {
            hasPieces = true;
            sink.accept(new RunEvent.Reasoning(piece));
        }
    }

    private void tell(ConverseStreamMetadataEvent metadata) {
        hasMetadata = true;
        var counted = metadata.usage();
        if (counted != null) {
            var latency = metadata.metrics() == null ? null : metadata.metrics().latencyMs();
            sink.accept(new RunEvent.Usage(
                    new TokenUsage(
                            count(counted.inputTokens()),
                            count(counted.outputTokens()),
                            count(counted.cacheReadInputTokens()),
                            count(counted.cacheWriteInputTokens())),
                    Duration.ofMillis(latency == null ? 0 : latency)));
        }
    }

    private static long count(@Nullable Integer tokens) {
        return tokens == null ? 0 : tokens;
    }

    private Outcome outcome(@Nullable Throwable error) throws RunException {
        tellReasoning(reasoning.rest());
        tellText(text.rest());
        if (stopReason != null) {
            var outcome = StopReasons.outcome(stopReason);
            return outcome instanceof Outcome.Complete && !hasMetadata
                    ? new Outcome.Interrupted("The model said it was done, but the connection ended before the service"
                            + " confirmed it with its token counts. The answer is probably whole: check its end.")
                    : outcome;
        }
        if (!hasPieces) {
            throw errors.beforeText(error);
        }
        return errors.afterText(error);
    }
}
