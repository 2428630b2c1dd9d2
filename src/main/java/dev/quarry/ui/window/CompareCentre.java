package dev.quarry.ui.window;

import dev.quarry.ui.control.Action;
import dev.quarry.ui.diff.Source;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The middle of a comparison: the answers, or a diff of two of them. The diff is made when it is first wanted. FX
/// thread only.
final class CompareCentre extends StackPane implements AutoCloseable {
    private final Node answers;
    private final Supplier<AnswerDiff> making;
    private final ReadOnlyBooleanWrapper diffShown = new ReadOnlyBooleanWrapper();
    private @Nullable AnswerDiff diff;

    CompareCentre(Node answers, Supplier<AnswerDiff> making) {
        this.answers = answers;
        this.making = making;
        answers.visibleProperty().bind(diffShown.not());
        getChildren().setAll(answers);
    }

    /// Shows how an answer differs from another.
    ///
    /// @param all that can be chosen, those two among them
    void showDiff(List<Source> all, Source left, Source right) {
        var shown = diff;
        if (shown == null) {
            shown = making.get();
            shown.view().visibleProperty().bind(diffShown);
            shown.onLeave(this::showAnswers);
            getChildren().add(shown.view());
            keys(getScene(), shown);
            diff = shown;
        }
        diffShown.set(true);
        shown.show(all, left, right);
    }

    void showAnswers() {
        if (diffShown.get()) {
            diffShown.set(false);
            answers.requestFocus();
        }
    }

    ReadOnlyBooleanProperty diffShownProperty() {
        return diffShown.getReadOnlyProperty();
    }

    /// There is no menu here whose items would bring the keys along.
    private void keys(Scene scene, AnswerDiff of) {
        Action.of("find", "Shortcut+F", null, diffShown.not(), of::find).listenIn(scene);
        of.actions().forEach(action -> action.listenIn(scene));
    }

    @Override
    public void close() {
        if (diff != null) {
            diff.close();
        }
    }
}
