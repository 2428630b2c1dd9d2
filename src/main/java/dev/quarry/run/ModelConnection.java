package dev.quarry.run;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// Where a model runs: Amazon Bedrock, or the bundled samples. One class for each kind of place.
public interface ModelConnection extends AutoCloseable {

    /// What is shown beside the run button and stored with each result, such as `Amazon Bedrock · dev ·
    /// eu-central-1`.
    String label();

    /// What has to stand beside every answer from here, such as that no model was called; empty for nothing.
    default Optional<String> answerNotice() {
        return Optional.empty();
    }

    /// The one model that can be named here; empty when any may be.
    default Optional<String> onlyModel() {
        return Optional.empty();
    }

    /// Builds what the first request would otherwise wait for. Returns at once; may be called more than once.
    void warm();

    /// How many tokens the request has, as the service counts them. Blocks for some seconds at most; sends
    /// the texts of the request, and is free of charge.
    ///
    /// @return empty when the service does not count for that model, or did not answer
    default OptionalLong countTokens(RunRequest request) throws InterruptedException {
        return OptionalLong.empty();
    }

    /// Makes one attempt and blocks the caller until it ends. Emits [RunEvent.Text], [RunEvent.Reasoning] and
    /// [RunEvent.Usage] on the calling thread, in order, and nothing else.
    ///
    /// @return Complete, CutOff, Interrupted, Blocked, or Failed when the service broke off with an error
    ///     after text came
    /// @throws RunException when the attempt failed before any text or reasoning came
    /// @throws InterruptedException when the calling thread is interrupted: the request is then cancelled, so
    ///     that the service sees the connection close, and nothing more is emitted
    Outcome converse(RunRequest request, Consumer<? super RunEvent> sink) throws RunException, InterruptedException;

    @Override
    void close();
}
