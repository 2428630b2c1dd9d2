package dev.quarry.bedrock;

import dev.quarry.run.RunException;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/// Says in a sentence for the user why credentials could not be had.
///
/// @param profile empty when they come from elsewhere
record ExplainedCredentials(AwsCredentialsProvider source, String profile) implements AwsCredentialsProvider {

    /// Credentials could not be had. Goes through the SDK as the cause of what it throws.
    static final class Unavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final RunException explanation;

        Unavailable(RunException explanation) {
            super(explanation.sentence(), explanation);
            this.explanation = explanation;
        }

        RunException explanation() {
            return explanation;
        }
    }

    @Override
    public AwsCredentials resolveCredentials() {
        try {
            return source.resolveCredentials();
        } catch (RuntimeException e) {
            throw new Unavailable(CredentialsErrors.explain(e, profile));
        }
    }

    @Override
    public String toString() {
        return "ExplainedCredentials[" + profile + "]";
    }
}
