package dev.quarry.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What becomes of credentials, as named on the command line.
final class SecretsArgument {

    @Option(
            names = "--secrets",
            paramLabel = "placeholders|as-is",
            description =
                    "What to do with credentials in what would be sent: placeholders sends placeholders and puts the"
                            + " credentials back into the answer, as-is sends them. Default: nothing is sent.")
    private @Nullable String secrets;

    Safety.Secrets read() throws UsageException {
        return switch (secrets) {
            case null -> Safety.Secrets.REFUSE;
            case "placeholders" -> Safety.Secrets.PLACEHOLDERS;
            case "as-is" -> Safety.Secrets.AS_IS;
            default -> throw new UsageException("--secrets is placeholders or as-is, not " + secrets + ".");
        };
    }
}
