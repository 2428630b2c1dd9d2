package dev.quarry.ui.editor;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Popup;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;

/// Offers words behind an opening mark while they are typed: arrows choose, Enter or Tab takes, Escape closes. FX
/// thread only.
final class Completion {
    private static final int ROW = 26;
    private static final int MOST_ROWS = 8;

    private final CodeArea area;
    private final String close;
    private final Supplier<List<String>> words;
    private final Pattern before;
    private final ListView<String> list = new ListView<>();
    private final Popup popup = new Popup();
    private int start;

    /// @param around holds the area, so that keys come here before the area takes them as text
    Completion(Node around, CodeArea area, String open, String close, Supplier<List<String>> words) {
        this.area = area;
        this.close = close;
        this.words = words;
        before = Pattern.compile(Pattern.quote(open) + "[{#^/&]?\\s*(?<word>\\w*)$");
        list.setId(area.getId() + "-completion");
        list.getStyleClass().add("completion");
        list.setFocusTraversable(false);
        list.setFixedCellSize(ROW);
        list.setOnMouseClicked(event -> take());
        popup.getContent().add(list);
        popup.setAutoHide(true);
        around.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        area.caretPositionProperty().addListener((o, was, is) -> offer());
        area.focusedProperty().addListener((o, was, is) -> {
            if (!is) {
                popup.hide();
            }
        });
    }

    private void offer() {
        var typed = typed();
        if (typed == null || !area.isFocused()) {
            popup.hide();
            return;
        }
        var wanted = typed.toLowerCase(Locale.ROOT);
        var found = words.get().stream()
                .filter(w -> w.toLowerCase(Locale.ROOT).startsWith(wanted) && !w.equals(typed))
                .toList();
        list.getItems().setAll(found);
        if (found.isEmpty()) {
            popup.hide();
            return;
        }
        list.getSelectionModel().select(0);
        list.setPrefSize(220, Math.min(found.size(), MOST_ROWS) * ROW + 4.0);
        if (!popup.isShowing()) {
            area.getCaretBounds().ifPresent(b -> popup.show(area, b.getMinX(), b.getMaxY() + 2));
        }
    }

    /// What stands between the mark and the caret, or null where there is no mark.
    private @Nullable String typed() {
        var caret = area.getCaretPosition();
        var line = area.getText(area.getCurrentParagraph()).substring(0, area.getCaretColumn());
        var matcher = before.matcher(line);
        if (!matcher.find()) {
            return null;
        }
        var word = matcher.group("word");
        start = caret - word.length();
        return word;
    }

    private void pressed(KeyEvent event) {
        if (!popup.isShowing()) {
            return;
        }
        switch (event.getCode()) {
            case DOWN, UP -> {
                var step = event.getCode() == KeyCode.DOWN ? 1 : -1;
                var count = list.getItems().size();
                list.getSelectionModel()
                        .select(Math.floorMod(list.getSelectionModel().getSelectedIndex() + step, count));
                list.scrollTo(list.getSelectionModel().getSelectedIndex());
            }
            case ENTER, TAB -> take();
            case ESCAPE -> popup.hide();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void take() {
        var word = list.getSelectionModel().getSelectedItem();
        if (word == null) {
            return;
        }
        var caret = area.getCaretPosition();
        var closed = area.getText().startsWith(close, caret);
        area.replaceText(start, caret, closed ? word : word + close);
        area.moveTo(start + word.length() + close.length());
        popup.hide();
    }
}
