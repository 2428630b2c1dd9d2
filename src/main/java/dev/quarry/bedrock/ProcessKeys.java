package dev.quarry.bedrock;

import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProcessCredentialsProvider;

/// Keys that a command prints. Keys that have expired by the time that the command itself tells are no keys: the
/// command is asked again for the next request, and until then the user is told that it gives old ones.
final class ProcessKeys implements AwsCredentialsProvider {

    /// The command gave keys, and they have expired.
    static final class Stale extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final Instant since;

        Stale(Instant since) {
            super("expired since " + since);
            this.since = since;
        }

        Instant since() {
            return since;
        }
    }

    private final ProcessCredentialsProvider source;

    /// Runs nothing before keys are wanted.
    ProcessKeys(String command) {
        source = ProcessCredentialsProvider.builder().command(shell(command)).build();
    }

    /// @throws Stale when the keys have expired
    @Override
    public AwsCredentials resolveCredentials() {
        var keys = source.resolveCredentials();
        var until = keys.expirationTime();
        if (until.isPresent() && !until.get().isAfter(Instant.now())) {
            throw new Stale(until.get());
        }
        return keys;
    }

    /// The command as the AWS tools run it: by the shell of the platform.
    private static List<String> shell(String command) {
        return System.getProperty("os.name").startsWith("Windows")
                ? List.of("cmd.exe", "/C", command)
                : List.of("sh", "-c", command);
    }
}
