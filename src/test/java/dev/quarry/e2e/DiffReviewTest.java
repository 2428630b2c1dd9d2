package dev.quarry.e2e;

import static dev.quarry.e2e.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.quarry.preset.Preset;
import dev.quarry.sample.Pace;
import dev.quarry.sample.SampleLibrary;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// From an answer to the file: the diff that opens, the decisions by keyboard, what is written.
@ExtendWith(ApplicationExtension.class)
class DiffReviewTest {
    private static final String BEFORE = """
            class Add {
                int add(int a, int b) {
                    return a + b;
                }

                // one
                // two
                // three
                // four
                // five
                // six
                // seven
                // eight
                // nine

                int twice(int a) {
                    return a + a;
                }
            }
            """;
    private static final String AFTER =
            BEFORE.replace("return a + b;", "return Math.addExact(a, b);").replace("a + a", "2 * a");

    @TempDir
    Path home;

    private final FxRobot robot = new FxRobot();
    private final AnsweringConnection connection = new AnsweringConnection();
    private final ChosenFile dialogs = new ChosenFile();
    private SampleWindow window;
    private Path file;

    @Start
    void start(Stage shown) {
        window = new SampleWindow(
                shown,
                home,
                options -> options.kind() == null ? connection : SampleWindow.samples(Pace.AT_ONCE),
                dialogs);
        shown.setWidth(1000);
        shown.setHeight(900);
    }

    @BeforeEach
    void name() {
        file = home.resolve("Add.java");
    }

    @AfterEach
    void close() {
        robot.interact(window::close);
    }

    private String label(String id) {
        return robot.lookup("#" + id).queryAs(Labeled.class).getText();
    }

    private CodeArea area(String id) {
        return robot.lookup("#" + id).queryAs(CodeArea.class);
    }

    private void choose(String item) {
        robot.interact(() -> menuItem(item).fire());
    }

    private MenuItem menuItem(String item) {
        return robot.lookup(node -> node instanceof MenuBar).<MenuBar>query().getMenus().stream()
                .flatMap(menu -> menu.getItems().stream())
                .filter(each -> item.equals(each.getId()) || item.equals(each.getText()))
                .findFirst()
                .map(MenuItem.class::cast)
                .orElseThrow();
    }

    private void pickTask(String name) throws TimeoutException {
        eventually(() ->
                robot.lookup("#task-picker").<Preset>queryComboBox().getItems().size() > 1);
        robot.interact(() -> {
            ComboBox<Preset> picker = robot.lookup("#task-picker").queryComboBox();
            picker.setValue(picker.getItems().stream()
                    .filter(p -> p.name().equals(name))
                    .findFirst()
                    .orElseThrow());
        });
    }

    private void openFile(String text, Charset charset, String mark) throws IOException, TimeoutException {
        Files.write(file, (mark + text).getBytes(charset));
        dialogs.file = file;
        eventually(() -> !area("input-editor").getText().isEmpty());
        choose("menu-open");
        eventually(() -> label("input-file").equals("Add.java"));
    }

    private void refactor(String answer) throws TimeoutException {
        pickTask("Refactor");
        connection.answers.add("```java\n" + answer + (answer.endsWith("\n") ? "" : "\n") + "```\n");
        robot.interact(() -> robot.lookup("#run").queryButton().fire());
        diffIsOpen();
    }

    private void diffIsOpen() throws TimeoutException {
        eventually(() -> robot.lookup("#diff-view").query().isVisible()
                && label("diff-place").startsWith("Hunk 1 ")
                && robot.lookup("#diff-rows").query().isFocused());
    }

    private String banner() {
        return robot.lookup("#diff-banner").query().isVisible() ? label("diff-banner-sentence") : "";
    }

    private String onDisk() throws IOException {
        return Files.readString(file);
    }

    @Test
    void theRefactorSampleIsReviewedByKeyboard() throws TimeoutException, IOException {
        var sample = SampleLibrary.bundled().samples().stream()
                .filter(s -> s.task().equals("Refactor") && s.language().equals("java"))
                .findFirst()
                .orElseThrow();
        robot.interact(() -> {
            var picker = robot.lookup("#connection").queryAs(javafx.scene.control.MenuButton.class);
            picker.getItems().getLast().fire();
        });
        eventually(() -> label("connection").startsWith("Samples"));
        file = home.resolve("ShippingCalculator.java");
        Files.writeString(file, sample.input());
        dialogs.file = file;
        choose("menu-open");
        eventually(() -> label("input-file").equals("ShippingCalculator.java"));
        pickTask("Refactor");
        robot.interact(() -> robot.lookup("#run").queryButton().fire());
        diffIsOpen();

        robot.push(KeyCode.A);
        robot.push(KeyCode.F7);
        assertThat(label("diff-place")).isEqualTo("Hunk 2 of 2 · 1 decided");
        robot.push(KeyCode.R);
        choose("menu-apply-file");
        eventually(() -> banner().startsWith("Written to"));

        assertThat(onDisk()).contains("GIFT_WRAP_CENTS = 350").contains("// returns cents");
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

    @Test
    void everyDecisionIsUndoneAndRedone() throws TimeoutException, IOException {
        openFile(BEFORE, StandardCharsets.UTF_8, "");
        refactor(AFTER);
        robot.push(KeyCode.A);
        choose("menu-reject-all");
        assertThat(label("diff-apply")).isEqualTo("Apply 0 of 2");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(label("diff-apply")).isEqualTo("Apply 1 of 2");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(label("diff-apply")).isEqualTo("Apply all");
        robot.push(KeyCode.CONTROL, KeyCode.Y);
        assertThat(label("diff-apply")).isEqualTo("Apply 1 of 2");
    }

    @Test
    void singleLinesAreAccepted() throws TimeoutException, IOException {
        openFile("first\nold one\nold two\nlast\n", StandardCharsets.UTF_8, "");
        refactor("first\nnew one\nnew two\nlast\n");
        robot.push(KeyCode.SHIFT, KeyCode.A);
        choose("menu-copy-result");
        eventually(() -> banner().contains("clipboard"));
        String[] copied = new String[1];
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertThat(copied[0]).isEqualTo("first\nnew one\nold two\nlast\n");
    }

    @Test
    void foldsOpenByKeyboard() throws TimeoutException, IOException {
        openFile(BEFORE, StandardCharsets.UTF_8, "");
        refactor(AFTER);
        ListView<Object> rows = robot.lookup("#diff-rows").queryListView();
        var before = rows.getItems().size();
        while (!robot.lookup(".diff-row").<Node>queryAll().isEmpty()
                && !rows.getSelectionModel().getSelectedItem().toString().startsWith("Closed")) {
            robot.push(KeyCode.DOWN);
        }
        robot.push(KeyCode.ENTER);
        assertThat(rows.getItems().size()).isGreaterThan(before + 1);
    }

    @Test
    void oneColumnShowsTheSameHunks() throws TimeoutException, IOException {
        openFile(BEFORE, StandardCharsets.UTF_8, "");
        refactor(AFTER);
        ListView<Object> rows = robot.lookup("#diff-rows").queryListView();
        var sideBySide = rows.getItems().size();
        choose("menu-unified");
        assertThat(rows.getItems()).hasSize(sideBySide + 2);
        assertThat(label("diff-place")).isEqualTo("Hunk 1 of 2");
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
    void comparesAnEarlierAnswerWithTheClipboard() throws TimeoutException, IOException {
        openFile(BEFORE, StandardCharsets.UTF_8, "");
        refactor(AFTER);
        robot.interact(() -> {
            var content = new javafx.scene.input.ClipboardContent();
            content.putString(BEFORE);
            Clipboard.getSystemClipboard().setContent(content);
            ComboBox<Object> left = robot.lookup("#diff-left").queryComboBox();
            ComboBox<Object> right = robot.lookup("#diff-right").queryComboBox();
            assertThat(names(left)).startsWith("Input", "Output", "Add.java on disk", "Clipboard");
            left.setValue(left.getItems().getLast());
            right.setValue(right.getItems().get(3));
        });
        eventually(() -> label("diff-place").startsWith("Hunk 1 of 2"));
        assertThat(robot.lookup("#diff-left").queryComboBox().getValue().toString())
                .startsWith("Refactor, ");
    }

    private static List<String> names(ComboBox<Object> box) {
        return box.getItems().stream().map(Object::toString).toList();
    }

    @Test
    void oneHunkIsWrittenAgainAndTheOthersStayDecided() throws TimeoutException, IOException, InterruptedException {
        openFile(BEFORE, StandardCharsets.UTF_8, "");
        refactor(AFTER);
        robot.push(KeyCode.F7);
        robot.push(KeyCode.A);
        robot.push(KeyCode.F7);
        connection.asked.clear();
        connection.answers.add("```java\n        return Integer.sum(a, b);\n```\n");
        choose("menu-redo-hunk");
        eventually(() -> robot.lookup("#redo-note").query().isFocused());
        robot.write("use the library").push(KeyCode.ENTER);
        eventually(() -> !robot.lookup("#redo-bar").query().isVisible());
        eventually(() -> label("diff-place").equals("Hunk 1 of 2 · 1 decided"));

        var asked = connection.asked.poll(30, TimeUnit.SECONDS);
        assertThat(asked.messages()).hasSize(3);
        assertThat(asked.messages().getLast().text())
                .contains("What I want instead: use the library")
                .contains("Math.addExact")
                .doesNotContain("2 * a");
        choose("menu-accept-all");
        choose("menu-apply-file");
        eventually(() -> banner().startsWith("Written to"));
        assertThat(onDisk()).isEqualTo(AFTER.replace("Math.addExact(a, b)", "Integer.sum(a, b)"));
    }

    @Test
    void hunkStaysWhenItsNewAnswerDoesNotCome() throws TimeoutException, IOException {
        openFile(BEFORE, StandardCharsets.UTF_8, "");
        refactor(AFTER);
        choose("menu-redo-hunk");
        eventually(() -> robot.lookup("#redo-note").query().isFocused());
        robot.push(KeyCode.ENTER);
        eventually(() -> banner().equals("The test has no more answers."));
        assertThat(label("diff-place")).isEqualTo("Hunk 1 of 2");
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#redo-bar").query().isVisible()).isFalse();
        assertThat(robot.lookup("#diff-rows").query().isFocused()).isTrue();
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
