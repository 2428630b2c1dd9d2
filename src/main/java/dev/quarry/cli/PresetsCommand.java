package dev.quarry.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `quarry presets`: lists them when no command of its own is named.
@Command(name = "presets", description = "Lists the presets; its commands show, check, make and test them.")
final class PresetsCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    private PresetsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    static CommandLine with(Surroundings surroundings, Cancellation cancellation) {
        return new CommandLine(new PresetsCommand(surroundings))
                .addSubcommand(new PresetsListCommand(surroundings))
                .addSubcommand(new PresetsShowCommand(surroundings))
                .addSubcommand(new PresetsCheckCommand(surroundings))
                .addSubcommand(new PresetsNewCommand(surroundings))
                .addSubcommand(new PresetsImportCommand(surroundings))
                .addSubcommand(new PresetsPathCommand(surroundings))
                .addSubcommand(new PresetsTestCommand(surroundings, cancellation));
    }

    @Override
    public Integer call() throws IOException {
        return new PresetsListCommand(surroundings).call();
    }
}
