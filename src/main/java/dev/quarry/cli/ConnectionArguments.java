package dev.quarry.cli;

import dev.quarry.run.Access;
import dev.quarry.run.ConnectionOptions;
import dev.quarry.run.ConnectionOptions.Kind;
import dev.quarry.settings.SavedConnections;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// Where the model runs, as named on the command line.
final class ConnectionArguments {
    @Option(
            names = "--connection",
            paramLabel = "NAME",
            description = "A connection that was set up in the window, bedrock, or samples. Default: the one that is"
                    + " used there; at first Amazon Bedrock when credentials are found, else the samples.")
    private @Nullable String name;

    @Option(names = "--profile", paramLabel = "NAME", description = "A profile of the AWS configuration files.")
    private @Nullable String profile;

    @Option(names = "--region", paramLabel = "REGION", description = "An AWS region, such as eu-central-1.")
    private @Nullable String region;

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            converter = EndpointConverter.class,
            description = "Another Bedrock Runtime endpoint: https, or http to this machine.")
    private @Nullable URI endpoint;

    @Option(
            names = "--control-endpoint",
            paramLabel = "URL",
            converter = EndpointConverter.class,
            description = "Another endpoint of the service that lists models.")
    private @Nullable URI controlEndpoint;

    @Option(names = "--role-arn", paramLabel = "ARN", description = "A role to assume with the credentials found.")
    private @Nullable String roleArn;

    @Option(
            names = "--api-key-env",
            paramLabel = "VARIABLE",
            description = "The environment variable that holds a Bedrock API key.")
    private @Nullable String apiKeyVariable;

    /// What is named here goes before what is kept. Whoever names an account or a place means Bedrock, and is not
    /// given samples instead.
    ConnectionOptions over(SavedConnections kept) throws UsageException {
        var named = profile != null
                || region != null
                || endpoint != null
                || controlEndpoint != null
                || roleArn != null
                || apiKeyVariable != null;
        if (named && SavedConnections.SAMPLES.equals(name)) {
            throw new UsageException("--profile, --region and --endpoint do not go with --connection samples.");
        }
        if (profile != null && apiKeyVariable != null) {
            throw new UsageException("--profile and --api-key-env are two ways to sign in; name one.");
        }
        var under = name == null ? kept.activeOptions() : lookUp(name, kept);
        if (!named) {
            return under;
        }
        return new ConnectionOptions(
                Kind.BEDROCK,
                under.name(),
                profile != null ? profile : under.profile(),
                region != null ? region : under.region(),
                endpoint != null ? endpoint : under.endpoint(),
                controlEndpoint != null ? controlEndpoint : under.controlEndpoint(),
                under.proxy(),
                access(under.access()));
    }

    private Access access(Access under) {
        var source = apiKeyVariable != null
                ? Access.apiKeyIn(apiKeyVariable)
                : profile != null ? Access.USUAL.withRole(under.roleArn()) : under;
        return roleArn == null ? source : source.withRole(roleArn);
    }

    private static ConnectionOptions lookUp(String wanted, SavedConnections kept) throws UsageException {
        var found = kept.named(wanted);
        if (found.isEmpty()) {
            var names = new ArrayList<>(List.of(SavedConnections.BEDROCK, SavedConnections.SAMPLES));
            kept.saved().forEach(one -> names.add(String.valueOf(one.name())));
            throw new UsageException("There is no connection " + wanted + "; there are: " + String.join(", ", names)
                    + "." + Nearest.offer(wanted, names));
        }
        return found.get();
    }

    private static final class EndpointConverter implements ITypeConverter<URI> {
        @Override
        public URI convert(String value) {
            try {
                var uri = new URI(value);
                if (uri.getRawUserInfo() != null) {
                    throw new TypeConversionException("An endpoint has no user name or password in it.");
                }
                if (uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
                    return uri;
                }
            } catch (URISyntaxException e) {
                throw new TypeConversionException(
                        "--endpoint is a URL such as https://example.org, not " + value + ".");
            }
            throw new TypeConversionException("--endpoint is a URL such as https://example.org, not " + value + ".");
        }
    }
}
