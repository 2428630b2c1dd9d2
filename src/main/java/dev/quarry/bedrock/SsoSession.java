package dev.quarry.bedrock;

import dev.quarry.run.Access;
import dev.quarry.run.ConnectionOptions;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileProperty;

/// What one signs in to.
///
/// @param key what the file of the sign-in is named by: the session, or the start URL where there is none
/// @param scopes asked for; empty where the session names none
/// @param profile that names it; null for a connection's own
record SsoSession(
        String startUrl,
        String region,
        String key,
        List<String> scopes,
        @Nullable String profile) {
    private static final String SESSION = "sso_session";
    private static final int LONGEST_CHAIN = 5;

    /// The session that a connection needs; empty when it needs none, or its profile says too little.
    static Optional<SsoSession> of(ConnectionOptions options, ProfileFiles files) {
        var own = options.access().sso();
        if (own != null) {
            return Optional.of(of(own));
        }
        return switch (options.access().source()) {
            case USUAL -> ofProfile(options.profile(), files);
            case SSO, API_KEY, ENVIRONMENT, PROCESS -> Optional.empty();
        };
    }

    /// That of a connection of its own, which no profile names.
    static SsoSession of(Access.Sso sso) {
        return new SsoSession(sso.startUrl(), sso.region(), sso.startUrl(), List.of(), null);
    }

    private static Optional<SsoSession> ofProfile(@Nullable String name, ProfileFiles files) {
        var profile = files.named(
                name == null || name.isBlank()
                        ? Optional.ofNullable(System.getenv("AWS_PROFILE")).orElse("default")
                        : name);
        // A role may be assumed with the sign-in of another profile.
        for (var step = 0; step < LONGEST_CHAIN && profile.isPresent(); step++) {
            var found = ofProfile(profile.get(), files);
            if (found.isPresent()) {
                return found;
            }
            profile = profile.get().property(ProfileProperty.SOURCE_PROFILE).flatMap(files::named);
        }
        return Optional.empty();
    }

    /// Empty when the profile names none, or says too little of it.
    static Optional<SsoSession> ofProfile(Profile profile, ProfileFiles files) {
        var session = profile.property(SESSION);
        var section = session.isPresent()
                ? session.flatMap(name -> files.content().getSection("sso-session", name))
                : Optional.of(profile);
        return section.flatMap(from -> from.property(ProfileProperty.SSO_START_URL)
                .flatMap(url -> from.property(ProfileProperty.SSO_REGION)
                        .map(region -> new SsoSession(
                                url, region, session.orElse(url), scopes(from, session), profile.name()))));
    }

    private static List<String> scopes(Profile section, Optional<String> session) {
        return session.isEmpty()
                ? List.of()
                : List.of(section.property("sso_registration_scopes")
                        .orElse("sso:account:access")
                        .strip()
                        .split("\\s*,\\s*", -1));
    }
}
