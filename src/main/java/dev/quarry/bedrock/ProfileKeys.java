package dev.quarry.bedrock;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSupplier;
import software.amazon.awssdk.profiles.ProfileProperty;
import software.amazon.awssdk.regions.Region;

/// The keys of one profile of the AWS files, by the rules of the SDK. What it would ask of services (a role that is
/// assumed, a sign-in to IAM Identity Center) is asked here, because its own clients know nothing of the connection's
/// proxy, nor of the certificates that this system trusts. Looks at the files again when they change: tools renew
/// keys by writing new ones there. May be used from any thread.
final class ProfileKeys implements AwsCredentialsProvider {
    private static final String SESSION = "sso_session";

    private final String name;
    private final String fallbackRegion;
    private final IdentityServices services;
    private final ProfileFileSupplier files = ProfileFileSupplier.defaultSupplier();
    private @Nullable ProfileFile read; // guarded by this
    private @Nullable AwsCredentialsProvider made; // guarded by this

    /// @param fallbackRegion whose Security Token Service is asked where the profile names no region
    ProfileKeys(String name, String fallbackRegion, IdentityServices services) {
        this.name = name;
        this.fallbackRegion = fallbackRegion;
        this.services = services;
    }

    @Override
    public AwsCredentials resolveCredentials() {
        return current().resolveCredentials();
    }

    private synchronized AwsCredentialsProvider current() {
        var now = files.get();
        if (made == null || !now.equals(read)) {
            made = of(name, now, new LinkedHashSet<>());
            read = now;
        }
        return made;
    }

    /// @param behind the profiles that this one is a source of
    private AwsCredentialsProvider of(String profile, ProfileFile all, Set<String> behind) {
        if (!behind.add(profile)) {
            throw new IllegalStateException(
                    "The profiles " + String.join(", ", behind) + " are sources of each other.");
        }
        var found = all.profile(profile);
        if (found.isPresent() && found.get().property(ProfileProperty.ROLE_ARN).isPresent()) {
            var role = role(found.get(), all, behind);
            if (role.isPresent()) {
                return role.get();
            }
        }
        if (found.isPresent() && isSso(found.get())) {
            return sso(found.get(), all);
        }
        var command = found.flatMap(one -> one.property(ProfileProperty.CREDENTIAL_PROCESS));
        if (command.isPresent()
                && found.get().property(ProfileProperty.AWS_ACCESS_KEY_ID).isEmpty()) {
            return new ProcessKeys(command.get());
        }
        // Written there, or not at all.
        return ProfileCredentialsProvider.builder()
                .profileFile(all)
                .profileName(profile)
                .build();
    }

    private Optional<AwsCredentialsProvider> role(Profile profile, ProfileFile all, Set<String> behind) {
        var arn = required(profile, ProfileProperty.ROLE_ARN);
        var token = profile.property(ProfileProperty.WEB_IDENTITY_TOKEN_FILE);
        if (token.isPresent()) {
            return Optional.of(services.webIdentity(
                    region(profile), arn, profile.property(ProfileProperty.ROLE_SESSION_NAME), token.get()));
        }
        var source = profile.property(ProfileProperty.SOURCE_PROFILE);
        var place = profile.property(ProfileProperty.CREDENTIAL_SOURCE);
        if (source.isPresent() && place.isPresent()) {
            throw new IllegalStateException(
                    "The profile '" + profile.name() + "' has both source_profile and credential_source.");
        }
        return source.map(from -> sourceProfile(profile, from, all, behind))
                .or(() -> place.map(ProfileKeys::ofPlace))
                .map(keys -> services.role(region(profile), keys, request -> {
                    request.roleArn(arn)
                            .roleSessionName(profile.property(ProfileProperty.ROLE_SESSION_NAME)
                                    .orElse("quarry"))
                            .externalId(profile.property(ProfileProperty.EXTERNAL_ID)
                                    .orElse(null));
                    profile.property(ProfileProperty.DURATION_SECONDS)
                            .map(Integer::valueOf)
                            .ifPresent(request::durationSeconds);
                }));
    }

    private AwsCredentialsProvider sourceProfile(Profile profile, String from, ProfileFile all, Set<String> behind) {
        if (!all.profile(from).map(UsualCredentials::hasCredentials).orElse(false)) {
            throw new IllegalStateException("The source profile of '" + profile.name() + "' was configured to be '"
                    + from + "', but that source profile has no credentials configured.");
        }
        return of(from, all, behind);
    }

    private static AwsCredentialsProvider ofPlace(String place) {
        return switch (place) {
            case "Environment" -> EnvironmentVariableCredentialsProvider.create();
            case "EcsContainer" -> ContainerCredentialsProvider.create();
            case "Ec2InstanceMetadata" -> InstanceProfileCredentialsProvider.create();
            default ->
                throw new IllegalStateException(
                        "The credential_source is none of Environment, EcsContainer and Ec2InstanceMetadata.");
        };
    }

    private static boolean isSso(Profile profile) {
        return profile.properties().containsKey(SESSION)
                || profile.properties().containsKey(ProfileProperty.SSO_START_URL)
                || profile.properties().containsKey(ProfileProperty.SSO_ACCOUNT_ID);
    }

    private AwsCredentialsProvider sso(Profile profile, ProfileFile all) {
        var account = required(profile, ProfileProperty.SSO_ACCOUNT_ID);
        var role = required(profile, ProfileProperty.SSO_ROLE_NAME);
        if (profile.property(SESSION).isEmpty()) {
            required(profile, ProfileProperty.SSO_START_URL);
            required(profile, ProfileProperty.SSO_REGION);
        }
        var session = SsoSession.ofProfile(profile, new ProfileFiles(all))
                .orElseThrow(() -> new IllegalStateException("The sso-session '"
                        + profile.property(SESSION).orElse("") + "' of the profile '" + profile.name()
                        + "' is not there, or lacks sso_start_url or sso_region."));
        return services.sso(
                session, account, role, () -> new Explained(CredentialsErrors.signInNeeded(profile.name(), "")));
    }

    private Region region(Profile profile) {
        return Region.of(profile.property(ProfileProperty.REGION)
                .filter(text -> !text.isBlank())
                .orElse(fallbackRegion));
    }

    private static String required(Profile profile, String property) {
        return profile.property(property)
                .orElseThrow(() -> new IllegalStateException(
                        "Profile property '" + property + "' was not configured for '" + profile.name() + "'."));
    }

    @Override
    public String toString() {
        return "ProfileKeys[" + name + "]";
    }
}
