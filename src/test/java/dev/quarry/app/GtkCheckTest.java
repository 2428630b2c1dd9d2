package dev.quarry.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the start script does about the libraries a window needs on Linux.
@EnabledOnOs(OS.LINUX)
class GtkCheckTest {

    @TempDir
    Path folder;

    private ScriptMachine machine;

    @BeforeEach
    void machineWithoutGtk() throws Exception {
        machine = new ScriptMachine(folder);
        machine.systemJdk("/usr/lib/jvm/jdk-25", "25.0.3");
        machine.set("DISPLAY", ":7");
        machine.tool("ldconfig", "cat '" + libraries() + "'");
        Files.writeString(libraries(), "\tlibc.so.6 (libc6,x86-64) => /lib/libc.so.6\n");
        machine.quarry("--version"); // builds
    }

    @Test
    void nothingIsSaidWhenEverythingIsThere() throws Exception {
        installed();
        var ended = machine.quarry();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).doesNotContain("quarry.no.window");
    }

    @ParameterizedTest
    @CsvSource({
        "apt-get, sudo apt-get install -y libgtk-3-0 libxtst6",
        "dnf, sudo dnf install -y gtk3 libXtst",
        "pacman, sudo pacman -S --noconfirm --needed gtk3 libxtst",
        "zypper, sudo zypper --non-interactive install libgtk-3-0 libXtst6",
    })
    void withoutATerminalAUserIsToldTheCommand(String manager, String command) throws Exception {
        manager(manager);
        var ended = machine.quarry();
        assertThat(ended.err()).isEqualTo("The window needs GTK 3. Install it with: " + command + "\n");
        assertThat(ended.out()).contains("[-Dquarry.no.window=GTK 3 or libXtst is missing]");
        assertThat(calls()).isEmpty();
    }

    @Test
    void withoutATerminalRootInstallsStraightAway() throws Exception {
        machine.tool("id", "echo 0");
        manager("apt-get");
        var ended = machine.quarry();
        assertThat(calls()).isEqualTo("apt-get update -qq\napt-get install -y libgtk-3-0 libxtst6\n");
        assertThat(ended.out()).doesNotContain("quarry.no.window").doesNotContain("installing...");
        assertThat(ended.err()).contains("Installing GTK 3", "installing...");
    }

    @Test
    void yesInstallsWithoutAsking() throws Exception {
        manager("dnf");
        machine.tool("sudo", "echo \"sudo $*\" >>'" + callFile() + "'", "exec \"$@\"");
        var ended = machine.quarry("--yes");
        assertThat(calls()).isEqualTo("""
                        sudo env DEBIAN_FRONTEND=noninteractive dnf install -y gtk3 libXtst
                        dnf install -y gtk3 libXtst
                        """);
        assertThat(ended.out()).endsWith("[dev.quarry.app.Main]\n");
    }

    @Test
    void anInstallationThatFailsNamesTheCommand() throws Exception {
        machine.tool("id", "echo 0");
        machine.tool("pacman", "exit 1");
        var ended = machine.quarry();
        assertThat(ended.err()).contains("by hand with: pacman -S --noconfirm --needed gtk3 libxtst");
        assertThat(ended.exitCode()).isEqualTo(7);
    }

    @Test
    void theCommandLineNeedsNoGtk() throws Exception {
        manager("apt-get");
        assertThat(machine.quarry("presets").err()).isEmpty();
    }

    @Test
    void withoutADisplayNothingIsInstalled() throws Exception {
        machine.set("DISPLAY", "");
        machine.tool("id", "echo 0");
        manager("apt-get");
        assertThat(machine.quarry().err()).isEmpty();
        assertThat(calls()).isEmpty();
    }

    @Test
    void whereLibrariesCannotBeListedTheStartItselfWillTell() throws Exception {
        machine.tool("ldconfig", "exit 1");
        manager("apt-get");
        assertThat(machine.quarry().err()).isEmpty();
    }

    /// A package manager that installs.
    private void manager(String name) throws IOException {
        machine.tool(
                name,
                "echo \"" + name + " $*\" >>'" + callFile() + "'",
                "echo installing...",
                "case \"$*\" in *install* | *-S*) echo 'libgtk-3.so.0 libXtst.so.6' >>'" + libraries() + "' ;; esac");
    }

    private void installed() throws IOException {
        Files.writeString(libraries(), "\tlibXtst.so.6 (libc6) => x\n\tlibgtk-3.so.0 (libc6) => y\n");
    }

    private Path libraries() {
        return folder.resolve("libraries");
    }

    private Path callFile() {
        return folder.resolve("calls");
    }

    private String calls() throws IOException {
        return Files.exists(callFile()) ? Files.readString(callFile()) : "";
    }
}
