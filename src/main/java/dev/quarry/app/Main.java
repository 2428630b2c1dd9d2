package dev.quarry.app;

import dev.quarry.cli.QuarryCommandLine;
import dev.quarry.cli.StandardStreams;
import dev.quarry.cli.Surroundings;
import dev.quarry.settings.AppFolders;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Where Quarry starts: the window without arguments, the command line with them. Not a JavaFX application, so
/// that the class path is checked by nobody and the command line loads no toolkit.
public final class Main {

    /// How long a cancelled run may take to end before the process ends without it.
    private static final long PATIENCE_SECONDS = 5;

    private static final WindowStarter WINDOW = Windows::open;

    private Main() {}

    public static void main(String[] arguments) {
        var folders = AppFolders.ofThisUser();
        // Before the first logger is made, which reads the place of the log file.
        System.setProperty("quarry.log.dir", folders.data().resolve("logs").toString());
        var streams = Console.streams();
        var wiring = new Wiring(folders, sentence -> streams.err().println("quarry: " + sentence));
        System.exit(wantsWindow(arguments) ? window(wiring, streams) : commandLine(wiring, streams, arguments));
    }

    private static boolean wantsWindow(String[] arguments) {
        return arguments.length == 0 || (arguments.length == 1 && arguments[0].equals("window"));
    }

    private static int window(Wiring wiring, StandardStreams streams) {
        try {
            Display.require(System.getProperty("os.name"), System.getenv(), System.getProperty(Display.REFUSED));
            Toolkit.start();
            WINDOW.open(wiring);
            return 0;
        } catch (NoWindowException e) {
            var sample = wiring.samples().getFirst().name();
            streams.err().println(e.getMessage() + ", so the sample \"" + sample + "\" runs in the terminal.");
            return commandLine(wiring, streams, "run", "--sample", sample, "--connection", "samples");
        }
    }

    private static int commandLine(Wiring wiring, StandardStreams streams, String... arguments) {
        var commandLine = new QuarryCommandLine(new Surroundings(
                streams,
                System.getenv(),
                wiring::settings,
                wiring::presets,
                wiring::samples,
                wiring,
                wiring::assistant));
        var over = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> cancel(commandLine, over), "cancel"));
        try (wiring) {
            return commandLine.run(arguments);
        } finally {
            over.countDown();
        }
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
