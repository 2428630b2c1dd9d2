package dev.quarry.ui.usage;

import dev.quarry.history.UsageRow;
import dev.quarry.ui.control.Texts;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.scene.chart.BarChart;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// Charts of runs, tokens and cost by day, task and model. FX thread only.
public final class UsageView extends BorderPane {
    private static final List<Integer> RANGES = List.of(30, 90, 365);
    private static final int MOST_DAYS_AS_DAYS = 92;
    private static final int MOST_BARS = 8;

    /// The axis keeps so much room below its labels for the case that they stood upright, in pixels.
    private static final double UPRIGHT_LABELS = 20;

    private final Consumer<Integer> onRange;
    private final CategoryAxis days = new CategoryAxis();
    private final NumberAxis amounts = new NumberAxis();
    private final BarChart<String, Number> byDay = new BarChart<>(days, amounts);
    private final RankedBars byTask = new RankedBars("usage-by-task");
    private final RankedBars byModel = new RankedBars("usage-by-model");
    private final Label total = new Label();
    private final Label dayTitle = title("usage.byDay");
    private Measure measure = Measure.RUNS;
    private List<UsageRow> rows = List.of();
    private LocalDate first = LocalDate.EPOCH;
    private LocalDate last = LocalDate.EPOCH;

    /// @param onRange asked for the last so many days
    /// @param onExport asked to write what is shown
    public UsageView(Consumer<Integer> onRange, Runnable onExport) {
        this.onRange = onRange;
        setId("usage");
        getStyleClass().add("usage");
        total.setId("usage-total");
        total.getStyleClass().add("usage-total");
        setTop(header(onExport));
        setUpDays();
        var task = section(title("usage.byTask"), byTask);
        var model = section(title("usage.byModel"), byModel);
        var lower = new HBox(task, model);
        lower.getStyleClass().add("usage-lower");
        for (var half : List.of(task, model)) {
            HBox.setHgrow(half, Priority.ALWAYS);
            half.setPrefWidth(400);
        }
        var day = section(dayTitle, byDay);
        VBox.setVgrow(day, Priority.ALWAYS);
        VBox.setMargin(byDay, new Insets(0, 0, -UPRIGHT_LABELS, 0));
        var body = new VBox(day, lower);
        body.getStyleClass().add("usage-body");
        setCenter(body);
    }

    private HBox header(Runnable onExport) {
        var group = new ToggleGroup();
        var measures = new HBox();
        measures.getStyleClass().add("tabs");
        for (var choice : Measure.values()) {
            var toggle = new ToggleButton(Texts.of("usage." + choice.id()));
            toggle.setId("usage-" + choice.id());
            toggle.getStyleClass().add("tab-toggle");
            toggle.setToggleGroup(group);
            toggle.setSelected(choice == measure);
            toggle.setOnAction(event -> {
                toggle.setSelected(true);
                measure = choice;
                draw();
            });
            measures.getChildren().add(toggle);
        }
        var range = new ComboBox<Integer>();
        range.setId("usage-range");
        range.getItems().addAll(RANGES);
        range.setValue(RANGES.getFirst());
        range.setAccessibleText(Texts.of("usage.range"));
        range.setConverter(new StringConverter<>() {
            @Override
            public String toString(Integer days) {
                return days == null ? "" : Texts.of("usage.range.days", days);
            }

            @Override
            public Integer fromString(String text) {
                return RANGES.stream()
                        .filter(days -> toString(days).equals(text))
                        .findFirst()
                        .orElse(RANGES.getFirst());
            }
        });
        range.setOnAction(event -> onRange.accept(range.getValue()));
        var export = new Button(Texts.of("usage.export"));
        export.setId("usage-export");
        export.setOnAction(event -> onExport.run());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var header = new HBox(measures, total, space, range, export);
        header.getStyleClass().add("pane-header");
        return header;
    }

    private static Label title(String key) {
        var label = new Label(Texts.of(key));
        label.getStyleClass().add("pane-title");
        return label;
    }

    private static VBox section(Label title, Region chart) {
        VBox.setVgrow(chart, Priority.ALWAYS);
        var box = new VBox(title, chart);
        box.getStyleClass().add("usage-section");
        return box;
    }

    private void setUpDays() {
        byDay.setId("usage-by-day");
        byDay.setAnimated(false);
        byDay.setLegendVisible(false);
        byDay.setMinHeight(120);
        byDay.setCategoryGap(2);
        byDay.setVerticalGridLinesVisible(false);
        // The axis would turn its labels upright rather than leave some out.
        days.setAutoRanging(false);
        days.setTickLabelRotation(0);
        days.setTickMarkVisible(false);
        amounts.setAutoRanging(false);
        amounts.setMinorTickVisible(false);
        amounts.setTickLabelFormatter(new StringConverter<>() {
            @Override
            public String toString(Number value) {
                return Texts.of("usage.axis." + measure.id(), value.doubleValue());
            }

            @Override
            public Number fromString(String text) {
                throw new UnsupportedOperationException("the axis is not edited");
            }
        });
    }

    /// Shows the rows.
    ///
    /// @param from the first day that is shown, with or without rows
    /// @param to the last one
    public void show(List<UsageRow> shown, LocalDate from, LocalDate to) {
        rows = List.copyOf(shown);
        first = from;
        last = to;
        draw();
    }

    /// What is shown.
    public List<UsageRow> rows() {
        return rows;
    }

    private void draw() {
        var sum = rows.stream().mapToDouble(measure::of).sum();
        var unknown = measure == Measure.COST && rows.stream().allMatch(r -> r.costMicros() == null);
        total.setText(unknown ? Texts.of("usage.noCost") : Texts.of("usage.total." + measure.id(), sum));
        var weeks = first.plusDays(MOST_DAYS_AS_DAYS).isBefore(last);
        dayTitle.setText(Texts.of(weeks ? "usage.byWeek" : "usage.byDay"));
        drawDays(weeks);
        rank(byTask, UsageRow::task);
        rank(byModel, UsageRow::model);
    }

    private void drawDays(boolean weeks) {
        var sums = new TreeMap<LocalDate, Double>();
        for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
            sums.putIfAbsent(start(day, weeks), 0.0);
        }
        for (var row : rows) {
            sums.merge(start(row.day(), weeks), measure.of(row), Double::sum);
        }
        var highest = sums.values().stream().mapToDouble(sum -> sum).max().orElse(0);
        var scale = Scale.of(highest, measure == Measure.COST ? 0.01 : 1);
        amounts.setUpperBound(scale.upper());
        amounts.setTickUnit(scale.unit());
        var format = DateTimeFormatter.ofPattern("d MMM", Locale.getDefault());
        var series = new XYChart.Series<String, Number>();
        sums.forEach((day, sum) -> series.getData().add(new XYChart.Data<>(format.format(day), sum)));
        days.setCategories(FXCollections.observableArrayList(
                sums.keySet().stream().map(format::format).toList()));
        byDay.setData(FXCollections.observableArrayList(List.of(series)));
        for (var bar : series.getData()) {
            var text = bar.getXValue() + ": "
                    + Texts.of("usage.total." + measure.id(), bar.getYValue().doubleValue());
            Tooltip.install(bar.getNode(), new Tooltip(text));
        }
    }

    private LocalDate start(LocalDate day, boolean weeks) {
        return weeks ? first.plusDays(first.until(day, ChronoUnit.DAYS) / 7 * 7) : day;
    }

    private void rank(RankedBars bars, Function<UsageRow, String> key) {
        var sums = rows.stream().collect(Collectors.groupingBy(key, Collectors.summingDouble(measure::of)));
        bars.show(sums.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .limit(MOST_BARS)
                .map(e -> new RankedBars.Entry(
                        e.getKey(), e.getValue(), Texts.of("usage.number." + measure.id(), e.getValue())))
                .toList());
    }
}
