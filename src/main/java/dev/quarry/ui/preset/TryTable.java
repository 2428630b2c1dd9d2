package dev.quarry.ui.preset;

import dev.quarry.preset.Verdict;
import dev.quarry.run.Outcome;
import dev.quarry.trial.Prices;
import dev.quarry.trial.TrialResult;
import dev.quarry.ui.control.Texts;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// What came of trying a preset's examples, a row for each example and model. Decides nothing.
public final class TryTable {

    private TryTable() {}

    /// Lays the table out.
    ///
    /// @param prices asked when a row is shown; what they do not know is left empty
    public static TableView<TrialResult> build(ObservableList<TrialResult> results, Prices prices) {
        var table = new TableView<>(results);
        table.setId("preset-try-table");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        var hint = new Label(Texts.of("presets.try.empty"));
        hint.setWrapText(true);
        hint.getStyleClass().add("empty-hint");
        table.setPlaceholder(hint);
        table.getColumns()
                .add(column("presets.try.example", 110, r -> r.trial().example().name()));
        table.getColumns().add(column("presets.try.model", 130, r -> r.run().model()));
        table.getColumns().add(column("presets.try.verdict", 80, r -> verdict(r.standing())));
        table.getColumns()
                .add(column(
                        "presets.try.tokens",
                        90,
                        r -> Texts.of(
                                "presets.try.tokens.value",
                                r.run().usage().input(),
                                r.run().usage().output())));
        var cost = column("presets.try.cost", 70, r -> {
            var dollars = prices.dollars(r.run().model(), r.run().usage());
            return dollars.isPresent() ? String.format(Locale.ROOT, "$%.4f", dollars.getAsDouble()) : "";
        });
        table.getColumns().add(cost);
        table.getColumns()
                .add(column(
                        "presets.try.seconds",
                        60,
                        r -> String.format(
                                Locale.ROOT, "%.1f", r.run().elapsed().toMillis() / 1000.0)));
        table.getColumns().add(column("presets.try.reasons", 260, TryTable::reasons));
        return table;
    }

    private static TableColumn<TrialResult, String> column(
            String key, double width, Function<TrialResult, String> text) {
        var column = new TableColumn<TrialResult, String>(Texts.of(key));
        column.setPrefWidth(width);
        column.setSortable(true);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setCellFactory(c -> new Cell());
        return column;
    }

    private static String verdict(TrialResult.Standing standing) {
        return Texts.of("presets.try." + standing.name());
    }

    /// What was not met, or why there is nothing to judge.
    private static String reasons(TrialResult result) {
        return switch (result.run().outcome()) {
            case Outcome.Failed f -> f.error().sentence();
            case Outcome.Complete c ->
                result.judgements().stream()
                        .filter(j -> j.verdict().result() != Verdict.Result.PASS)
                        .map(j -> j.verdict().sentence())
                        .collect(Collectors.joining(" "));
            default -> Texts.of("presets.try.notWhole");
        };
    }

    private static final class Cell extends TableCell<TrialResult, String> {
        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
            setTooltip(empty || text == null || text.isBlank() ? null : new Tooltip(text));
        }
    }
}
