package dev.quarry.ui.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TextsTest {

    @Test
    void readsTheFileAsJavaReadsProperties() throws Exception {
        var properties = new Properties();
        try (var in = Objects.requireNonNull(Texts.class.getResourceAsStream("/dev/quarry/ui/messages.properties"))) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }

        assertThat(properties).hasSizeGreaterThan(500);
        properties.forEach((key, text) -> assertThat(Texts.of((String) key)).isEqualTo(text));
    }

    @Test
    void aKeyWithoutATextIsABug() {
        assertThat(Texts.has("no.such.key")).isFalse();
        assertThatExceptionOfType(MissingResourceException.class).isThrownBy(() -> Texts.of("no.such.key"));
    }
}
