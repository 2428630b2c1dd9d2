package dev.quarry.bedrock;

import dev.quarry.run.ApiKeys;
import dev.quarry.run.ConnectionOptions;
import dev.quarry.run.RunException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;
import software.amazon.awssdk.utils.SystemSetting;

/// Finds where the credentials are. A profile that was chosen, or another place that the connection names, comes
/// before everything in the environment.
final class CredentialsLookup {

    /// What was found, and where.
    ///
    /// @param profile whose other settings count
    /// @param region that came with the credentials, from the metadata service
    record Found(
            Credentials credentials,
            String profile,
            @Nullable String region) {}

    private final ProfileFiles files;
    private final ApiKeys apiKeys;
    private final IdentityServices services;

    CredentialsLookup(ProfileFiles files, ApiKeys apiKeys, IdentityServices services) {
        this.files = files;
        this.apiKeys = apiKeys;
        this.services = services;
    }

    /// What the options name, else the first place that is set up. A role to assume is not looked at.
    Found find(ConnectionOptions wanted) throws RunException {
        var usual = new UsualCredentials(files, services, fallbackRegion(wanted));
        var named = new NamedCredentials(apiKeys, services);
        var profile = wanted.profile() == null || wanted.profile().isBlank() ? null : wanted.profile();
        var settings =
                profile == null ? value(ProfileFileSystemSetting.AWS_PROFILE).orElse("default") : profile;
        var access = wanted.access();
        return switch (access.source()) {
            case USUAL -> profile == null ? usual.first() : new Found(usual.ofProfile(profile), profile, null);
            case API_KEY -> new Found(named.apiKey(wanted), settings, null);
            case ENVIRONMENT -> new Found(NamedCredentials.environmentKeys(), settings, null);
            case PROCESS -> new Found(NamedCredentials.process(access), settings, null);
            case SSO -> new Found(named.sso(access), settings, null);
        };
    }

    /// Whose Security Token Service is asked for a profile that names no region.
    private static String fallbackRegion(ConnectionOptions wanted) {
        return Stream.of(
                        wanted.region(),
                        SdkSystemSetting.AWS_REGION.getStringValue().orElse(null),
                        System.getenv("AWS_DEFAULT_REGION"))
                .filter(region -> region != null && !region.isBlank())
                .findFirst()
                .orElse("us-east-1");
    }

    static Credentials keys(String label, AwsCredentialsProvider provider) {
        return new Credentials.Keys(label, "", new ExplainedCredentials(provider, "", label));
    }

    /// Keys that Java was told, or else those in the environment.
    static Optional<Credentials> environmentKeys() {
        if (System.getProperty("aws.accessKeyId") != null) {
            return Optional.of(keys("environment", SystemPropertyCredentialsProvider.create()));
        }
        return isSet(SdkSystemSetting.AWS_ACCESS_KEY_ID)
                ? Optional.of(keys("environment", EnvironmentVariableCredentialsProvider.create()))
                : Optional.empty();
    }

    static boolean isSet(SystemSetting setting) {
        return value(setting).isPresent();
    }

    static Optional<String> value(SystemSetting setting) {
        var property = System.getProperty(setting.property());
        var value = property == null ? System.getenv(setting.environmentVariable()) : property;
        return Optional.ofNullable(value).filter(text -> !text.isBlank());
    }

    static RunException refusal(String sentence) {
        return new RunException(RunException.Reason.NO_CREDENTIALS, sentence, false, null, null);
    }
}
