package dev.quarry.ui.history;

import dev.quarry.history.RunSummary;
import dev.quarry.ui.control.Texts;
import java.util.function.BiConsumer;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/// The line in which a run is given a name; there only while that goes on. FX thread only.
final class RunNaming extends TextField {
    private @Nullable RunSummary run;

    RunNaming(BiConsumer<RunSummary, String> onName) {
        setId("history-rename");
        setPromptText(Texts.of("rail.history.name.prompt"));
        setAccessibleText(Texts.of("rail.history.name.prompt"));
        finish();
        setOnAction(event -> {
            if (run != null) {
                onName.accept(run, getText());
            }
            finish();
        });
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                finish();
                event.consume();
            }
        });
    }

    void begin(RunSummary named) {
        run = named;
        var name = named.name();
        setText(name == null ? "" : name);
        setVisible(true);
        setManaged(true);
        requestFocus();
        selectAll();
    }

    private void finish() {
        run = null;
        setVisible(false);
        setManaged(false);
    }
}
