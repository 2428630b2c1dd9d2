package dev.quarry.ui.history;

import dev.quarry.ui.control.Texts;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The runs of this sitting, newest first; one click shows one again. Decides nothing.
public final class HistoryList {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private HistoryList() {}

    public static Region build(ObservableList<PastRun> runs, Consumer<PastRun> onPick) {
        var title = new Label(Texts.of("rail.history"));
        title.getStyleClass().add("rail-title");
        var list = new ListView<PastRun>(runs);
        list.setId("history-list");
        list.setAccessibleText(Texts.of("rail.history"));
        list.setCellFactory(view -> new Cell());
        var empty = new Label(Texts.of("rail.history.empty"));
        empty.setWrapText(true);
        empty.getStyleClass().add("empty-hint");
        list.setPlaceholder(empty);
        list.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (is != null) {
                onPick.accept(is);
            }
        });
        var box = new VBox(title, list);
        VBox.setVgrow(list, Priority.ALWAYS);
        box.getStyleClass().add("rail-section");
        return box;
    }

    private static final class Cell extends ListCell<PastRun> {
        private final Label task = new Label();
        private final Label when = new Label();
        private final Label detail = new Label();
        private final VBox content;

        private Cell() {
            var space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            when.getStyleClass().add("muted");
            detail.getStyleClass().add("muted");
            content = new VBox(new HBox(task, space, when), detail);
        }

        @Override
        protected void updateItem(@Nullable PastRun run, boolean empty) {
            super.updateItem(run, empty);
            if (empty || run == null) {
                setGraphic(null);
                return;
            }
            task.setText(run.preset());
            when.setText(TIME.format(run.at()));
            detail.setText(Texts.of(
                    "rail.history.detail",
                    run.language().name(),
                    Texts.of("outcome." + run.outcome().code())));
            setGraphic(content);
        }
    }
}
