package dev.quarry.ui.window;

import dev.quarry.history.History;
import dev.quarry.history.HistoryException;
import dev.quarry.history.Usage;
import dev.quarry.ui.control.FileDialogs;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.fx.FxThread;
import dev.quarry.ui.usage.UsageView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;

/// The window with the charts of what was used. FX thread only; what it shows is read in the background.
final class UsageWindow {
    private static final int FIRST_DAYS = 30;

    private final History history;
    private final FileDialogs dialogs;
    private final Consumer<String> onProblem;
    private final UsageView view = new UsageView(this::load, this::export);

    private UsageWindow(History history, FileDialogs dialogs, Consumer<String> onProblem) {
        this.history = history;
        this.dialogs = dialogs;
        this.onProblem = onProblem;
    }

    /// @param onProblem told one sentence when something did not work
    static void open(Window owner, History history, FileDialogs dialogs, Consumer<String> onProblem) {
        var usage = new UsageWindow(history, dialogs, onProblem);
        var stage = new Stage();
        stage.initOwner(owner);
        stage.setTitle(Texts.of("usage.title"));
        var scene = new Scene(usage.view, 900, 640);
        Bindings.bindContent(scene.getStylesheets(), owner.getScene().getStylesheets());
        stage.setScene(scene);
        stage.show();
        usage.load(FIRST_DAYS);
    }

    private void load(int days) {
        var today = LocalDate.now(ZoneId.systemDefault());
        var first = today.minusDays(days - 1L);
        Thread.ofVirtual().name("read-usage").start(() -> {
            try {
                var rows =
                        history.usage(first.atStartOfDay(ZoneId.systemDefault()).toInstant());
                FxThread.LATER.execute(() -> view.show(rows, first, today));
            } catch (HistoryException e) {
                FxThread.LATER.execute(() -> onProblem.accept(e.sentence()));
            }
        });
    }

    private void export() {
        var text = Usage.csv(view.rows());
        dialogs.save("quarry-usage.csv")
                .ifPresent(file -> Thread.ofVirtual().name("write-usage").start(() -> write(file, text)));
    }

    private void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            FxThread.LATER.execute(() -> onProblem.accept(Texts.of("usage.notSaved", file)));
        }
    }
}
