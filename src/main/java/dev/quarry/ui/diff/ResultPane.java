package dev.quarry.ui.diff;

import dev.quarry.ui.control.Texts;
import dev.quarry.ui.fx.FxThread;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;

/// The text that the decisions make. What is typed here is a decision too, once the typing pauses. FX thread only.
final class ResultPane extends BorderPane {
    private static final long PAUSE_MILLIS = 250;

    private final DiffModel model;
    private final ReviewController reviewing;
    private final ResultEditor editor;
    private String shown = "";
    private long edits;

    /// @param onUndo takes the last step back, which may be the comparison itself
    ResultPane(DiffModel model, ReviewController reviewing, Runnable onUndo, ResultEditor editor) {
        this.model = model;
        this.reviewing = reviewing;
        this.editor = editor;
        setId("diff-result-pane");
        var title = new Label(Texts.of("diff.result"));
        title.getStyleClass().add("diff-result-title");
        setTop(title);
        setCenter(editor.node());
        model.stepsProperty().addListener((o, was, is) -> showResult());
        model.resultShownProperty().addListener((o, was, is) -> showResult());
        reviewing.onSettle(this::settle);
        editor.onChange(this::changed);
        // The review undoes edits and decisions in one order; the editor knows only the edits.
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.isShortcutDown() && (event.getCode() == KeyCode.Z || event.getCode() == KeyCode.Y)) {
                settle();
                if (event.getCode() == KeyCode.Y || event.isShiftDown()) {
                    reviewing.redo();
                } else {
                    onUndo.run();
                }
                event.consume();
            }
        });
    }

    private void showResult() {
        var review = model.review();
        var comparison = model.comparisonProperty().get();
        if (review == null || comparison == null || !model.resultShownProperty().get()) {
            return;
        }
        var text = String.join("\n", review.result().lines()) + (review.result().endsWithNewline() ? "\n" : "");
        shown = text;
        editor.show(text, comparison.left().language());
    }

    private void changed() {
        if (Objects.equals(editor.text(), shown)) {
            return;
        }
        var edit = ++edits;
        CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS, FxThread.LATER)
                .execute(() -> {
                    if (edit == edits) {
                        settle();
                    }
                });
    }

    /// Takes what was typed, if it was not taken yet.
    void settle() {
        edits++;
        var text = editor.text();
        if (model.resultShownProperty().get() && model.review() != null && !text.equals(shown)) {
            shown = text;
            reviewing.edit(text);
        }
    }
}
