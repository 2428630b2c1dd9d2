package dev.quarry.keychain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Keys in the secret service of a real desktop session, which each test starts with a home of its own. Nothing of
/// the user's is touched.
@Tag("slow")
@Tag("keychain")
@EnabledOnOs(OS.LINUX)
@Timeout(120)
class SystemKeychainTest {
    @TempDir
    private Path home;

    @BeforeEach
    void whatItTakes() {
        for (var program : List.of("dbus-run-session", "dbus-send", "gnome-keyring-daemon", "secret-tool")) {
            assumeTrue(
                    isOnPath(program),
                    () -> "no secret service to test with: " + program
                            + " is missing (packages dbus, gnome-keyring and libsecret-tools)");
        }
    }

    private static boolean isOnPath(String program) {
        return List.of(System.getenv("PATH").split(":", -1)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    @Test
    void aKeyIsKeptReplacedAndLetGoByTheSecretService() throws Exception {
        assertThat(session("unlocked"))
                .containsExactly(
                        "found at first: false",
                        "stored in: KEYCHAIN",
                        "found: schlüssel-1",
                        "told by another program: schlüssel-1",
                        "replaced in: KEYCHAIN",
                        "beside it in: KEYCHAIN",
                        "found: key-2 key-3",
                        "after it was let go: - key-3");
        try (var files = Files.walk(home)) {
            assertThat(files.filter(Files::isRegularFile).toList())
                    .as("the service keeps it encrypted")
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(new String(Files.readAllBytes(file), UTF_8))
                            .doesNotContain("key-2", "key-3", "schlüssel"));
        }
    }

    @Test
    void aKeychainThatStaysLockedTakesNoKeyAndThatIsTold() throws Exception {
        session("unlocked"); // makes the keyring

        assertThat(session("locked")).containsExactly("found at first: false", "stored in: SITTING", "found: -");
    }

    @Test
    void withoutASecretServiceTheKeyIsForThisSitting() throws Exception {
        var bus = Files.writeString(home.resolve("bus.conf"), """
                <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
                  "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
                <busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>
                <policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
                <allow own="*"/></policy></busconfig>
                """);

        assertThat(lines(List.of("dbus-run-session", "--config-file=" + bus, "--"), "none"))
                .containsExactly("found at first: false", "stored in: SITTING", "found: -");
    }

    private List<String> session(String state) throws Exception {
        return lines(List.of("dbus-run-session", "--"), state);
    }

    private List<String> lines(List<String> within, String state) throws Exception {
        var command = new ArrayList<>(within);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Dstdout.encoding=UTF-8", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.addAll(List.of(KeychainSession.class.getName(), state));
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        var environment = builder.environment();
        for (var graphical : List.of("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_DATA_HOME")) {
            environment.remove(graphical);
        }
        environment.put("HOME", home.toString());
        environment.put("LC_ALL", "C.UTF-8");
        environment.put(
                "XDG_RUNTIME_DIR", Files.createDirectories(home.resolve("run")).toString());
        var process = builder.start();
        try {
            var said = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            return said.lines()
                    .filter(line -> line.startsWith("> "))
                    .map(line -> line.substring(2))
                    .toList();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
