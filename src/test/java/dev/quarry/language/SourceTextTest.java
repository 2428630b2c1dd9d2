package dev.quarry.language;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SourceTextTest {

    private static final String TEXT = "größer → 🙂\r\nend";

    @TempDir
    Path folder;

    static Stream<Arguments> encodings() {
        return Stream.of(
                Arguments.of(TEXT.getBytes(UTF_8), UTF_8, false),
                Arguments.of(("\uFEFF" + TEXT).getBytes(UTF_8), UTF_8, true),
                Arguments.of(("\uFEFF" + TEXT).getBytes(UTF_16LE), UTF_16LE, true),
                Arguments.of(("\uFEFF" + TEXT).getBytes(UTF_16BE), UTF_16BE, true));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void textIsReadAsItsMarkSays(byte[] bytes, Charset charset, boolean mark) throws Exception {
        assertThat(SourceText.read(new ByteArrayInputStream(bytes), "The input"))
                .isEqualTo(new SourceText(TEXT, charset, mark));
        assertThat(SourceText.read(Files.write(folder.resolve("f"), bytes)))
                .isEqualTo(new SourceText(TEXT, charset, mark));
    }

    static Stream<Arguments> unusable() {
        return Stream.of(
                Arguments.of(new byte[] {'a', 0, 'b'}, "F is not text but binary data: choose a source file."),
                Arguments.of(
                        "int größe;".getBytes(ISO_8859_1),
                        "F is not UTF-8 text (byte 7 does not belong there): save it as UTF-8 first."),
                Arguments.of(
                        new byte[] {'a', (byte) 0xE2, (byte) 0x82},
                        "F is not UTF-8 text (byte 2 does not belong there): save it as UTF-8 first."),
                Arguments.of(
                        new byte[] {(byte) 0xFE, (byte) 0xFF, 'a'},
                        "F is not UTF-16BE text (byte 3 does not belong there): save it as UTF-8 first."),
                Arguments.of(
                        new byte[SourceText.MAX_BYTES + 1], "F is larger than the limit of 2 MB: run a part of it."));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void whatIsNotTextIsRefusedWithOneSentence(byte[] bytes, String sentence) {
        assertThatExceptionOfType(SourceTextException.class)
                .isThrownBy(() -> SourceText.read(new ByteArrayInputStream(bytes), "F"))
                .withMessage(sentence);
    }

    @Test
    void aFileOfTheLimitIsTaken() throws Exception {
        var file = Files.writeString(folder.resolve("f"), "a".repeat(SourceText.MAX_BYTES));
        assertThat(SourceText.read(file).text()).hasSize(SourceText.MAX_BYTES);
    }

    @Test
    void noMoreThanTheLimitIsRead() {
        var large = new ByteArrayInputStream(new byte[SourceText.MAX_BYTES + 1_000]);
        assertThatExceptionOfType(SourceTextException.class).isThrownBy(() -> SourceText.read(large, "F"));
        assertThat(large.available()).isEqualTo(999);
    }

    @Test
    void whatIsNoFileIsSaidPlainly() throws IOException {
        var missing = folder.resolve("missing.py");
        assertThatExceptionOfType(SourceTextException.class)
                .isThrownBy(() -> SourceText.read(missing))
                .withMessage("There is no file " + missing + ": check the name.");
        assertThatExceptionOfType(SourceTextException.class)
                .isThrownBy(() -> SourceText.read(folder))
                .withMessage(folder + " is a folder: name the files in it.");
    }

    @Test
    void aStreamThatBreaksIsSaidPlainly() throws IOException {
        var closed = new FileInputStream(Files.createFile(folder.resolve("f")).toFile());
        closed.close();
        assertThatExceptionOfType(SourceTextException.class)
                .isThrownBy(() -> SourceText.read(closed, "The input"))
                .withMessageMatching("The input could not be read \\(.+\\)\\.");
    }
}
