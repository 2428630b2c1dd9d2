package dev.quarry.e2e;

import static dev.quarry.e2e.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// From the decisions to the file.
@ExtendWith(ApplicationExtension.class)
class DiffApplyTest extends DiffUser {

    @Start
    void start(Stage shown) {
        open(shown);
    }

    @Test
    void decidesEditsAppliesAndUndoes() throws TimeoutException, IOException {
        openFile(BEFORE, StandardCharsets.UTF_8, "");
        refactor(AFTER);
        assertThat(label("diff-place")).isEqualTo("Hunk 1 of 2");
        assertThat(label("diff-added")).isEqualTo("+2");
        assertThat(label("diff-removed")).isEqualTo("−2");

        robot.push(KeyCode.R);
        robot.push(KeyCode.F7);
        robot.push(KeyCode.A);
        robot.push(KeyCode.F7);
        assertThat(label("diff-place")).isEqualTo("Hunk 1 of 2 · 2 decided");
        choose("menu-result");
        eventually(() -> area("result-editor").getText().contains("2 * a"));
        robot.interact(() -> {
            var at = area("result-editor").getText().indexOf("// nine");
            area("result-editor").replaceText(at, at + "// nine".length(), "// nine lines");
        });
        choose("menu-apply-file");
        eventually(() -> banner().startsWith("Written to"));

        var expected = BEFORE.replace("a + a", "2 * a").replace("// nine", "// nine lines");
        assertThat(onDisk()).isEqualTo(expected);
        choose("menu-undo-apply");
        eventually(() -> banner().contains("as it was before"));
        assertThat(onDisk()).isEqualTo(BEFORE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CRLF", "UTF-16", "no final newline"})
    void theFileKeepsItsForm(String form) throws TimeoutException, IOException {
        var crlf = form.equals("CRLF");
        var charset = form.equals("UTF-16") ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
        var mark = form.equals("UTF-16") ? "\uFEFF" : "";
        var before = inForm(BEFORE, form);
        openFile(before, charset, mark);
        refactor(AFTER);
        assertThat(label("diff-place")).isEqualTo("Hunk 1 of 2");
        choose("menu-apply-file");
        eventually(() -> banner().startsWith("Written to"));
        assertThat(new String(Files.readAllBytes(file), charset)).isEqualTo(mark + inForm(AFTER, form));
        assertThat(crlf).isEqualTo(new String(Files.readAllBytes(file), charset).contains("\r\n"));
    }

    private static String inForm(String text, String form) {
        return switch (form) {
            case "CRLF" -> text.replace("\n", "\r\n");
            case "no final newline" -> text.stripTrailing();
            default -> text;
        };
    }

    @Test
    void readOnlyFileIsLeftAloneAndTheResultCanBeSavedElsewhere() throws TimeoutException, IOException {
        assumeTrue(home.getFileSystem().supportedFileAttributeViews().contains("posix"));
        openFile(BEFORE, StandardCharsets.UTF_8, "");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        refactor(AFTER);
        choose("menu-apply-file");
        eventually(() -> banner().contains("read-only"));
        assertThat(onDisk()).isEqualTo(BEFORE);
        dialogs.file = home.resolve("Elsewhere.java");
        robot.interact(() -> robot.lookup("#diff-banner .button").<Button>queryAll().stream()
                .filter(b -> b.getText() != null && b.getText().startsWith("Save result"))
                .findFirst()
                .orElseThrow()
                .fire());
        eventually(() -> banner().startsWith("Saved to"));
        assertThat(home.resolve("Elsewhere.java")).hasContent(AFTER);
    }

    @Test
    void fileThatChangedMeanwhileIsMergedBeforeItIsWritten() throws TimeoutException, IOException {
        openFile(BEFORE, StandardCharsets.UTF_8, "");
        refactor(AFTER);
        var theirs = BEFORE.replace("return a + b;", "return b + a;").replace("// one", "// 1");
        Files.writeString(file, theirs);
        choose("menu-apply-file");
        eventually(() -> !robot.lookup("#three-way").queryAll().isEmpty());
        assertThat(onDisk()).isEqualTo(theirs);
        assertThat(label("three-way-state")).isEqualTo("1 conflict, 1 to decide");
        var write = robot.lookup("#three-way-write").queryButton();
        assertThat(write.isDisabled()).isTrue();

        robot.push(KeyCode.DIGIT1);
        eventually(() -> !write.isDisabled());
        robot.interact(write::fire);
        eventually(() -> banner().startsWith("Written to"));
        assertThat(onDisk()).isEqualTo(AFTER.replace("// one", "// 1"));
        assertThat(robot.lookup("#three-way").queryAll()).isEmpty();
    }

    @Test
    void patchNamesTheFileFromTheTopOfTheWorkingTree() throws TimeoutException, IOException {
        Files.createDirectories(home.resolve(".git"));
        file = Files.createDirectories(home.resolve("src")).resolve("Add.java");
        openFile(BEFORE, StandardCharsets.UTF_8, "");
        refactor(AFTER);
        choose("menu-copy-patch");
        eventually(() -> banner().contains("patch is on the clipboard"));
        String[] copied = new String[1];
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertThat(copied[0])
                .contains("--- a/src/Add.java")
                .contains("+++ b/src/Add.java")
                .contains("-        return a + b;")
                .contains("+        return Math.addExact(a, b);");
    }

    @Test
    void nothingIsWrittenWhileTheDiffIsOutOfSight() throws TimeoutException, IOException {
        openFile(BEFORE, StandardCharsets.UTF_8, "");
        refactor(AFTER);
        robot.interact(
                () -> robot.lookup("#tab-code").queryAs(ToggleButton.class).fire());
        assertThat(menuItem("menu-apply-file").isDisable()).isTrue();
        assertThat(robot.lookup("#input-editor").queryAll()).isNotEmpty();
        robot.interact(
                () -> robot.lookup("#tab-diff").queryAs(ToggleButton.class).fire());
        assertThat(menuItem("menu-apply-file").isDisable()).isFalse();
        assertThat(robot.lookup("#input-editor").queryAll()).isEmpty();
    }
}
