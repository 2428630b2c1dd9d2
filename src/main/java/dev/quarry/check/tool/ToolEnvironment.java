package dev.quarry.check.tool;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What a tool gets to see of the environment: what it needs to find itself. No credential of any service is among it,
/// and nothing that makes an interpreter load more than it is given.
final class ToolEnvironment {

    private static final Set<String> KEPT = Set.of(
            "PATH",
            "PATHEXT",
            "HOME",
            "USERPROFILE",
            "SYSTEMROOT",
            "COMSPEC",
            "LOCALAPPDATA",
            "APPDATA",
            "PROGRAMFILES",
            "PROGRAMDATA",
            "LANG",
            "LC_ALL",
            "LC_CTYPE",
            "PYENV_ROOT",
            "PYENV_VERSION",
            "RUSTUP_HOME",
            "RUSTUP_TOOLCHAIN",
            "CARGO_HOME",
            "GOROOT",
            "JAVA_HOME",
            "RBENV_ROOT",
            "NVM_DIR",
            "ASDF_DIR",
            "ASDF_DATA_DIR",
            "MISE_DATA_DIR",
            "VOLTA_HOME",
            "SDKROOT",
            "DEVELOPER_DIR");

    private ToolEnvironment() {}

    /// @param temporary where the tool is to put what it needs for a moment
    static Map<String, String> of(Map<String, String> all, Path temporary) {
        var some = new HashMap<String, String>();
        all.forEach((name, value) -> {
            if (KEPT.contains(name.toUpperCase(Locale.ROOT))) {
                some.put(name, value);
            }
        });
        for (var name : Set.of("TMPDIR", "TEMP", "TMP")) {
            some.put(name, temporary.toString());
        }
        return some;
    }
}
