package dev.quarry.bedrock;

import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/// Says in a sentence for the user why credentials could not be had.
///
/// @param profile empty when they come from elsewhere
/// @param owner then what they are of, such as `environment`
record ExplainedCredentials(AwsCredentialsProvider source, String profile, String owner)
        implements AwsCredentialsProvider {

    @Override
    public AwsCredentials resolveCredentials() {
        try {
            return source.resolveCredentials();
        } catch (Explained e) {
            throw e;
        } catch (RuntimeException e) {
            throw new Explained(CredentialsErrors.explain(e, profile, owner));
        }
    }

    @Override
    public String toString() {
        return "ExplainedCredentials[" + profile + "]";
    }
}
