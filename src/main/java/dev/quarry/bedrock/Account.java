package dev.quarry.bedrock;

import dev.quarry.run.ApiKeys;
import dev.quarry.run.ConnectionOptions;
import dev.quarry.run.RunException;
import java.net.URI;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.endpoint.AwsClientEndpointProvider;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.profiles.ProfileProperty;
import software.amazon.awssdk.regions.Region;

/// Which account and place a connection calls: settings and environment, looked up once.
///
/// @param endpoint null for the region's own
/// @param controlEndpoint of the service that lists models; null for the region's own
/// @param name what the user calls the connection; empty for nothing
/// @param profile whose settings the client reads: the chosen one, or the environment's
/// @param network by which it is reached
record Account(
        Credentials credentials,
        Region region,
        @Nullable URI endpoint,
        @Nullable URI controlEndpoint,
        ProfileFiles files,
        String profile,
        String name,
        Network network) {

    /// The region that requests to our own endpoint on this machine name, which nothing depends on.
    private static final Region ANY = Region.US_EAST_1;

    private static final Pattern REGION = Pattern.compile("[a-z]{2,}(-[a-z0-9]+)+");

    /// Blocks while files are read, and for about a second when nothing but the metadata service of an EC2
    /// machine is left to ask.
    static Account of(ConnectionOptions settings, ApiKeys apiKeys) throws RunException {
        for (var endpoint : new @Nullable URI[] {settings.endpoint(), settings.controlEndpoint()}) {
            if (endpoint != null) {
                EndpointRule.check(endpoint);
            }
        }
        if (settings.proxy() != null) {
            EndpointRule.checkProxy(settings.proxy());
        }
        var files = ProfileFiles.read();
        var network = Network.of(settings);
        var services = new IdentityServices(network);
        var found = new CredentialsLookup(files, apiKeys, services).find(settings);
        var profile = files.named(found.profile());
        var name = Stream.of(
                        settings.region(),
                        SdkSystemSetting.AWS_REGION.getStringValue().orElse(null),
                        profile.flatMap(p -> p.property(ProfileProperty.REGION)).orElse(null),
                        System.getenv("AWS_DEFAULT_REGION"), // not the SDK's, but the AWS command line's
                        found.region())
                .filter(region -> region != null && !region.isBlank())
                .findFirst()
                .orElseThrow(() -> noRegion(found.profile()));
        if (!REGION.matcher(name).matches()) {
            throw new RunException(
                    RunException.Reason.NO_REGION,
                    "There is no AWS region with such a name. Write it like eu-central-1.",
                    false,
                    null,
                    null);
        }
        var region = Region.of(name);
        var runtime = settings.endpoint() == null
                ? configured(Service.RUNTIME, files, found.profile(), region)
                : settings.endpoint();
        var control = settings.controlEndpoint() == null
                ? configured(Service.CONTROL, files, found.profile(), region)
                : settings.controlEndpoint();
        var role = settings.access().roleArn();
        return new Account(
                role == null || role.isBlank()
                        ? found.credentials()
                        : AssumedRole.over(found.credentials(), role, region, services),
                region,
                runtime,
                control,
                files,
                found.profile(),
                settings.name() == null ? "" : settings.name(),
                network);
    }

    /// An endpoint of our own on this machine: nobody's configuration or credentials are looked at.
    static Account loopback(URI endpoint) throws RunException {
        EndpointRule.check(endpoint);
        if (!EndpointRule.isLoopback(endpoint.getHost())) {
            throw new RunException(
                    RunException.Reason.VALIDATION,
                    "The samples are served on this machine only, not by " + endpoint.getHost() + ".",
                    false,
                    null,
                    null);
        }
        return new Account(
                new Credentials.None(), ANY, endpoint, endpoint, ProfileFiles.NONE, "default", "", Network.USUAL);
    }

    /// Such as `Amazon Bedrock · dev · eu-central-1`; another endpoint than the region's own is named at the
    /// end.
    String label() {
        return Stream.of(
                        "Amazon Bedrock",
                        name,
                        name.equals(credentials.label()) ? "" : credentials.label(),
                        region.id(),
                        endpoint == null ? "" : endpoint.getRawAuthority())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /// The host that is called, for messages.
    String host() {
        return target().getRawAuthority();
    }

    /// What is called, but for the finer rules by which the SDK finds the region's own endpoint.
    URI target() {
        return endpoint == null ? URI.create("https://bedrock-runtime." + region.id() + ".amazonaws.com") : endpoint;
    }

    /// The same for the service that lists models.
    URI controlTarget() {
        return controlEndpoint == null
                ? URI.create("https://bedrock." + region.id() + ".amazonaws.com")
                : controlEndpoint;
    }

    /// The two services of Amazon Bedrock, by the names that the AWS tools have for their endpoints.
    private enum Service {
        RUNTIME("AWS_ENDPOINT_URL_BEDROCK_RUNTIME", "aws.endpointUrlBedrockRuntime", "bedrock_runtime"),
        CONTROL("AWS_ENDPOINT_URL_BEDROCK", "aws.endpointUrlBedrock", "bedrock");

        private final String variable;
        private final String property;
        private final String profileProperty;

        Service(String variable, String property, String profileProperty) {
            this.variable = variable;
            this.property = property;
            this.profileProperty = profileProperty;
        }
    }

    /// The endpoint that environment or profile set, looked up as the SDK would; here, so that the rule holds
    /// for it.
    private static @Nullable URI configured(Service service, ProfileFiles files, String profile, Region region)
            throws RunException {
        var lookup = AwsClientEndpointProvider.builder()
                .serviceEndpointOverrideEnvironmentVariable(service.variable)
                .serviceEndpointOverrideSystemProperty(service.property)
                .serviceProfileProperty(service.profileProperty)
                .serviceEndpointPrefix(service.profileProperty.replace('_', '-'))
                .defaultProtocol("https")
                .region(region)
                .profileFile(files::content)
                .profileName(profile)
                .build();
        try {
            if (!lookup.isEndpointOverridden()) {
                return null;
            }
            EndpointRule.check(lookup.clientEndpoint());
            return lookup.clientEndpoint();
        } catch (RuntimeException e) {
            throw new RunException(
                    RunException.Reason.VALIDATION,
                    "The endpoint that the environment or the AWS profile `" + profile + "` sets for Bedrock is not an"
                            + " address. Write it like https://host.",
                    false,
                    null,
                    e);
        }
    }

    private static RunException noRegion(String profile) {
        return new RunException(
                RunException.Reason.NO_REGION,
                "No AWS region is set. Choose one in the settings, or set AWS_REGION, or add region to the profile `"
                        + profile + "`.",
                false,
                null,
                null);
    }
}
