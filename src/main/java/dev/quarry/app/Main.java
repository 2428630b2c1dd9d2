package dev.quarry.app;

import dev.quarry.cli.QuarryCommandLine;
import dev.quarry.cli.StandardStreams;
import dev.quarry.cli.Surroundings;
import dev.quarry.settings.AppFolders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Where Quarry starts: the window without arguments, the command line with them. Not a JavaFX application,
/// so that the class path is checked by nobody and the command line loads no toolkit.
public final class Main {

    private static final int FAILED = 4;

    /// How long a cancelled run may take to end before the process ends without it.
    private static final long PATIENCE_SECONDS = 5;

    /// Plays a sitting instead of opening the window; for who builds or tries a package.
    private static final String REHEARSAL = "rehearse";

    /// Second argument: only as far as the first frame.
    private static final String FIRST_FRAME = "first-frame";

    private static final WindowStarter WINDOW = Windows::open;

    private Main() {}

    public static void main(String[] arguments) throws IOException {
        var words = List.of(arguments);
        var firstFrameOnly = words.equals(List.of(REHEARSAL, FIRST_FRAME));
        var rehearsal = firstFrameOnly || words.equals(List.of(REHEARSAL));
        var folders = rehearsal ? RehearsalFolders.make() : AppFolders.ofThisUser();
        // Before the first logger is made, which reads the place of the log file.
        System.setProperty("quarry.log.dir", folders.data().resolve("logs").toString());
        var streams = Console.streams();
        var wiring = new Wiring(folders, sentence -> streams.err().println("quarry: " + sentence));
        if (rehearsal) {
            System.exit(firstFrameOnly ? sitting(wiring, streams, true) : rehearse(wiring, streams));
        }
        System.exit(
                wantsWindow(arguments)
                        ? window(wiring, streams, fileOf(arguments))
                        : commandLine(wiring, streams, arguments));
    }

    private static boolean wantsWindow(String[] arguments) {
        return arguments.length == 0 || (arguments.length <= 2 && arguments[0].equals("window"));
    }

    /// What a desktop's *Open with* names.
    private static @Nullable Path fileOf(String[] arguments) {
        return arguments.length == 2 ? Path.of(arguments[1]) : null;
    }

    private static int window(Wiring wiring, StandardStreams streams, @Nullable Path file) {
        try {
            Display.require(System.getProperty("os.name"), System.getenv(), System.getProperty(Display.REFUSED));
            Toolkit.start();
            return WINDOW.open(wiring, file);
        } catch (NoWindowException e) {
            var sample = wiring.samples().getFirst().name();
            streams.err().println(e.getMessage() + ", so the sample \"" + sample + "\" runs in the terminal.");
            return commandLine(wiring, streams, "run", "--sample", sample, "--connection", "samples");
        }
    }

    /// What the command line does most, then a sitting at the window, whose end is the end of the service.
    private static int rehearse(Wiring wiring, StandardStreams streams) {
        var sample = wiring.samples().getFirst().name();
        for (var arguments : List.of("run --help", "presets", "run --connection samples --sample " + sample)) {
            var exit = commands(wiring, streams.toNowhere()).run(arguments.split(" ", -1));
            if (exit != 0) {
                streams.err().println("The rehearsal failed at quarry " + arguments + ": " + exit + ".");
                return exit;
            }
        }
        return sitting(wiring, streams, false);
    }

    /// Plays a sitting at the window, or only its first frame.
    private static int sitting(Wiring wiring, StandardStreams streams, boolean firstFrameOnly) {
        try {
            Toolkit.start();
            return Windows.rehearse(wiring, firstFrameOnly, streams.err()::println) ? 0 : FAILED;
        } catch (NoWindowException e) {
            streams.err().println(e.getMessage() + ".");
            return FAILED;
        }
    }

    private static int commandLine(Wiring wiring, StandardStreams streams, String... arguments) {
        var commandLine = commands(wiring, streams);
        var over = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> cancel(commandLine, over), "cancel"));
        try (wiring) {
            return commandLine.run(arguments);
        } finally {
            over.countDown();
        }
    }

    private static QuarryCommandLine commands(Wiring wiring, StandardStreams streams) {
        return new QuarryCommandLine(new Surroundings(
                streams,
                System.getenv(),
                wiring::settings,
                wiring::presets,
                wiring::samples,
                wiring,
                wiring::accounts,
                wiring::assistant,
                wiring::judge,
                wiring::history,
                wiring::spending));
    }

    /// Ctrl-C and a polite kill come here: the run ends as cancelled and says so, then the JVM exits with the
    /// signal's own code, 130 for Ctrl-C.
    private static void cancel(QuarryCommandLine commandLine, CountDownLatch over) {
        if (commandLine.cancel()) {
            try {
                if (!over.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    System.err.println("The run did not end in time.");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
