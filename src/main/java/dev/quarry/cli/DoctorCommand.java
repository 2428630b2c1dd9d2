package dev.quarry.cli;

import dev.quarry.run.ConnectionOptions;
import dev.quarry.settings.ModelChoice;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `quarry doctor`: what a connection can do, step by step.
@Command(
        name = "doctor",
        description = "Finds out step by step what a connection can do, and says what to do where it cannot. The last"
                + " step sends the model a request of one token.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:everything that a run needs is there", "2:wrong usage", "4:something is not"})
final class DoctorCommand implements Callable<Integer> {
    @Option(names = "--model", paramLabel = "ID", description = "A model ID, inference profile ID or ARN.")
    private @Nullable String model;

    @Option(names = "--policy", description = "Only the IAM policy that is needed, to standard output.")
    private boolean policyOnly;

    @Mixin
    private ConnectionArguments place = new ConnectionArguments();

    private final Surroundings surroundings;

    DoctorCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws UsageException, IOException {
        var settings = surroundings.settings().get();
        var options = place.over(settings.connections());
        if (options.kind() == ConnectionOptions.Kind.SAMPLES) {
            throw new UsageException("The samples need no doctor; name another --connection.");
        }
        var asked = ModelChoice.of(model, null, surroundings.environment().get(ModelChoice.VARIABLE), settings)
                .model();
        var streams = surroundings.streams();
        var report = surroundings.accounts().get().doctor().examine(options, asked, finding -> {
            if (policyOnly) {
                streams.err().print(finding.text());
            }
        });
        streams.print(policyOnly ? report.policy() : report.text());
        return (report.isGood() ? ExitCode.COMPLETE : ExitCode.FAILED).number();
    }
}
