package dev.quarry.cli;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `quarry completion`: what a shell needs to complete commands and options.
@Command(name = "completion", description = "Prints the completion for bash and zsh: source <(quarry completion).")
final class CompletionCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private @Nullable CommandSpec spec;

    CompletionCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        var root = Objects.requireNonNull(spec, "picocli sets it").root();
        surroundings.streams().print(AutoComplete.bash(root.name(), root.commandLine()));
        return ExitCode.COMPLETE.number();
    }
}
