package dev.quarry.bedrock;

import dev.quarry.run.Outcome;
import dev.quarry.run.RunException;
import dev.quarry.run.RunException.Reason;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/// Turns what the SDK reports for one request into our words.
final class BedrockErrors {
    private static final Logger log = LoggerFactory.getLogger(BedrockErrors.class);

    private final CallContext context;

    BedrockErrors(CallContext context) {
        this.context = context;
    }

    /// Nothing of an answer came.
    ///
    /// @param error null when the stream was closed in good order
    RunException beforeText(@Nullable Throwable error) {
        if (error == null) {
            return NetworkErrors.closedEarly(context);
        }
        var explained = Causes.first(error, Explained.class);
        if (explained != null) {
            return explained.explanation();
        }
        var service = Causes.first(error, AwsServiceException.class);
        if (service != null) {
            return ServiceErrors.explain(service, context);
        }
        return NetworkErrors.explain(error, context);
    }

    /// The stream broke off after a part of the answer: the service's own word for it is a failure, everything
    /// else an interruption.
    ///
    /// @param error null when the stream was closed in good order
    Outcome afterText(@Nullable Throwable error) {
        if (error == null) {
            return new Outcome.Interrupted(
                    "Amazon Bedrock closed the connection before the answer was whole. Continue," + " or run again.");
        }
        var explained = beforeText(error);
        if (Causes.first(error, AwsServiceException.class) != null || explained.reason() == Reason.BUG) {
            return new Outcome.Failed(explained);
        }
        log.warn("a stream was interrupted: {}", explained.reason(), explained);
        return new Outcome.Interrupted(NetworkErrors.interruption(error, context));
    }
}
