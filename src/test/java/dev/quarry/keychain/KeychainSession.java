package dev.quarry.keychain;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quarry.run.ApiKeys.Keep;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// What [SystemKeychainTest] has done in a desktop session of its own: starts the daemon that keeps secrets, does
/// with it what Quarry does, and prints what came of it, a line each.
final class KeychainSession {

    private static Duration limit = Duration.ofSeconds(20);

    private KeychainSession() {}

    /// Does it.
    ///
    /// @param arguments `unlocked` or `locked`; else no daemon is started
    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("locked")) {
            limit = Duration.ofSeconds(3); // nobody is there to unlock it
        }
        var daemon =
                List.of("unlocked", "locked").contains(arguments[0]) ? daemon(arguments[0].equals("unlocked")) : null;
        try {
            say("found at first: " + keys().find("work").isPresent());
            say("stored in: " + keys().store("work", "schlüssel-1", Keep.KEYCHAIN));
            say("found: " + keys().find("work").orElse("-"));
            if (arguments[0].equals("unlocked")) {
                whatElseIsDone();
            }
        } finally {
            if (daemon != null) {
                daemon.destroyForcibly().waitFor();
            }
        }
        // As Quarry does: the library has threads that do not end by themselves.
        System.exit(0);
    }

    private static void whatElseIsDone() throws Exception {
        var keys = keys();
        say("told by another program: "
                + output("secret-tool", "lookup", "service", "Quarry Bedrock API key", "account", "work"));
        say("replaced in: " + keys.store("work", "key-2", Keep.KEYCHAIN));
        say("beside it in: " + keys.store("home", "key-3", Keep.KEYCHAIN));
        say("found: " + keys.find("work").orElse("-") + " " + keys.find("home").orElse("-"));
        keys.forget("work");
        keys.forget("work");
        say("after it was let go: " + keys().find("work").orElse("-") + " "
                + keys().find("home").orElse("-"));
        keys.forget("home");
    }

    private static KeychainApiKeys keys() {
        return new KeychainApiKeys(() -> new SystemKeychain(limit));
    }

    /// A keyring with a password; without that it stays locked, as nobody is there to be asked.
    private static Process daemon(boolean unlocked) throws Exception {
        var command = unlocked
                ? List.of("gnome-keyring-daemon", "--unlock", "--components=secrets", "--foreground")
                : List.of("gnome-keyring-daemon", "--components=secrets", "--foreground");
        var daemon = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var in = daemon.getOutputStream()) {
            if (unlocked) {
                in.write("not-a-secret".getBytes(UTF_8));
            }
        }
        for (var wait = 0; wait < 100 && !isThere(); wait++) {
            Thread.sleep(50);
        }
        return daemon;
    }

    private static boolean isThere() throws Exception {
        return output(
                        "dbus-send",
                        "--session",
                        "--print-reply",
                        "--dest=org.freedesktop.DBus",
                        "/",
                        "org.freedesktop.DBus.NameHasOwner",
                        "string:org.freedesktop.secrets")
                .contains("boolean true");
    }

    private static String output(String... command) throws Exception {
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return process.waitFor(20, TimeUnit.SECONDS) ? said : "";
    }

    private static void say(String line) {
        System.out.println("> " + line);
    }
}
