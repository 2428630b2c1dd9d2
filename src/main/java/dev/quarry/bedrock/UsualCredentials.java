package dev.quarry.bedrock;

import dev.quarry.bedrock.CredentialsLookup.Found;
import dev.quarry.run.RunException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;
import software.amazon.awssdk.profiles.ProfileProperty;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.InstanceProfileRegionProvider;

/// Credentials where the AWS tools look for them. The places and their order are those of the SDK's default chain,
/// but the first place that is set up is taken, and its failure is final: the SDK's chain would go on to the next
/// one, and its message would hide that a sign-in has expired.
final class UsualCredentials {
    private static final Logger log = LoggerFactory.getLogger(UsualCredentials.class);

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

    private final ProfileFiles files;
    private final IdentityServices services;
    private final String fallbackRegion;

    /// @param fallbackRegion whose Security Token Service is asked where nothing else names a region
    UsualCredentials(ProfileFiles files, IdentityServices services, String fallbackRegion) {
        this.files = files;
        this.services = services;
        this.fallbackRegion = fallbackRegion;
    }

    Found first() throws RunException {
        var named = CredentialsLookup.value(ProfileFileSystemSetting.AWS_PROFILE);
        var ambient = named.orElse("default");
        var beforeFiles = fromEnvironment();
        if (beforeFiles != null) {
            return new Found(beforeFiles, ambient, null);
        }
        var profile = files.named(ambient);
        if (named.isPresent()
                || profile.filter(UsualCredentials::hasCredentials).isPresent()) {
            return new Found(ofProfile(ambient), ambient, null);
        }
        if (CredentialsLookup.isSet(SdkSystemSetting.AWS_CONTAINER_CREDENTIALS_RELATIVE_URI)
                || CredentialsLookup.isSet(SdkSystemSetting.AWS_CONTAINER_CREDENTIALS_FULL_URI)) {
            return new Found(
                    CredentialsLookup.keys("container role", ContainerCredentialsProvider.create()), ambient, null);
        }
        return fromMachine(ambient);
    }

    Credentials ofProfile(String name) throws RunException {
        var profile = files.named(name)
                .orElseThrow(() ->
                        CredentialsLookup.refusal("There is no AWS profile named `" + name + "`. " + files.names()));
        if (!hasCredentials(profile)) {
            throw CredentialsLookup.refusal("The AWS profile `" + name + "` says nothing about credentials. Add"
                    + " sso_session, role_arn or keys to it, or choose another profile.");
        }
        if (profile.property(ProfileProperty.LOGIN_SESSION).isPresent()) {
            throw CredentialsLookup.refusal(
                    "The AWS profile `" + name + "` was made by `aws login`, which Quarry cannot"
                            + " use. Choose a profile with `aws sso login`, or an API key in AWS_BEARER_TOKEN_BEDROCK.");
        }
        return new Credentials.Keys(
                name, name, new ExplainedCredentials(new ProfileKeys(name, fallbackRegion, services), name, ""));
    }

    static boolean hasCredentials(Profile profile) {
        return CREDENTIAL_PROPERTIES.stream().anyMatch(profile.properties()::containsKey);
    }

    private @Nullable Credentials fromEnvironment() {
        var token = Optional.ofNullable(System.getProperty("aws.bearerTokenBedrock"))
                .or(() -> Optional.ofNullable(System.getenv("AWS_BEARER_TOKEN_BEDROCK")))
                .filter(value -> !value.isBlank());
        if (token.isPresent()) {
            return Credentials.ApiKey.of(token.get().strip());
        }
        return CredentialsLookup.environmentKeys().or(this::webIdentity).orElse(null);
    }

    private Optional<Credentials> webIdentity() {
        return CredentialsLookup.value(SdkSystemSetting.AWS_WEB_IDENTITY_TOKEN_FILE)
                .map(file -> CredentialsLookup.keys(
                        "web identity",
                        services.webIdentity(
                                Region.of(fallbackRegion),
                                CredentialsLookup.value(SdkSystemSetting.AWS_ROLE_ARN)
                                        .orElse(""),
                                CredentialsLookup.value(SdkSystemSetting.AWS_ROLE_SESSION_NAME),
                                file)));
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
                return new Found(
                        CredentialsLookup.keys("instance role", provider),
                        profile,
                        region == null ? null : region.id());
            });
        } catch (Deadline.Missed | RuntimeException e) {
            log.debug("no answer from the metadata service", e);
            throw nothingFound(e);
        }
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
}
