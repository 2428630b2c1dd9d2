package dev.quarry.bedrock;

import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.token.credentials.SdkTokenProvider;
import software.amazon.awssdk.auth.token.credentials.StaticTokenProvider;

/// What a connection signs its requests with. Never says its secrets.
sealed interface Credentials {

    /// Where they come from, in the words of [BedrockConnection#label]; empty when there is nothing to say.
    String label();

    /// AWS keys, whatever they are got by.
    ///
    /// @param profile the profile that they come from; empty when it is none
    record Keys(String label, String profile, AwsCredentialsProvider provider) implements Credentials {
        @Override
        public String toString() {
            return "Keys[" + label + "]";
        }
    }

    /// A Bedrock API key, sent as a bearer token.
    record ApiKey(SdkTokenProvider provider) implements Credentials {

        static ApiKey of(String token) {
            return new ApiKey(StaticTokenProvider.create(() -> token));
        }

        @Override
        public String label() {
            return "API key";
        }

        @Override
        public String toString() {
            return "ApiKey";
        }
    }

    /// For an endpoint of our own on this machine: requests are not signed, and nobody's credentials are looked
    /// at.
    record None(AwsCredentialsProvider provider) implements Credentials {

        None() {
            this(AnonymousCredentialsProvider.create());
        }

        @Override
        public String label() {
            return "";
        }
    }
}
