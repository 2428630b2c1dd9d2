package dev.quarry.ui.window;

import dev.quarry.run.FencedCode;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.run.RunModel;
import javafx.scene.control.Label;

/// What can be said of an answer's form at once: whether it holds code, and whether its blocks are closed.
final class FenceLabel {

    private FenceLabel() {}

    static Label build(RunModel run) {
        var label = new Label();
        run.phaseProperty().addListener((o, was, is) -> label.setText(is == RunModel.Phase.OVER ? text(run) : ""));
        return label;
    }

    private static String text(RunModel run) {
        var blocks = run.blocks();
        if (blocks.isEmpty()) {
            return Texts.of("fence.none");
        }
        return blocks.stream().allMatch(FencedCode.Block::closed)
                ? Texts.of("fence.closed", blocks.size())
                : Texts.of("fence.open");
    }
}
