package dev.quarry.cli;

import dev.quarry.history.HistoryException;
import dev.quarry.run.RunException;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Quarry without a window. One object runs one command; [#cancel] may be called from any thread.
public final class QuarryCommandLine {
    private final Surroundings surroundings;
    private final Cancellation cancellation = new Cancellation();

    public QuarryCommandLine(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /// Runs the command that the arguments name, on the calling thread.
    ///
    /// @return the exit code: 0 complete, 2 wrong usage, 3 incomplete answer, 4 failed, 130 cancelled
    public int run(String... arguments) {
        var streams = surroundings.streams();
        var commands = new CommandLine(new Root());
        commandsFor(arguments).forEach(commands::addSubcommand);
        addHelp(commands);
        return commands
                // An argument that starts with @ is one: nothing is read from a file of that name.
                .setExpandAtFiles(false)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setOut(new PrintWriter(new OutputStreamWriter(streams.out(), streams.outCharset()), true))
                .setErr(new PrintWriter(
                        new OutputStreamWriter(streams.err(), streams.err().charset()), true))
                .setParameterExceptionHandler(this::explain)
                .setExecutionExceptionHandler((e, command, parsed) -> explain(e))
                .execute(arguments);
    }

    /// All of them, or only the one that the arguments begin with when it is the one called most: describing the others
    /// is a quarter of what its help takes.
    private List<Object> commandsFor(String... arguments) {
        var run = new RunCommand(surroundings, cancellation);
        if (arguments.length > 0 && arguments[0].equals("run")) {
            return List.of(run);
        }
        return List.of(
                run,
                PresetsCommand.with(surroundings, cancellation),
                new ModelsCommand(surroundings),
                new DoctorCommand(surroundings),
                new SamplesCommand(surroundings),
                new HistoryCommand(surroundings),
                new CompletionCommand(surroundings),
                new ManualCommand(surroundings));
    }

    private static void addHelp(CommandLine above) {
        for (var command : above.getSubcommands().values()) {
            command.getCommandSpec()
                    .addOption(OptionSpec.builder("-h", "--help")
                            .usageHelp(true)
                            .description("Shows this help.")
                            .build());
            addHelp(command);
        }
    }

    /// Stops what runs: it ends as cancelled, with what it has received.
    ///
    /// @return whether a run is on its way to its end now, so that waiting for [#run] to return makes sense
    public boolean cancel() {
        return cancellation.cancel();
    }

    private int explain(ParameterException e, String[] arguments) {
        var spec = e.getCommandLine().getCommandSpec();
        var command = spec.qualifiedName();
        return switch (e) {
            case UnmatchedArgumentException unmatched -> {
                var typed = unmatched.getUnmatched().getFirst();
                if (typed.startsWith("-")) {
                    yield complain("There is no option " + typed + "; " + command + " --help lists them."
                            + Nearest.offer(typed, spec.optionsMap().keySet()));
                }
                yield spec.subcommands().isEmpty()
                        ? complain(command + " does not take " + typed + "; see " + command + " --help.")
                        : complain("There is no command " + typed + "; " + command + " --help lists them."
                                + Nearest.offer(typed, spec.subcommands().keySet()));
            }
            case MissingParameterException missing
            when !missing.getMissing().isEmpty() && missing.getMissing().getFirst() instanceof OptionSpec option ->
                complain(option.longestName() + " needs a value: " + option.paramLabel() + ".");
            default -> {
                // Our converters write whole sentences.
                var cause = e.getCause();
                yield complain(
                        cause instanceof TypeConversionException
                                ? String.valueOf(cause.getMessage())
                                : e.getMessage() + "; see " + command + " --help.");
            }
        };
    }

    private int explain(Exception e) {
        switch (e) {
            case UsageException usage -> {
                return complain(String.valueOf(usage.getMessage()));
            }
            case HistoryException unread -> surroundings.streams().err().println("Failed: " + unread.sentence());
            case RunException failed -> surroundings.streams().err().println("Failed: " + failed.sentence());
            case IOException broken ->
                surroundings
                        .streams()
                        .err()
                        .println("Failed: the output could not be written (" + broken.getMessage() + ").");
            case InterruptedException interrupted -> {
                Thread.currentThread().interrupt();
                return ExitCode.CANCELLED.number();
            }
            default -> {
                LoggerFactory.getLogger(QuarryCommandLine.class).error("a command died", e);
                surroundings.streams().err().println("Failed by a fault in Quarry; the log has the details: " + e);
            }
        }
        return ExitCode.FAILED.number();
    }

    private int complain(String sentence) {
        surroundings.streams().err().println("quarry: " + sentence);
        return ExitCode.USAGE.number();
    }

    @Command(
            name = "quarry",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description = "Code tasks on Amazon Bedrock. Without a command the window opens.")
    private static final class Root implements Callable<Integer> {
        @Override
        public Integer call() throws UsageException {
            throw new UsageException("Name a command; quarry --help lists them.");
        }
    }

    private static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            var version = QuarryCommandLine.class.getPackage().getImplementationVersion();
            return new String[] {"quarry " + (version == null ? "from its sources" : version)};
        }
    }
}
