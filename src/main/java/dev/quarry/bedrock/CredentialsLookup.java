package dev.quarry.bedrock;

import dev.quarry.run.Access;
import dev.quarry.run.ApiKeys;
import dev.quarry.run.ConnectionOptions;
import dev.quarry.run.RunException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProcessCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.auth.credentials.WebIdentityTokenFileCredentialsProvider;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFileSupplier;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;
import software.amazon.awssdk.profiles.ProfileProperty;
import software.amazon.awssdk.regions.providers.InstanceProfileRegionProvider;
import software.amazon.awssdk.utils.SystemSetting;

/// Finds where the credentials are. The places and their order are those of the SDK's default chain, but the
/// first place that is set up is taken, and its failure is final: the SDK's chain would go on to the next one,
/// and its message
/// would hide that a sign-in has expired. A profile that was chosen comes before everything in the environment.
final class CredentialsLookup {
    private static final Logger log = LoggerFactory.getLogger(CredentialsLookup.class);

    /// On an EC2 machine the service answers within milliseconds; elsewhere nothing does.
    private static final Duration METADATA_PATIENCE = Duration.ofSeconds(1);

    private static final List<String> CREDENTIAL_PROPERTIES = List.of(
            ProfileProperty.AWS_ACCESS_KEY_ID,
            ProfileProperty.ROLE_ARN,
            ProfileProperty.CREDENTIAL_PROCESS,
            "sso_session",
            ProfileProperty.SSO_START_URL,
            ProfileProperty.SSO_ACCOUNT_ID,
            ProfileProperty.LOGIN_SESSION);

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

    CredentialsLookup(ProfileFiles files, ApiKeys apiKeys) {
        this.files = files;
        this.apiKeys = apiKeys;
    }

    /// What the options name, else the first place that is set up. A role to assume is not looked at.
    Found find(ConnectionOptions wanted) throws RunException {
        var access = wanted.access();
        var profile = wanted.profile() == null || wanted.profile().isBlank() ? null : wanted.profile();
        var settings =
                profile == null ? value(ProfileFileSystemSetting.AWS_PROFILE).orElse("default") : profile;
        return switch (access.source()) {
            case USUAL -> profile == null ? first() : new Found(profileCredentials(profile), profile, null);
            case API_KEY -> new Found(apiKey(wanted), settings, null);
            case ENVIRONMENT -> new Found(environmentKeys(), settings, null);
            case PROCESS -> new Found(process(access), settings, null);
            case SSO -> new Found(sso(access), settings, null);
        };
    }

    private Found first() throws RunException {
        var ambient = value(ProfileFileSystemSetting.AWS_PROFILE).orElse("default");
        var beforeFiles = fromEnvironment();
        if (beforeFiles != null) {
            return new Found(beforeFiles, ambient, null);
        }
        var named = value(ProfileFileSystemSetting.AWS_PROFILE).isPresent();
        var profile = files.named(ambient);
        if (named || profile.filter(CredentialsLookup::hasCredentials).isPresent()) {
            return new Found(profileCredentials(ambient), ambient, null);
        }
        if (isSet(SdkSystemSetting.AWS_CONTAINER_CREDENTIALS_RELATIVE_URI)
                || isSet(SdkSystemSetting.AWS_CONTAINER_CREDENTIALS_FULL_URI)) {
            return new Found(keys("container role", ContainerCredentialsProvider.create()), ambient, null);
        }
        return fromMachine(ambient);
    }

    private Credentials apiKey(ConnectionOptions wanted) throws RunException {
        var variable = wanted.access().apiKeyVariable();
        if (variable != null) {
            var value = System.getenv(variable);
            if (value == null || value.isBlank()) {
                throw refusal("The environment variable " + variable + " holds no API key. Set it to a Bedrock API"
                        + " key, or name another variable.");
            }
            return Credentials.ApiKey.of(value.strip());
        }
        var name = wanted.name();
        var key = name == null ? Optional.<String>empty() : apiKeys.find(name);
        return Credentials.ApiKey.of(key.filter(k -> !k.isBlank())
                .orElseThrow(() -> refusal("The API key of " + (name == null ? "this connection" : "`" + name + "`")
                        + " is not here: it was kept for one sitting, or taken out of the keychain. Enter it again.")));
    }

    private static Credentials environmentKeys() throws RunException {
        if (System.getProperty("aws.accessKeyId") != null) {
            return keys("environment", SystemPropertyCredentialsProvider.create());
        }
        if (isSet(SdkSystemSetting.AWS_ACCESS_KEY_ID)) {
            return keys("environment", EnvironmentVariableCredentialsProvider.create());
        }
        throw refusal("AWS_ACCESS_KEY_ID is not set. Set it with AWS_SECRET_ACCESS_KEY, and AWS_SESSION_TOKEN for"
                + " temporary keys, before Quarry starts; or choose another way to sign in.");
    }

    private static Credentials process(Access access) throws RunException {
        var command = access.process();
        if (command == null || command.isBlank()) {
            throw refusal("The connection names no command that prints keys. Enter one, or choose another way to sign"
                    + " in.");
        }
        return keys(
                "credential process",
                new LazyKeys(() -> ProcessCredentialsProvider.builder()
                        .command(shell(command))
                        .build()));
    }

    /// The command as the AWS tools run it: by the shell of the platform.
    private static List<String> shell(String command) {
        return System.getProperty("os.name").startsWith("Windows")
                ? List.of("cmd.exe", "/C", command)
                : List.of("sh", "-c", command);
    }

    private static Credentials sso(Access access) throws RunException {
        var sso = access.sso();
        if (sso == null
                || sso.startUrl().isBlank()
                || sso.account().isBlank()
                || sso.role().isBlank()) {
            throw refusal("The connection says too little for IAM Identity Center. It needs a start URL, the region of"
                    + " the identity centre, an account and a role.");
        }
        return keys("SSO " + sso.role(), new LazyKeys(() -> SsoKeys.provider(sso)));
    }

    private static @Nullable Credentials fromEnvironment() {
        var token = Optional.ofNullable(System.getProperty("aws.bearerTokenBedrock"))
                .or(() -> Optional.ofNullable(System.getenv("AWS_BEARER_TOKEN_BEDROCK")))
                .filter(value -> !value.isBlank());
        if (token.isPresent()) {
            return Credentials.ApiKey.of(token.get().strip());
        }
        if (System.getProperty("aws.accessKeyId") != null) {
            return keys("environment", SystemPropertyCredentialsProvider.create());
        }
        if (isSet(SdkSystemSetting.AWS_ACCESS_KEY_ID)) {
            return keys("environment", EnvironmentVariableCredentialsProvider.create());
        }
        if (isSet(SdkSystemSetting.AWS_WEB_IDENTITY_TOKEN_FILE)) {
            return keys("web identity", WebIdentityTokenFileCredentialsProvider.create());
        }
        return null;
    }

    private Credentials profileCredentials(String name) throws RunException {
        var profile = files.named(name)
                .orElseThrow(() -> refusal("There is no AWS profile named `" + name + "`. " + files.names()));
        if (!hasCredentials(profile)) {
            throw refusal("The AWS profile `" + name + "` says nothing about credentials. Add sso_session, role_arn or"
                    + " keys to it, or choose another profile.");
        }
        if (profile.property(ProfileProperty.LOGIN_SESSION).isPresent()) {
            throw refusal("The AWS profile `" + name + "` was made by `aws login`, which Quarry cannot use. Choose a"
                    + " profile with `aws sso login`, or an API key in AWS_BEARER_TOKEN_BEDROCK.");
        }
        var provider = ProfileCredentialsProvider.builder()
                // Looks at the files again when they change: tools renew keys by writing new ones there.
                .profileFile(ProfileFileSupplier.defaultSupplier())
                .profileName(name)
                .build();
        return new Credentials.Keys(name, name, new ExplainedCredentials(provider, name, ""));
    }

    private static Found fromMachine(String profile) throws RunException {
        if (SdkSystemSetting.AWS_EC2_METADATA_DISABLED.getBooleanValue().orElse(false)) {
            throw nothingFound(null);
        }
        try {
            return Deadline.within(METADATA_PATIENCE, "bedrock-metadata", () -> {
                var provider = InstanceProfileCredentialsProvider.create();
                provider.resolveCredentials();
                var region = new InstanceProfileRegionProvider().getRegion();
                return new Found(keys("instance role", provider), profile, region == null ? null : region.id());
            });
        } catch (Deadline.Missed | RuntimeException e) {
            log.debug("no answer from the metadata service", e);
            throw nothingFound(e);
        }
    }

    private static Credentials keys(String label, AwsCredentialsProvider provider) {
        return new Credentials.Keys(label, "", new ExplainedCredentials(provider, "", label));
    }

    private static boolean hasCredentials(Profile profile) {
        return CREDENTIAL_PROPERTIES.stream().anyMatch(profile.properties()::containsKey);
    }

    private static boolean isSet(SystemSetting setting) {
        return value(setting).isPresent();
    }

    private static Optional<String> value(SystemSetting setting) {
        var property = System.getProperty(setting.property());
        var value = property == null ? System.getenv(setting.environmentVariable()) : property;
        return Optional.ofNullable(value).filter(text -> !text.isBlank());
    }

    private static RunException nothingFound(@Nullable Exception cause) {
        return new RunException(
                RunException.Reason.NO_CREDENTIALS,
                "No AWS credentials were found. Sign in with `aws sso login` and choose that profile, or set"
                        + " AWS_BEARER_TOKEN_BEDROCK to a Bedrock API key.",
                false,
                null,
                cause);
    }

    private static RunException refusal(String sentence) {
        return new RunException(RunException.Reason.NO_CREDENTIALS, sentence, false, null, null);
    }
}
