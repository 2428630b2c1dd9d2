package dev.quarry.ui.fx;

import java.util.Objects;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// Keeps a part of the window out of it until it is to be seen for the first time: what is not in a scene costs it
/// neither styles nor layout, whereas what is there and invisible costs the first frame as much as what is seen. FX
/// thread only.
public final class WhenShown {

    private WhenShown() {}

    /// What to put among the children of a box or a stack: the node, or in place of an invisible one something that
    /// takes no room and gives way to it once it is made visible.
    ///
    /// @param node hides and shows itself
    public static Node of(Node node) {
        return node.isVisible() ? node : standIn(node.visibleProperty(), () -> node);
    }

    /// As [#of(Node)], of a node that is built only then, and from then on is there while the value holds.
    ///
    /// @param build called once at the most
    public static Node of(ObservableBooleanValue shown, Supplier<? extends Node> build) {
        Supplier<Node> bound = () -> {
            var node = build.get();
            node.visibleProperty().bind(shown);
            node.managedProperty().bind(shown);
            return node;
        };
        return shown.get() ? bound.get() : standIn(shown, bound);
    }

    private static Node standIn(ObservableBooleanValue shown, Supplier<Node> node) {
        var standIn = new Region();
        standIn.setVisible(false);
        standIn.setManaged(false);
        standIn.setUserData(shown); // which, if it is computed, nothing else may hold
        shown.addListener(new InvalidationListener() {
            @Override
            public void invalidated(Observable source) {
                if (shown.get()) {
                    shown.removeListener(this);
                    var siblings =
                            ((Pane) Objects.requireNonNull(standIn.getParent(), "it has no place")).getChildren();
                    siblings.set(siblings.indexOf(standIn), node.get());
                }
            }
        });
        return standIn;
    }
}
