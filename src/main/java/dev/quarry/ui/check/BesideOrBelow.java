package dev.quarry.ui.check;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// Two nodes beside each other, the first with a fixed width; where there is no room for that, the second lies below.
final class BesideOrBelow extends Region {
    private static final double GAP = 12;
    private static final double GAP_BELOW = 4;

    private final Node first;
    private final Node second;
    private final double firstWidth;
    private final double enough;

    /// @param firstWidth of the first node, in pixels
    /// @param enough the width from which on they lie beside each other, in pixels
    BesideOrBelow(Node first, Node second, double firstWidth, double enough) {
        this.first = first;
        this.second = second;
        this.firstWidth = firstWidth;
        this.enough = enough;
        getChildren().setAll(first, second);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double inner(double width) {
        return width - snappedLeftInset() - snappedRightInset();
    }

    private boolean isBeside(double inner) {
        return inner >= enough;
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + enough + snappedRightInset();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        var inner = inner(width < 0 ? prefWidth(-1) : width);
        var heights = isBeside(inner)
                ? Math.max(first.prefHeight(firstWidth), second.prefHeight(inner - firstWidth - GAP))
                : first.prefHeight(inner) + GAP_BELOW + second.prefHeight(inner);
        return snappedTopInset() + heights + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        var left = snappedLeftInset();
        var top = snappedTopInset();
        var inner = inner(getWidth());
        if (isBeside(inner)) {
            var height = getHeight() - top - snappedBottomInset();
            first.resizeRelocate(left, top, firstWidth, Math.min(height, first.prefHeight(firstWidth)));
            second.resizeRelocate(left + firstWidth + GAP, top, inner - firstWidth - GAP, height);
        } else {
            var height = first.prefHeight(inner);
            first.resizeRelocate(left, top, inner, height);
            second.resizeRelocate(left, top + height + GAP_BELOW, inner, second.prefHeight(inner));
        }
    }
}
