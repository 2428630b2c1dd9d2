package dev.quarry.cli;

import dev.quarry.run.ConnectionOptions;
import dev.quarry.settings.Settings;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// Where the model runs, as named on the command line.
final class ConnectionArguments {

    @Option(
            names = "--connection",
            paramLabel = "bedrock|samples",
            converter = KindConverter.class,
            description = "Where the model runs. Default: Amazon Bedrock when credentials are found, else the samples.")
    private ConnectionOptions.@Nullable Kind kind;

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

    /// What is named here goes before what is kept. Whoever names an account or a place means Bedrock, and is not
    /// given samples instead.
    ConnectionOptions over(Settings.Connection kept) throws UsageException {
        var named = profile != null || region != null || endpoint != null;
        if (named && kind == ConnectionOptions.Kind.SAMPLES) {
            throw new UsageException("--profile, --region and --endpoint do not go with --connection samples.");
        }
        var chosen = kind != null ? kind : named ? ConnectionOptions.Kind.BEDROCK : kind(kept.kind());
        return new ConnectionOptions(
                chosen,
                profile != null ? profile : kept.profile(),
                region != null ? region : kept.region(),
                endpoint != null ? endpoint : kept.endpoint());
    }

    private static ConnectionOptions.@Nullable Kind kind(Settings.Connection.Kind kept) {
        return switch (kept) {
            case AUTOMATIC -> null;
            case BEDROCK -> ConnectionOptions.Kind.BEDROCK;
            case SAMPLES -> ConnectionOptions.Kind.SAMPLES;
        };
    }

    private static final class KindConverter implements ITypeConverter<ConnectionOptions.Kind> {
        @Override
        public ConnectionOptions.Kind convert(String value) {
            for (var kind : ConnectionOptions.Kind.values()) {
                if (kind.name().toLowerCase(Locale.ROOT).equals(value)) {
                    return kind;
                }
            }
            throw new TypeConversionException("--connection is bedrock or samples, not " + value + ".");
        }
    }

    private static final class EndpointConverter implements ITypeConverter<URI> {
        @Override
        public URI convert(String value) {
            try {
                var uri = new URI(value);
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
