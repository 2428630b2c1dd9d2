package dev.quarry.ui.editor;

import dev.quarry.ui.control.FindButtons;
import dev.quarry.ui.control.Search;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.fx.LatestWork;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.fxmisc.richtext.CodeArea;
import org.kordamp.ikonli.feather.Feather;

/// Finds and replaces in an editor. Searches in the background as one types; the matches in view are marked,
/// the current one is selected. FX thread only.
final class FindBar extends GridPane implements AutoCloseable {
    private static final String LAYER = "found";

    /// About as many lines as this bar lies over.
    private static final int COVERED_LINES = 5;

    private final CodeEditor editor;
    private final CodeArea area;
    private final TextField what = new TextField();
    private final TextField with = new TextField();
    private final ToggleButton regex = FindButtons.toggle(".*", "find.regex");
    private final ToggleButton matchCase = FindButtons.toggle("Aa", "find.case");
    private final Label count = new Label();
    private final HBox replacing;
    private final LatestWork<Asked, Search.Result> searching;
    private List<Search.Match> matches = List.of();
    private int current = -1;
    private boolean jump;

    private record Asked(Search search, String text) {}

    FindBar(CodeEditor editor) {
        this.editor = editor;
        area = editor.area();
        getStyleClass().add("find-bar");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        what.setId("find-what");
        with.setId("find-with");
        count.setId("find-count");
        what.setPromptText(Texts.of("find.what"));
        with.setPromptText(Texts.of("find.with"));
        count.getStyleClass().add("muted");
        count.setMinWidth(72);
        for (var field : List.of(what, with)) {
            field.setPrefColumnCount(13);
            field.setMinWidth(60); // gives way first where the pane is narrow
        }
        var all = FindButtons.of("find.replaceAll", Feather.FAST_FORWARD, this::replaceAll);
        all.setId("find-replace-all");
        replacing = new HBox(FindButtons.of("find.replace", Feather.REPEAT, this::replaceCurrent), all);
        replacing.setAlignment(Pos.CENTER_LEFT);
        var row = new HBox(
                matchCase,
                regex,
                FindButtons.of("find.previous", Feather.ARROW_UP, () -> step(-1)),
                FindButtons.of("find.next", Feather.ARROW_DOWN, () -> step(1)),
                count,
                FindButtons.of("find.close", Feather.X, this::hide));
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinWidth(Region.USE_PREF_SIZE);
        addRow(0, what, row);
        addRow(1, with, replacing);
        searching = new LatestWork<>(
                "find-" + area.getId(),
                30,
                () -> new Asked(search(), isVisible() ? area.getText() : ""),
                asked -> asked.search().in(asked.text()),
                this::found);
        what.textProperty().addListener((o, was, is) -> searchAndJump());
        regex.selectedProperty().addListener((o, was, is) -> searchAndJump());
        matchCase.selectedProperty().addListener((o, was, is) -> searchAndJump());
        area.plainTextChanges().subscribe(change -> {
            if (isVisible()) {
                searching.request();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        hide();
    }

    private void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            hide();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && with.equals(event.getTarget())) {
            replaceCurrent();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && what.equals(event.getTarget())) {
            if (line() > 0) {
                goToLine(line());
            } else {
                step(event.isShiftDown() ? -1 : 1);
            }
            event.consume();
        }
    }

    /// Opens the bar on what is selected.
    void show(boolean replace) {
        setVisible(true);
        setManaged(true);
        var canReplace = replace && area.isEditable();
        with.setVisible(canReplace);
        with.setManaged(canReplace);
        replacing.setVisible(canReplace);
        replacing.setManaged(canReplace);
        var selected = area.getSelectedText();
        if (!selected.isEmpty() && selected.indexOf('\n') < 0) {
            what.setText(selected);
        }
        what.requestFocus();
        what.selectAll();
        searchAndJump();
    }

    /// Opens the bar for a line number: `:42`.
    void showForLine() {
        show(false);
        what.setText(":");
        what.positionCaret(1);
    }

    /// The line asked for, 1-based; 0 when something is searched for instead.
    private int line() {
        var text = what.getText();
        return text.matches(":\\d{1,8}") ? Integer.parseInt(text.substring(1)) : 0;
    }

    private void goToLine(int line) {
        var paragraph = Math.clamp(line - 1, 0, area.getParagraphs().size() - 1);
        hide();
        area.moveTo(paragraph, 0);
        area.showParagraphAtCenter(paragraph);
        area.requestFocus();
    }

    private void hide() {
        var hadFocus = isVisible() && getScene() != null && focusWithin();
        setVisible(false);
        setManaged(false);
        matches = List.of();
        editor.colouring().setMarks(LAYER, List.of());
        if (hadFocus) {
            area.requestFocus();
        }
    }

    private boolean focusWithin() {
        return what.isFocused() || with.isFocused() || isFocusWithin();
    }

    private Search search() {
        var text = what.getText();
        return new Search(
                text.startsWith(":") && (text.length() == 1 || line() > 0) ? "" : text,
                regex.isSelected(),
                matchCase.isSelected());
    }

    private void searchAndJump() {
        jump = true;
        searching.request();
    }

    private void found(Search.Result result) {
        if (!isVisible()) {
            return;
        }
        matches = result.matches();
        what.getStyleClass().remove("find-problem");
        if (result.problem() != null) {
            what.getStyleClass().add("find-problem");
            count.setText(result.problem());
        }
        var length = area.getLength();
        editor.colouring()
                .setMarks(
                        LAYER,
                        matches.stream()
                                .filter(m -> m.end() <= length)
                                .map(m -> new Mark(m.start(), m.end(), "found"))
                                .toList());
        current = nearest(area.getSelection().getStart());
        if (jump) {
            jump = false;
            select();
        } else if (result.problem() == null) {
            showCount();
        }
    }

    /// The first match at or after the offset, round the end.
    private int nearest(int offset) {
        for (var i = 0; i < matches.size(); i++) {
            if (matches.get(i).start() >= offset) {
                return i;
            }
        }
        return matches.isEmpty() ? -1 : 0;
    }

    void step(int by) {
        if (!matches.isEmpty()) {
            current = Math.floorMod(current + by, matches.size());
            select();
        }
    }

    private void select() {
        if (current >= 0 && current < matches.size()) {
            var match = matches.get(current);
            if (match.end() <= area.getLength()) {
                area.selectRange(match.start(), match.end());
                showCurrent();
            }
        }
        if (!what.getStyleClass().contains("find-problem")) {
            showCount();
        }
    }

    /// Scrolls so that the match is in view, and not behind this bar.
    private void showCurrent() {
        var line = area.getCurrentParagraph();
        if (area.getVisibleParagraphs().isEmpty()
                || line < area.firstVisibleParToAllParIndex() + COVERED_LINES
                || line >= area.lastVisibleParToAllParIndex()) {
            area.showParagraphAtCenter(line);
        }
        area.requestFollowCaret();
    }

    private void showCount() {
        if (search().text().isEmpty()) {
            count.setText("");
        } else if (matches.isEmpty()) {
            count.setText(Texts.of("find.none"));
        } else {
            count.setText(Texts.of(
                    matches.size() == Search.MOST ? "find.countMany" : "find.count", current + 1, matches.size()));
        }
    }

    private void replaceCurrent() {
        if (current < 0 || current >= matches.size() || !area.isEditable()) {
            return;
        }
        var match = matches.get(current);
        if (match.end() > area.getLength()) {
            return; // changed since; the new matches are on their way
        }
        var replaced = search().replaced(area.getText(), match, with.getText());
        if (replaced.problem() != null) {
            count.setText(replaced.problem());
            return;
        }
        var replacement = replaced.text();
        area.replaceText(match.start(), match.end(), replacement);
        area.selectRange(match.start() + replacement.length(), match.start() + replacement.length());
        searchAndJump();
    }

    /// One edit, so that one undo takes it back.
    private void replaceAll() {
        if (matches.isEmpty() || !area.isEditable()) {
            return;
        }
        var replaced = search().allReplaced(area.getText(), with.getText());
        if (replaced.problem() != null) {
            count.setText(replaced.problem());
            return;
        }
        area.replaceText(0, area.getLength(), replaced.text());
        count.setText(Texts.of("find.replaced", replaced.count()));
    }

    @Override
    public void close() {
        searching.close();
    }
}
