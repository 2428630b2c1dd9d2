package dev.quarry.ui.preset;

import dev.quarry.preset.Verdict;
import dev.quarry.run.Outcome;
import dev.quarry.trial.Prices;
import dev.quarry.trial.TrialResult;
import dev.quarry.ui.control.Buttons;
import dev.quarry.ui.control.Texts;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What came of trying a preset's examples, a row for each example and model. Decides nothing.
public final class TryTable {

    private static final double ROW = 30;

    /// What all columns need at least; where there is less, the last ones are scrolled to.
    private static final double ALL = 680;

    private TryTable() {}

    /// Lays the table out.
    ///
    /// @param prices asked when a row is shown; what they do not know is left empty
    public static TableView<TrialResult> build(ObservableList<TrialResult> results, Prices prices) {
        var table = new TableView<>(results);
        table.setId("preset-try-table");
        table.setFixedCellSize(ROW);
        table.widthProperty()
                .addListener((o, was, is) -> table.setColumnResizePolicy(
                        is.doubleValue() < ALL
                                ? TableView.UNCONSTRAINED_RESIZE_POLICY
                                : TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN));
        var waiting = new Label(Texts.of("presets.try.waiting"));
        waiting.getStyleClass().add("empty-hint");
        table.setPlaceholder(waiting);
        var verdict = column("presets.try.verdict", 96, r -> verdict(r.standing()));
        verdict.setCellFactory(c -> new VerdictCell());
        var example =
                column("presets.try.example", 150, r -> r.trial().example().name());
        example.setMinWidth(76);
        var model = column("presets.try.model", 290, r -> r.run().model());
        model.setMinWidth(130);
        model.setCellFactory(c -> new ModelCell());
        table.getColumns().add(example);
        table.getColumns().add(model);
        table.getColumns().add(fixed(verdict, 120));
        table.getColumns()
                .add(fixed(
                        column(
                                "presets.try.tokens",
                                90,
                                r -> Texts.of(
                                        "presets.try.tokens.value",
                                        r.run().usage().input(),
                                        r.run().usage().output())),
                        96));
        table.getColumns().add(fixed(column("presets.try.cost", 64, r -> cost(r, prices)), 66));
        table.getColumns()
                .add(fixed(
                        column(
                                "presets.try.seconds",
                                72,
                                r -> String.format(
                                        Locale.ROOT, "%.1f s", r.run().elapsed().toMillis() / 1000.0)),
                        58));
        var reasons = column("presets.try.reasons", 320, TryTable::reasons);
        reasons.setMinWidth(136);
        table.getColumns().add(reasons);
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

    /// Wide enough for its words, whatever room there is: what does not fit is scrolled to.
    private static TableColumn<TrialResult, String> fixed(TableColumn<TrialResult, String> column, double width) {
        column.setPrefWidth(width);
        column.setMinWidth(width);
        return column;
    }

    private static String cost(TrialResult result, Prices prices) {
        var dollars = prices.dollars(result.run().model(), result.run().usage());
        return dollars.isPresent() ? String.format(Locale.ROOT, "$%.4f", dollars.getAsDouble()) : "";
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

    private static class Cell extends TableCell<TrialResult, String> {
        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
            setTooltip(empty || text == null || text.isBlank() ? null : new Tooltip(text));
        }
    }

    /// What tells models apart stands at both ends of their IDs.
    private static final class ModelCell extends Cell {
        private ModelCell() {
            setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        }
    }

    /// With a sign beside the word, so that a column of them is read at a glance.
    private static final class VerdictCell extends TableCell<TrialResult, String> {
        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            getStyleClass().removeAll("verdict-good", "verdict-part", "verdict-bad");
            var result = empty ? null : getTableRow().getItem();
            setText(empty ? null : text);
            setGraphic(null);
            if (result != null) {
                var bad = result.standing() == TrialResult.Standing.FAILED;
                var good = result.standing() == TrialResult.Standing.PASSED;
                setGraphic(Buttons.icon(bad ? Feather.X_CIRCLE : good ? Feather.CHECK_CIRCLE : Feather.ALERT_CIRCLE));
                getStyleClass().add(bad ? "verdict-bad" : good ? "verdict-good" : "verdict-part");
            }
        }
    }
}
