package dev.quarry.ui.editor;

import dev.quarry.language.ErrorTrust;
import dev.quarry.language.syntax.SyntaxError;
import dev.quarry.ui.control.Buttons;
import dev.quarry.ui.control.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The syntax errors of an editor: underlined in the text, marked beside the line, and told in a line below, where a
/// click or F8 goes from one to the next. FX thread only.
final class Problems extends HBox {
    private static final String LAYER = "problems";

    private final CodeEditor editor;
    private final CodeArea area;
    private final Label count = new Label();
    private final Hyperlink current = new Hyperlink();
    private List<SyntaxError> errors = List.of();
    private TreeMap<Integer, String> byLine = new TreeMap<>();

    Problems(CodeEditor editor) {
        this.editor = editor;
        area = editor.area();
        setId(area.getId() + "-problems");
        getStyleClass().add("problems");
        count.setMinWidth(USE_PREF_SIZE);
        current.setOnAction(event -> step(1));
        current.setId(area.getId() + "-problem");
        current.setWrapText(true); // a long sentence takes a second line
        current.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(current, Priority.ALWAYS);
        getChildren().addAll(count, current);
        show(List.of());
    }

    void show(List<SyntaxError> found) {
        errors = List.copyOf(found);
        var marks = new ArrayList<Mark>();
        var lines = new TreeMap<Integer, String>();
        for (var error : errors) {
            if (error.end() > error.start() && error.end() <= area.getLength()) {
                marks.add(new Mark(
                        error.start(),
                        error.end(),
                        error.trust() == ErrorTrust.TRUSTED ? "error-mark" : "possible-error-mark"));
            }
            lines.merge(error.line() - 1, sentence(error), (a, b) -> a + "\n" + b);
        }
        var changed = new TreeMap<>(byLine);
        changed.putAll(lines);
        byLine = lines;
        editor.colouring().setMarks(LAYER, marks);
        for (var line : changed.keySet()) {
            if (line < area.getParagraphs().size()) {
                area.recreateParagraphGraphic(line);
            }
        }
        setVisible(!errors.isEmpty());
        setManaged(!errors.isEmpty());
        if (!errors.isEmpty()) {
            if (count.getGraphic() == null) {
                count.setGraphic(Buttons.icon(Feather.ALERT_CIRCLE));
            }
            var trusted = errors.stream().anyMatch(e -> e.trust() == ErrorTrust.TRUSTED);
            count.setText(Texts.of(trusted ? "problems.count" : "problems.possible", errors.size()));
            tell(errors.getFirst());
        }
    }

    private void tell(SyntaxError error) {
        current.setText(
                error.column() > 0
                        ? Texts.of("problems.at", error.line(), error.column(), error.message())
                        : Texts.of("problems.atLine", error.line(), error.message()));
    }

    private static String sentence(SyntaxError error) {
        return error.trust() == ErrorTrust.TRUSTED ? error.message() : Texts.of("problems.maybe", error.message());
    }

    /// What is wrong in that line, or null.
    ///
    /// @param line 0-based
    @Nullable
    String in(int line) {
        return byLine.get(line);
    }

    List<SyntaxError> errors() {
        return errors;
    }

    /// Puts the caret at the next error, round the end.
    ///
    /// @param by 1 for the next one, -1 for the one before
    void step(int by) {
        if (errors.isEmpty()) {
            return;
        }
        var caret = area.getCaretPosition();
        var to = by > 0 ? firstAfter(caret) : lastBefore(caret);
        var start = Math.min(to.start(), area.getLength());
        area.moveTo(start);
        area.requestFollowCaret();
        area.requestFocus();
        tell(to);
    }

    private SyntaxError firstAfter(int offset) {
        return errors.stream().filter(e -> e.start() > offset).findFirst().orElse(errors.getFirst());
    }

    private SyntaxError lastBefore(int offset) {
        return errors.reversed().stream()
                .filter(e -> e.start() < offset)
                .findFirst()
                .orElse(errors.getLast());
    }
}
