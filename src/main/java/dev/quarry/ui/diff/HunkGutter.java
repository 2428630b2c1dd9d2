package dev.quarry.ui.diff;

import dev.quarry.diff.review.Decision;
import dev.quarry.diff.review.HunkState;
import dev.quarry.ui.control.Buttons;
import dev.quarry.ui.control.Texts;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Beside the first line of a hunk its buttons, beside every line what is decided on it. FX thread only.
final class HunkGutter extends Region {
    private static final List<String> STATES = List.of("accepted", "rejected", "edited", "undecided");

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final Decide onDecide;
    private final Text sign = new Text();
    private @Nullable Button accept;
    private @Nullable Button reject;
    private int hunk;

    /// Told what was clicked.
    @FunctionalInterface
    interface Decide {
        void on(int hunk, Decision decision);
    }

    HunkGutter(Decide onDecide) {
        this.onDecide = onDecide;
        getStyleClass().add("diff-gutter");
        sign.getStyleClass().addAll("text", "diff-sign");
        sign.setManaged(false);
        getChildren().add(sign);
    }

    void showNothing() {
        pseudoClassStateChanged(CURRENT, false);
        state("");
        sign.setText("");
        seeButtons(false);
    }

    /// @param first whether this is the first line of the hunk
    /// @param current whether this is the hunk that keys decide on
    void show(int ofHunk, boolean first, boolean current, HunkState state, Decision decision) {
        hunk = ofHunk;
        pseudoClassStateChanged(CURRENT, current);
        var shown = state == HunkState.EDITED
                ? "edited"
                : switch (decision) {
                    case UNDECIDED -> "undecided";
                    case ACCEPTED -> "accepted";
                    case REJECTED -> "rejected";
                };
        state(shown);
        sign.setText(
                first
                        ? ""
                        : switch (shown) {
                            case "accepted" -> "✓";
                            case "rejected" -> "✗";
                            case "edited" -> "✎";
                            default -> "";
                        });
        seeButtons(first);
        requestLayout();
    }

    private void state(String name) {
        getStyleClass().removeAll(STATES);
        if (!name.isEmpty()) {
            getStyleClass().add(name);
        }
    }

    private void seeButtons(boolean seen) {
        if (seen && accept == null) {
            accept = button(Feather.CHECK, "accept", Decision.ACCEPTED);
            reject = button(Feather.X, "reject", Decision.REJECTED);
            getChildren().addAll(accept, reject);
        }
        if (accept != null && reject != null) {
            accept.setVisible(seen);
            reject.setVisible(seen);
        }
    }

    private Button button(Feather icon, String name, Decision decision) {
        var button = new Button(null, Buttons.icon(icon));
        button.getStyleClass().addAll("flat", "hunk-button", name);
        button.setFocusTraversable(false); // keys decide on the current hunk
        button.setAccessibleText(Texts.of("action." + name + "-hunk"));
        button.setOnAction(event -> onDecide.on(hunk, decision));
        button.setManaged(false);
        return button;
    }

    @Override
    protected void layoutChildren() {
        var half = getWidth() / 2;
        if (accept != null && reject != null) {
            accept.resizeRelocate(2, 0, half - 3, getHeight());
            reject.resizeRelocate(half + 1, 0, half - 3, getHeight());
        }
        var bounds = sign.getLayoutBounds();
        sign.relocate(Math.rint(half - bounds.getWidth() / 2), Math.rint((getHeight() - bounds.getHeight()) / 2));
    }
}
