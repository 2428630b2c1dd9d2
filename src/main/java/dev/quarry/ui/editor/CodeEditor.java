package dev.quarry.ui.editor;

import dev.quarry.language.ErrorTrust;
import dev.quarry.language.Highlighter;
import dev.quarry.language.Language;
import dev.quarry.language.Languages;
import dev.quarry.language.Span;
import dev.quarry.language.syntax.SyntaxError;
import dev.quarry.ui.fx.FxThread;
import dev.quarry.ui.fx.StyleSheets;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.ReadOnlyStyledDocument;
import org.fxmisc.richtext.util.UndoUtils;
import org.jspecify.annotations.Nullable;

/// Source text with line numbers and colours. Lines end in `\n` here, whatever they end in on disk. FX thread only.
public final class CodeEditor extends StackPane implements AutoCloseable {

    /// Font sizes in pixels that the zoom stays within.
    public static final int SMALLEST_FONT = 8;

    public static final int LARGEST_FONT = 32;

    private final CodeArea area = new CodeArea();
    private final ObjectProperty<Language> language = new SimpleObjectProperty<>(Languages.PLAIN_TEXT);
    private final IntegerProperty fontSize = new SimpleIntegerProperty(13);
    private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper(true);
    private final Colouring colouring;
    private final BorderPane text = new BorderPane();
    private final Problems problems;
    private @Nullable FindBar find; // made when it is first asked for
    private final LargeText laying;
    private Function<List<SyntaxError>, List<SyntaxError>> worthShowing = CodeEditor::believable;
    private List<SyntaxError> allErrors = List.of();

    /// An editor for the user's text.
    public static CodeEditor editable(String id, Highlighter highlighter) {
        return new CodeEditor(id, highlighter);
    }

    /// An editor that shows text the user can select and copy, but not change. Keeps no undo history: streamed text
    /// would fill it.
    public static CodeEditor readOnly(String id, Highlighter highlighter) {
        var editor = new CodeEditor(id, highlighter);
        editor.area.setEditable(false);
        editor.area.setUndoManager(UndoUtils.noOpUndoManager());
        return editor;
    }

    private CodeEditor(String id, Highlighter highlighter) {
        getStyleClass().add("code-editor");
        area.setId(id);
        // The area brings a style sheet of its own that beats those of the scene, so ours has to be set here too.
        area.getStylesheets().add(StyleSheets.named("syntax.css"));
        area.lengthProperty().addListener((o, was, is) -> empty.set(is == 0));
        fontSize.addListener((o, was, is) -> {
            area.setStyle("-fx-font-size: " + is + "px;");
            keepCaretInView();
        });
        area.setStyle("-fx-font-size: " + fontSize.get() + "px;");
        colouring = new Colouring(area, highlighter, language, this::found);
        laying = new LargeText(area, colouring);
        problems = new Problems(this);
        area.setParagraphGraphicFactory(new LineNumbers(area, problems::in));
        text.setCenter(new VirtualizedScrollPane<>(area));
        getChildren().add(text);
        new EditorKeys(area, language::get);
        addEventFilter(ScrollEvent.SCROLL, event -> {
            if (event.isShortcutDown() && event.getDeltaY() != 0) {
                zoom(event.getDeltaY() > 0 ? 1 : -1);
                event.consume();
            }
        });
        new BracketMatching(area, colouring);
    }

    /// The whole text, also while a large one is still being laid out.
    public String text() {
        var whole = laying.wholeText();
        return whole == null ? area.getText() : whole;
    }

    /// Whether there is no text at all.
    public ReadOnlyBooleanProperty emptyProperty() {
        return empty.getReadOnlyProperty();
    }

    /// Replaces the whole text; the user can undo it. Puts the caret at the start. Of a large text the first lines
    /// are there at once, and the others when they have been laid out in the background; until then it cannot
    /// be edited.
    public void replaceAll(String text) {
        laying.replaceAll(text);
        area.moveTo(0);
        area.scrollYToPixel(0);
    }

    /// Makes the text what is given, and touches only what differs, so that the rest stays where it is in view.
    public void change(String text) {
        var now = text();
        if (laying.wholeText() != null) {
            replaceAll(text);
            return;
        }
        var shorter = Math.min(now.length(), text.length());
        var from = 0;
        while (from < shorter && now.charAt(from) == text.charAt(from)) {
            from++;
        }
        var same = 0;
        while (same < shorter - from && now.charAt(now.length() - 1 - same) == text.charAt(text.length() - 1 - same)) {
            same++;
        }
        if (from < now.length() - same || from < text.length() - same) {
            area.replaceText(from, now.length() - same, text.substring(from, text.length() - same));
        }
    }

    /// Told whenever the text changes, whoever changes it.
    public void onChange(Runnable listener) {
        area.plainTextChanges().subscribe(change -> listener.run());
    }

    /// Adds text at the end without touching caret, selection or scroll position, except that a view that showed the
    /// end goes on showing it.
    public void append(String piece) {
        if (piece.isEmpty()) {
            return;
        }
        colouring.setStreaming(true);
        var follow = showsEnd();
        // Not area.appendText: that moves the caret to the end and loses the user's selection.
        var added = ReadOnlyStyledDocument.fromString(
                piece, area.getInitialParagraphStyle(), area.getInitialTextStyle(), area.getSegOps());
        var caret = area.getCaretPosition();
        area.getContent().replace(area.getLength(), area.getLength(), added);
        if (area.getCaretPosition() != caret && area.getSelection().getLength() == 0) {
            area.displaceCaret(caret); // it stood at the end, and was pushed along
        }
        if (follow) {
            area.showParagraphAtBottom(area.getParagraphs().size() - 1);
        }
    }

    /// No more text comes at the end: what is open there now is an error.
    public void endOfStream() {
        colouring.setStreaming(false);
    }

    public void clear() {
        replaceAll("");
    }

    private void found(List<SyntaxError> errors) {
        allErrors = errors;
        var shown = problems.isVisible();
        show(worthShowing.apply(errors));
        if (!shown && problems.isVisible()) {
            keepCaretInView(); // the line below takes room from the text
        }
    }

    private void keepCaretInView() {
        if (area.isFocused()) {
            FxThread.LATER.execute(area::requestFollowCaret);
        }
    }

    private static List<SyntaxError> believable(List<SyntaxError> errors) {
        return errors.stream().filter(e -> e.trust() != ErrorTrust.NONE).toList();
    }

    /// Which of the errors that are found are shown; without it, those of languages whose errors can be believed.
    public void showErrors(Function<List<SyntaxError>, List<SyntaxError>> filter) {
        worthShowing = filter;
        show(filter.apply(allErrors));
    }

    private void show(List<SyntaxError> errors) {
        problems.show(errors);
        if (problems.isVisible()) {
            text.setBottom(problems); // not before: an editor without errors is spared their styles
        }
    }

    /// All syntax errors of the text as it was last read, shown or not.
    public List<SyntaxError> errors() {
        return allErrors;
    }

    /// Puts the caret and the keyboard at the start of a line.
    ///
    /// @param line 1-based; the last one when there are fewer
    public void showLine(int line) {
        area.moveTo(Math.clamp(line - 1, 0, area.getParagraphs().size() - 1), 0);
        area.requestFollowCaret();
        area.requestFocus();
    }

    /// Goes to the next syntax error that is shown, round the end.
    public void nextProblem() {
        problems.step(1);
    }

    public void previousProblem() {
        problems.step(-1);
    }

    /// Whether the keyboard is here.
    public ReadOnlyBooleanProperty hasKeyboardProperty() {
        return area.focusedProperty();
    }

    /// The language that decides the colours.
    public ObjectProperty<Language> languageProperty() {
        return language;
    }

    /// Makes the text larger or smaller, within the bounds.
    ///
    /// @param by in pixels
    public void zoom(int by) {
        fontSize.set(Math.clamp(fontSize.get() + by, SMALLEST_FONT, LARGEST_FONT));
    }

    /// Whether spaces and tabs at the ends of lines are marked, and tabs everywhere.
    public BooleanProperty whitespaceProperty() {
        return colouring.whitespaceProperty();
    }

    /// In pixels, from [#SMALLEST_FONT] to [#LARGEST_FONT].
    public IntegerProperty fontSizeProperty() {
        return fontSize;
    }

    /// What is selected, or the whole text when nothing is.
    public String selectionOrAll() {
        var selected = area.getSelectedText();
        return selected.isEmpty() ? area.getText() : selected;
    }

    /// Undoes the last change of the user's; does nothing when there is none.
    public void undo() {
        area.undo();
    }

    public void redo() {
        area.redo();
    }

    /// Puts the keyboard here.
    @Override
    public void requestFocus() {
        area.requestFocus();
    }

    /// Shown in the middle while there is no text.
    public void setPlaceholder(Node node) {
        node.visibleProperty().bind(empty);
        node.managedProperty().bind(empty);
        node.setMouseTransparent(true);
        getChildren().add(node);
    }

    private FindBar findBar() {
        if (find == null) {
            find = new FindBar(this);
            setAlignment(find, Pos.TOP_RIGHT);
            setMargin(find, new Insets(0, 18, 0, 0));
            getChildren().add(find);
        }
        return find;
    }

    /// Opens the find bar.
    public void find() {
        findBar().show(false);
    }

    /// Opens the find bar with its line for replacing, where the text may be changed.
    public void replace() {
        findBar().show(true);
    }

    /// Opens the find bar for a line number.
    public void goToLine() {
        findBar().showForLine();
    }

    /// Whether long lines are broken at the edge of the view.
    public BooleanProperty wrapProperty() {
        return area.wrapTextProperty();
    }

    /// What the area itself is called by tests and screen readers.
    public void setAreaAccessibleText(String text) {
        area.setAccessibleText(text);
    }

    /// Marks pieces of the text with a style class, in place of those that had it. An edit makes the marks stale, so
    /// they are set anew then.
    ///
    /// @param pieces in order, without overlap; their kinds are of no account
    public void mark(String styleClass, List<Span> pieces) {
        colouring.setMarks(
                styleClass,
                pieces.stream()
                        .filter(p -> p.end() <= area.getLength())
                        .map(p -> new Mark(p.start(), p.end(), styleClass))
                        .toList());
    }

    /// Offers words while the user types behind an opening mark, and closes what it completes.
    ///
    /// @param open such as `{{`
    /// @param close such as `}}`
    /// @param words asked each time
    public void complete(String open, String close, Supplier<List<String>> words) {
        new Completion(this, area, open, close, words);
    }

    /// For the pieces of this package that add to the editor.
    CodeArea area() {
        return area;
    }

    Colouring colouring() {
        return colouring;
    }

    /// Whether a part of a large text is not in the area yet.
    boolean isFilling() {
        return laying.wholeText() != null;
    }

    /// Whether the text as it stands now has been read whole in the background.
    boolean isRead() {
        return !isFilling() && colouring.isRead();
    }

    private boolean showsEnd() {
        var paragraphs = area.getParagraphs().size();
        if (area.getVisibleParagraphs().isEmpty()) {
            return true; // not laid out yet
        }
        return area.lastVisibleParToAllParIndex() >= paragraphs - 2;
    }

    /// Ends the background work. The editor is not used any more.
    @Override
    public void close() {
        if (find != null) {
            find.close();
        }
        colouring.close();
        area.dispose();
    }
}
