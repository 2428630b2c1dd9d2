package dev.quarry.cli;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `quarry manual`: the manual page, for who makes a package. Hidden, since `--help` says the same to a person.
@Command(name = "manual", hidden = true, description = "Prints the manual page.")
final class ManualCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private @Nullable CommandSpec spec;

    ManualCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        var root = Objects.requireNonNull(spec, "picocli sets it").root();
        surroundings.streams().print(ManualPage.of(root));
        return ExitCode.COMPLETE.number();
    }
}
