package dev.quarry.ui.window;

import dev.quarry.history.History;
import dev.quarry.language.Highlighter;
import dev.quarry.model.ModelRules;
import dev.quarry.run.CodeAssistant;
import dev.quarry.run.InferenceParameter;
import dev.quarry.run.ModelConnection;
import dev.quarry.run.ParameterChoices;
import dev.quarry.run.RunEvent;
import dev.quarry.run.RunRequest;
import dev.quarry.ui.control.Banner;
import dev.quarry.ui.control.Buttons;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.run.RunModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One request to several models or temperatures at once, streamed side by side. FX thread only.
final class CompareWindow {
    static final int FEWEST = 2;
    static final int MOST = 4;

    /// What the comparison is made with.
    ///
    /// @param connection where the runs go
    /// @param gate what each run passes
    /// @param rules say what is sent to each model; read already
    /// @param choices of the user's, for all tasks
    /// @param isPrivate whether runs are not to be written down
    /// @param onPick takes the request and the run that were picked
    record Parts(
            Asked asked,
            ModelConnection connection,
            SendGate gate,
            ModelRules rules,
            ParameterChoices choices,
            CodeAssistant assistant,
            Highlighter highlighter,
            List<String> models,
            History history,
            BooleanSupplier isPrivate,
            BiConsumer<Asked, RunModel> onPick) {}

    private final Parts parts;
    private final Stage stage = new Stage();
    private final List<CompareColumn> columns = new ArrayList<>();
    private final SplitPane panes = new SplitPane();
    private final Banner banner = new Banner("compare-banner");

    private CompareWindow(Parts parts) {
        this.parts = parts;
    }

    /// Opens the window with two columns; nothing is sent before the user says so.
    static void open(Window owner, Parts parts) {
        new CompareWindow(parts).show(owner);
    }

    private void show(Window owner) {
        var temperature = parts.asked().request().settings().temperature();
        var advice = temperature == null ? 0.2 : temperature;
        addColumn(advice);
        addColumn(Math.min(1, advice + 0.5));
        var run = new Button(Texts.of("compare.run"), Buttons.icon(Feather.PLAY));
        run.setId("compare-run");
        run.getStyleClass().add("accent");
        run.setOnAction(event -> run());
        var stop = new Button(Texts.of("action.stop"), Buttons.icon(Feather.SQUARE));
        stop.setId("compare-stop");
        stop.setOnAction(event -> columns.forEach(c -> c.runs().stop()));
        var more = new Button(Texts.of("compare.more"), Buttons.icon(Feather.PLUS));
        more.setId("compare-more");
        var fewer = new Button(Texts.of("compare.fewer"), Buttons.icon(Feather.MINUS));
        fewer.setId("compare-fewer");
        var count = Bindings.size(panes.getItems());
        more.disableProperty().bind(count.greaterThanOrEqualTo(MOST));
        fewer.disableProperty().bind(count.lessThanOrEqualTo(FEWEST));
        more.setOnAction(event -> addColumn(advice));
        fewer.setOnAction(event -> removeColumn());
        var what = new Label(Texts.of(
                "compare.what",
                parts.asked().preset().name(),
                parts.asked().language().name(),
                parts.connection().label()));
        what.getStyleClass().add("muted");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var header = new HBox(run, stop, what, space, fewer, more);
        header.getStyleClass().add("pane-header");
        panes.getStyleClass().add("panes");
        var root = new BorderPane(panes, new VBox(header, banner), null, null, null);
        root.setId("compare");
        root.getStyleClass().add("window");
        var scene = new Scene(root, 1100, 700);
        Bindings.bindContent(scene.getStylesheets(), owner.getScene().getStylesheets());
        stage.initOwner(owner);
        stage.setTitle(Texts.of("compare.title"));
        stage.setScene(scene);
        stage.setOnHidden(event -> columns.forEach(CompareColumn::close));
        stage.show();
    }

    private void addColumn(double temperature) {
        var column = new CompareColumn(
                columns.size() + 1,
                parts.models(),
                parts.asked().request().model(),
                temperature,
                parts.assistant(),
                parts.highlighter(),
                parts.history().price(),
                this::pick);
        columns.add(column);
        panes.getItems().add(column);
        spread();
    }

    private void removeColumn() {
        var last = columns.removeLast();
        panes.getItems().remove(last);
        last.close();
        spread();
    }

    private void spread() {
        for (var i = 0; i < columns.size() - 1; i++) {
            panes.setDividerPosition(i, (i + 1.0) / columns.size());
        }
    }

    private void run() {
        banner.hide();
        var requests = new ArrayList<RunRequest>();
        for (var column : columns) {
            var request = request(column);
            if (request.isEmpty()) {
                return;
            }
            requests.add(request.get());
        }
        var gate = parts.gate();
        var to = gate.withinBudget(parts.connection());
        for (var i = 0; i < columns.size(); i++) {
            columns.get(i).runs().start(to, requests.get(i), gate.restoring(), recorder(requests.get(i)));
        }
    }

    private Consumer<RunEvent> recorder(RunRequest request) {
        if (parts.isPrivate().getAsBoolean()) {
            return event -> {};
        }
        return parts.history()
                .record(RunKeeper.start(
                        parts.gate().kept(with(request)), parts.connection().label(), null));
    }

    private Asked with(RunRequest request) {
        var asked = parts.asked();
        return new Asked(asked.preset(), asked.values(), asked.language(), asked.input(), "", request);
    }

    /// What the column asks; empty when it cannot be asked, which is then said.
    private Optional<RunRequest> request(CompareColumn column) {
        var model = column.model();
        if (model.isEmpty()) {
            banner.show(Banner.Level.WARNING, Texts.of("run.noModel"));
            return Optional.empty();
        }
        var asked = parts.asked().request();
        var answering = parts.connection().onlyModel().orElse(model);
        var takes = parts.rules().of(answering);
        Double temperature = null;
        if (takes.refusal(InferenceParameter.TEMPERATURE).isEmpty()
                && !column.temperature().isEmpty()) {
            temperature = number(column.temperature());
            if (temperature == null) {
                banner.show(Banner.Level.WARNING, Texts.of("compare.noTemperature", column.temperature()));
                return Optional.empty();
            }
        }
        var advised = parts.asked().preset().maxTokens();
        var settings = takes.settings(temperature, parts.choices(), advised, asked.length());
        return Optional.of(new RunRequest(answering, asked.system(), asked.messages(), settings));
    }

    private static @Nullable Double number(String text) {
        var typed = text.replace(',', '.');
        return typed.matches("0|1|[01]?\\.\\d{1,6}") && Double.parseDouble(typed) <= 1 ? Double.valueOf(typed) : null;
    }

    private void pick(CompareColumn column) {
        parts.onPick().accept(with(column.sent()), column.run());
        stage.hide();
    }
}
