package dev.quarry.bedrock;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/// A provider of keys that is made when keys are first wanted: with its clients that takes a moment. May be used
/// from any thread.
final class LazyKeys implements AwsCredentialsProvider {
    private final Supplier<AwsCredentialsProvider> make;
    private @Nullable AwsCredentialsProvider made; // guarded by this

    LazyKeys(Supplier<AwsCredentialsProvider> make) {
        this.make = make;
    }

    @Override
    public AwsCredentials resolveCredentials() {
        return made().resolveCredentials();
    }

    private synchronized AwsCredentialsProvider made() {
        if (made == null) {
            made = make.get();
        }
        return made;
    }
}
