package dev.quarry.ui.window;

import dev.quarry.run.FencedCode;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.run.RunModel;
import javafx.scene.control.Label;

/// What can be said of an answer's form at once: whether it holds code, and whether its blocks are closed.
final class CheckLabel {

    private CheckLabel() {}

    static Label build(RunModel run) {
        var label = new Label();
        label.setId("status-check");
        run.phaseProperty().addListener((o, was, is) -> label.setText(is == RunModel.Phase.OVER ? text(run) : ""));
        return label;
    }

    private static String text(RunModel run) {
        var blocks = run.blocks();
        if (blocks.isEmpty()) {
            return Texts.of("check.noBlocks");
        }
        return blocks.stream().allMatch(FencedCode.Block::closed)
                ? Texts.of("check.closed", blocks.size())
                : Texts.of("check.open");
    }
}
