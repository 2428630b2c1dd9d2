package dev.quarry.diff.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.diff.LineDiff;
import dev.quarry.diff.LineText;
import dev.quarry.diff.review.Decision;
import dev.quarry.diff.review.Review;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FileApplyTest {

    @TempDir
    Path folder;

    private Path file;
    private Path backups;
    private FileApply apply;

    @BeforeEach
    void prepare() throws IOException {
        file = Files.writeString(
                Files.createDirectory(folder.resolve("project")).resolve("Code.java"), "old\n");
        backups = folder.resolve("data/backups");
        apply = new FileApply(backups);
    }

    @Test
    void theResultIsWrittenAndTheFormerTextKept() throws IOException {
        var applied = applied(apply.apply(TextFile.read(file), LineText.of("new\n")));
        assertThat(file).hasContent("new\n");
        assertThat(applied.backup()).hasContent("old\n");
        assertThat(applied.now()).isEqualTo(TextFile.read(file));
        assertThat(filesBeside()).containsExactly(file);
    }

    @ParameterizedTest
    @EnumSource(TextEncoding.class)
    void encodingAndLineEndingsStayWhenAnAnswerIsAccepted(TextEncoding encoding) throws IOException {
        Files.write(file, encoding.encode("ä\r\nold\r\nend"));
        var read = TextFile.read(file);
        var review = new Review(LineDiff.compare(read.text().text(), "ä\nnew\nend\n"));
        review.decide(review.diff().hunks().getFirst(), Decision.ACCEPTED);

        applied(apply.apply(read, review.result()));

        assertThat(Files.readAllBytes(file)).isEqualTo(encoding.encode("ä\r\nnew\r\nend"));
    }

    @Test
    void permissionsStay() throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-x--x"));
        applied(apply.apply(TextFile.read(file), LineText.of("new\n")));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rwxr-x--x");
    }

    @Test
    void backupsAreForTheUserAlone() throws IOException {
        applied(apply.apply(TextFile.read(file), LineText.of("new\n")));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backups)))
                .isEqualTo("rwx------");
    }

    @Test
    void theTargetOfALinkIsWrittenAndTheLinkStays() throws IOException {
        var link = Files.createSymbolicLink(folder.resolve("link.java"), file);
        applied(apply.apply(TextFile.read(link), LineText.of("new\n")));
        assertThat(file).hasContent("new\n").isRegularFile();
        assertThat(link).isSymbolicLink();
    }

    @Test
    void undoBringsBackEveryByteAndCanBeUndone() throws IOException {
        var bytes = new byte[] {(byte) 0xE4, '\r', '\n', 'x'};
        Files.write(file, bytes);
        var read = TextFile.read(file);
        var applied = applied(apply.apply(read.in(TextEncoding.UTF_8), LineText.of("ä €\r\nx")));
        assertThat(file).hasContent("ä €\r\nx");

        var undone = applied(apply.undo(applied));
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);

        applied(apply.undo(undone));
        assertThat(file).hasContent("ä €\r\nx");
    }

    @Test
    void aFileChangedMeanwhileIsNotWrittenTo() throws IOException {
        var read = TextFile.read(file);
        Files.writeString(file, "theirs\n");
        var outcome = apply.apply(read, LineText.of("ours\n"));
        assertThat(outcome).isEqualTo(new ApplyOutcome.ChangedMeanwhile(TextFile.read(file)));
        assertThat(file).hasContent("theirs\n");
        assertThat(backups).doesNotExist();
    }

    @Test
    void aChangeInTheLastMomentIsSeen() throws IOException {
        var replaced = AtomicFile.replace(file, new byte[] {'n'}, () -> {
            Files.writeString(file, "theirs\n");
            return false;
        });
        assertThat(replaced).isFalse();
        assertThat(file).hasContent("theirs\n");
        assertThat(filesBeside()).containsExactly(file);
    }

    @Test
    void undoIsRefusedWhenSomebodyWroteSince() throws IOException {
        var applied = applied(apply.apply(TextFile.read(file), LineText.of("new\n")));
        Files.writeString(file, "theirs\n");
        assertThat(apply.undo(applied)).isInstanceOf(ApplyOutcome.ChangedMeanwhile.class);
        assertThat(file).hasContent("theirs\n");
    }

    @Test
    void undoIsRefusedWhenTheBackupIsNotWhatItWas() throws IOException {
        var applied = applied(apply.apply(TextFile.read(file), LineText.of("new\n")));
        Files.writeString(applied.backup(), "tampered\n");
        assertThat(apply.undo(applied).sentence()).contains("cannot be used").contains("Nothing was undone.");
        Files.delete(applied.backup());
        assertThat(apply.undo(applied).sentence()).contains("is gone");
        assertThat(file).hasContent("new\n");
    }

    @Test
    void aReadOnlyFileIsNotWrittenTo() throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        var outcome = apply.apply(TextFile.read(file), LineText.of("new\n"));
        assertThat(outcome).isEqualTo(new ApplyOutcome.ReadOnly(file));
        assertThat(file).hasContent("old\n");
    }

    @Test
    void aFileThatIsGoneIsNotMadeAnew() throws IOException {
        var read = TextFile.read(file);
        Files.delete(file);
        assertThat(apply.apply(read, LineText.of("new\n"))).isEqualTo(new ApplyOutcome.Gone(file));
        assertThat(file).doesNotExist();
    }

    @Test
    void aFileThatBecameBinaryIsNotWrittenTo() throws IOException {
        var read = TextFile.read(file);
        Files.write(file, new byte[] {1, 0, 2});
        assertThat(apply.apply(read, LineText.of("new\n")).sentence()).contains("looks like a binary file");
        assertThat(Files.readAllBytes(file)).isEqualTo(new byte[] {1, 0, 2});
    }

    @Test
    void aCharacterTheEncodingHasNotIsNamed() throws IOException {
        Files.write(file, new byte[] {(byte) 0xE4, '\n'});
        var read = TextFile.read(file);
        var outcome = apply.apply(read, LineText.of("ä\n5 €\n"));
        assertThat(outcome).isEqualTo(new ApplyOutcome.NotEncodable(TextEncoding.ISO_8859_1, '€', 2));
        assertThat(outcome.sentence())
                .isEqualTo("Line 2 has the character € (U+20AC), which ISO-8859-1 does not have. "
                        + "Write the file as UTF-8 instead.");
        applied(apply.apply(read.in(TextEncoding.UTF_8), LineText.of("ä\n5 €\n")));
        assertThat(file).hasContent("ä\n5 €\n");
    }

    @Test
    void halfACharacterIsNotWrittenAsAQuestionMark() throws IOException {
        var outcome = apply.apply(TextFile.read(file), LineText.of("a\uD83Db\n"));
        assertThat(outcome.sentence()).startsWith("Line 1 has half of a character (U+D83D)");
        assertThat(file).hasContent("old\n");
    }

    @Test
    void theSameTextIsNotWritten() throws IOException {
        var before = Files.getLastModifiedTime(file);
        var read = TextFile.read(file);
        assertThat(apply.apply(read, LineText.of("old\n"))).isEqualTo(new ApplyOutcome.Unchanged(read));
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(before);
        assertThat(backups).doesNotExist();
    }

    @Test
    void withoutABackupNothingIsWritten() throws IOException {
        Files.createDirectories(backups.getParent());
        Files.writeString(backups, "a file where the folder should be");
        assertThat(apply.apply(TextFile.read(file), LineText.of("new\n"))).isInstanceOf(ApplyOutcome.Failed.class);
        assertThat(file).hasContent("old\n");
        assertThat(filesBeside()).containsExactly(file);
    }

    @Test
    void oldBackupsGo() throws IOException {
        Files.createDirectories(backups);
        for (var i = 0; i < 205; i++) {
            Files.writeString(backups.resolve("20200101-000000-%03d-000-Old.java".formatted(i)), "x");
        }
        var applied = applied(apply.apply(TextFile.read(file), LineText.of("new\n")));
        assertThat(backups.toFile().list())
                .hasSize(200)
                .contains(applied.backup().getFileName().toString());
        assertThat(backups.resolve("20200101-000000-000-000-Old.java")).doesNotExist();
    }

    private List<Path> filesBeside() throws IOException {
        try (var files = Files.list(file.getParent())) {
            return files.toList();
        }
    }

    private static ApplyOutcome.Applied applied(ApplyOutcome outcome) {
        assertThat(outcome).as(outcome.sentence()).isInstanceOf(ApplyOutcome.Applied.class);
        return (ApplyOutcome.Applied) outcome;
    }
}
