package dev.quarry.run;

import org.jspecify.annotations.Nullable;

/// How a connection gets what it signs its requests with. Names places, never secrets.
///
/// @param roleArn a role to assume with what the source gives; null for none
/// @param sso for the source [Source#SSO]
/// @param process the command of the source [Source#PROCESS]
/// @param apiKeyVariable the environment variable that holds the API key; null where it is kept by the operating
///     system, or was given for this sitting
public record Access(
        Source source,
        @Nullable String roleArn,
        @Nullable Sso sso,
        @Nullable String process,
        @Nullable String apiKeyVariable) {

    /// The profile where one is named, else the places where the AWS tools look.
    public static final Access USUAL = new Access(Source.USUAL, null, null, null, null);

    /// Where credentials come from.
    public enum Source {
        /// The profile where one is named, else the default chain.
        USUAL,
        /// IAM Identity Center, by a start URL of its own and not by a profile.
        SSO,
        /// An API key of Amazon Bedrock.
        API_KEY,
        /// The keys in `AWS_ACCESS_KEY_ID` and its like, and nothing else.
        ENVIRONMENT,
        /// A command that prints keys, as `credential_process` does.
        PROCESS
    }

    /// An account of IAM Identity Center.
    ///
    /// @param startUrl such as `https://company.awsapps.com/start`
    /// @param region of the identity centre, not of Bedrock
    /// @param account twelve digits
    /// @param role the name of the permission set
    public record Sso(String startUrl, String region, String account, String role) {}

    public Access {
        if (source == null) { // as read from a file that does not say
            source = Source.USUAL;
        }
    }

    public static Access of(Source source) {
        return new Access(source, null, null, null, null);
    }

    public static Access sso(Sso sso) {
        return new Access(Source.SSO, null, sso, null, null);
    }

    public static Access process(String command) {
        return new Access(Source.PROCESS, null, null, command, null);
    }

    public static Access apiKeyIn(String variable) {
        return new Access(Source.API_KEY, null, null, null, variable);
    }

    public Access withRole(@Nullable String arn) {
        return new Access(source, arn, sso, process, apiKeyVariable);
    }
}
