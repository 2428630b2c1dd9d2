package dev.quarry.app;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayTest {

    @ParameterizedTest
    @CsvSource({"Linux, :0, ''", "Linux, '', wayland-0", "Mac OS X, '', ''", "Windows 11, '', ''"})
    void aWindowMayBeTriedWhereThereMayBeAScreen(String system, String display, String wayland) {
        assertThatCode(() -> Display.require(system, Map.of("DISPLAY", display, "WAYLAND_DISPLAY", wayland), null))
                .doesNotThrowAnyException();
    }

    @Test
    void linuxWithoutAServerOfWindowsHasNone() {
        assertThatExceptionOfType(NoWindowException.class)
                .isThrownBy(() -> Display.require("Linux", Map.of("DISPLAY", ""), null))
                .withMessage("There is no display (DISPLAY and WAYLAND_DISPLAY are not set)");
    }

    @Test
    void whatTheStartScriptFoundMissingIsSaid() {
        assertThatExceptionOfType(NoWindowException.class)
                .isThrownBy(() -> Display.require("Linux", Map.of("DISPLAY", ":0"), "GTK 3 is missing"))
                .withMessage("GTK 3 is missing");
    }
}
