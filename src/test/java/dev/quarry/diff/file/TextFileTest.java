package dev.quarry.diff.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.quarry.diff.file.TextFileException.Reason;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFileTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(textBlock = """
                    UTF_8,      C3A40A,       ä
                    UTF_8_BOM,  EFBBBFC3A40A, ä
                    UTF_16LE,   FFFEE4000A00, ä
                    UTF_16BE,   FEFF00E4000A, ä
                    ISO_8859_1, E40A,         ä
                    UTF_8,      '',           ''
                    UTF_8_BOM,  EFBBBF,       ''
                    UTF_16LE,   FFFE,         ''
                    """)
    void theEncodingIsFoundAndGivesTheSameBytesBack(TextEncoding encoding, String hex, String line) throws IOException {
        var bytes = HexFormat.of().parseHex(hex);
        var file = TextFile.read(write(bytes));
        assertThat(file.encoding()).isEqualTo(encoding);
        assertThat(String.join("", file.text().lines())).isEqualTo(line);
        assertThat(file.encoding().encode(file.text().text())).isEqualTo(bytes);
    }

    @Test
    void aByteThatIsNoUtf8MakesTheWholeTextLatin1() throws IOException {
        var bytes = "naïve café\r\n".getBytes(StandardCharsets.ISO_8859_1);
        var file = TextFile.read(write(bytes));
        assertThat(file.encoding()).isEqualTo(TextEncoding.ISO_8859_1);
        assertThat(file.text().lines()).containsExactly("naïve café");
    }

    @ParameterizedTest
    @CsvSource({"7F454C4600", "FFFE00000A000000", "FFFE41", "FFFE00D8"})
    void whatIsNoTextIsRefused(String hex) throws IOException {
        var file = write(HexFormat.of().parseHex(hex));
        var refusal = catchThrowableOfType(TextFileException.class, () -> TextFile.read(file));
        assertThat(refusal.reason()).isEqualTo(Reason.NOT_TEXT);
        assertThat(refusal).hasMessageStartingWith(file.toString()).hasMessageEndingWith("Only text can be compared.");
    }

    @Test
    void eachReasonNotToReadIsTold() throws IOException {
        assertThat(reasonFor(folder.resolve("missing"))).isEqualTo(Reason.NOT_FOUND);
        assertThat(reasonFor(folder)).isEqualTo(Reason.NOT_A_FILE);
        var large = folder.resolve("large");
        try (var file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength((64L << 20) + 1);
        }
        assertThat(reasonFor(large)).isEqualTo(Reason.TOO_LARGE);
    }

    private static Reason reasonFor(Path path) {
        return catchThrowableOfType(TextFileException.class, () -> TextFile.read(path))
                .reason();
    }

    @Test
    void theHashTellsWhetherTheContentIsTheSame() throws IOException {
        var file = write("a\n".getBytes(StandardCharsets.UTF_8));
        var first = TextFile.read(file);
        assertThat(TextFile.read(file)).isEqualTo(first);
        Files.writeString(file, "b\n");
        assertThat(TextFile.read(file).hash()).isNotEqualTo(first.hash());
    }

    @Test
    void aFileWithoutWritePermissionIsNotWritable() throws IOException {
        var file = write("a\n".getBytes(StandardCharsets.UTF_8));
        assertThat(TextFile.read(file).writable()).isTrue();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        assertThat(TextFile.read(file).writable()).isFalse();
    }

    @Test
    void aCharacterTheEncodingHasNotIsRefused() {
        assertThatThrownBy(() -> TextEncoding.ISO_8859_1.encode("5 €")).isInstanceOf(CharacterCodingException.class);
        assertThatThrownBy(() -> TextEncoding.UTF_8.encode("\uD83D")).isInstanceOf(CharacterCodingException.class);
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "text", ".txt"), bytes);
    }
}
