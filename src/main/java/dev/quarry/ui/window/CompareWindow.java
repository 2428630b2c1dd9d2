package dev.quarry.ui.window;

import dev.quarry.language.Highlighter;
import dev.quarry.run.CodeAssistant;
import dev.quarry.run.RunRequest;
import dev.quarry.ui.control.Action;
import dev.quarry.ui.control.Banner;
import dev.quarry.ui.control.Buttons;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.diff.DiffView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.kordamp.ikonli.feather.Feather;

/// One request to several models or temperatures at once, streamed side by side; any two of the answers can be
/// laid over each other as a diff. FX thread only.
final class CompareWindow {
    static final int FEWEST = 2;
    static final int MOST = 4;

    private static final double USUAL_TEMPERATURE = 0.2;
    private static final double WARMER = 0.5;

    /// What the comparison is made with.
    ///
    /// @param models that are offered, by ID
    /// @param onPick takes the answer that was picked
    record Parts(
            CompareRuns runs,
            CodeAssistant assistant,
            Highlighter highlighter,
            List<String> models,
            KeptSettings kept,
            DiffView.Surroundings around,
            Consumer<Picked> onPick) {}

    private final Parts parts;
    private final Stage stage = new Stage();
    private final List<CompareColumn> columns = new ArrayList<>();
    private final SplitPane panes = new SplitPane();
    private final Banner banner = new Banner("compare-banner");
    private final BooleanProperty running = new SimpleBooleanProperty();
    private final BooleanProperty comparable = new SimpleBooleanProperty();
    private final Action run;
    private final Action stop;
    private final Action diff;
    private final CompareCentre centre;

    private CompareWindow(Parts parts) {
        this.parts = parts;
        run = Action.of("compare-run", "Shortcut+Enter", Feather.PLAY, this::run);
        stop = Action.of("compare-stop", "Esc", Feather.SQUARE, running.not(), this::stop);
        diff = Action.of("compare-diff", "Shortcut+D", Feather.GIT_PULL_REQUEST, comparable.not(), this::toggleDiff);
        centre = new CompareCentre(panes, () -> new AnswerDiff(parts.highlighter(), parts.around(), parts.kept()));
    }

    /// Opens the window with two columns; nothing is sent before the user says so.
    static void open(Window owner, Parts parts) {
        new CompareWindow(parts).show(owner);
    }

    private void show(Window owner) {
        var advised = parts.runs().first().settings().temperature();
        var temperature = advised == null ? USUAL_TEMPERATURE : advised;
        addColumn(temperature);
        addColumn(Math.min(1, temperature + WARMER));
        panes.getStyleClass().add("panes");
        var root = new BorderPane(centre, new VBox(header(temperature), banner), null, null, null);
        root.setId("compare");
        root.getStyleClass().add("window");
        var scene = new Scene(root, 1100, 700);
        Bindings.bindContent(scene.getStylesheets(), owner.getScene().getStylesheets());
        keys(scene);
        stage.initOwner(owner);
        stage.setTitle(Texts.of("compare.title"));
        stage.setMinWidth(760);
        stage.setMinHeight(480);
        stage.setScene(scene);
        stage.setOnHidden(event -> close());
        stage.show();
    }

    private void keys(Scene scene) {
        run.listenIn(scene);
        diff.listenIn(scene);
        scene.getAccelerators().put(KeyCombination.valueOf("Esc"), () -> {
            if (centre.diffShownProperty().get()) {
                centre.showAnswers();
            } else {
                stop.run();
            }
        });
    }

    private Node header(double temperature) {
        var send = Buttons.of(run);
        send.setId("compare-run");
        send.getStyleClass().add("accent");
        var end = Buttons.of(stop);
        end.setId("compare-stop");
        var what = new Label(parts.runs().what());
        what.getStyleClass().add("muted");
        what.setMinWidth(0);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var more = new Button(Texts.of("compare.more"), Buttons.icon(Feather.PLUS));
        more.setId("compare-more");
        var fewer = new Button(Texts.of("compare.fewer"), Buttons.icon(Feather.MINUS));
        fewer.setId("compare-fewer");
        var count = Bindings.size(panes.getItems());
        more.disableProperty().bind(count.greaterThanOrEqualTo(MOST));
        fewer.disableProperty().bind(count.lessThanOrEqualTo(FEWEST));
        more.setOnAction(event -> addColumn(temperature));
        fewer.setOnAction(event -> removeColumn());
        var header = new HBox(send, end, what, space, diffButton(), fewer, more);
        for (var node : List.of(send, end, fewer, more)) {
            node.setMinWidth(Region.USE_PREF_SIZE);
        }
        header.getStyleClass().add("pane-header");
        return header;
    }

    private ToggleButton diffButton() {
        var button = new ToggleButton(diff.name(), Buttons.icon(Feather.GIT_PULL_REQUEST));
        button.setId("compare-diff");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(diff.hint()));
        button.setAccessibleHelp(diff.hint());
        button.disableProperty().bind(diff.disabled());
        button.setOnAction(event -> {
            diff.run();
            button.setSelected(centre.diffShownProperty().get());
        });
        centre.diffShownProperty().addListener((o, was, is) -> button.setSelected(is));
        return button;
    }

    private void addColumn(double temperature) {
        centre.showAnswers();
        var column = new CompareColumn(columns.size() + 1, temperature, parts);
        column.setBottom(CompareFoot.build(column, () -> columns, this::showDiff, this::pick));
        column.withoutAnswer().addListener((o, was, is) -> columnsChanged());
        column.running().addListener((o, was, is) -> columnsChanged());
        columns.add(column);
        panes.getItems().add(column);
        spread();
        columnsChanged();
    }

    private void removeColumn() {
        centre.showAnswers();
        var last = columns.removeLast();
        panes.getItems().remove(last);
        last.close();
        spread();
        columnsChanged();
    }

    private void spread() {
        for (var i = 0; i < columns.size() - 1; i++) {
            panes.setDividerPosition(i, (i + 1.0) / columns.size());
        }
    }

    private void columnsChanged() {
        running.set(columns.stream().anyMatch(column -> column.running().get()));
        comparable.set(answered().size() >= 2);
    }

    private List<CompareColumn> answered() {
        return columns.stream().filter(column -> !column.withoutAnswer().get()).toList();
    }

    private void run() {
        banner.hide();
        centre.showAnswers();
        var requests = new ArrayList<RunRequest>();
        for (var column : columns) {
            var request = column.request(banner);
            if (request.isEmpty()) {
                return;
            }
            requests.add(request.get());
        }
        for (var i = 0; i < columns.size(); i++) {
            columns.get(i).start(requests.get(i));
        }
    }

    private void stop() {
        columns.forEach(CompareColumn::stop);
    }

    private void toggleDiff() {
        if (centre.diffShownProperty().get()) {
            centre.showAnswers();
        } else {
            var answered = answered();
            showDiff(answered.get(0), answered.get(1));
        }
    }

    private void showDiff(CompareColumn left, CompareColumn right) {
        var all = answered();
        var sources = all.stream().map(CompareColumn::source).toList();
        centre.showDiff(sources, sources.get(all.indexOf(left)), sources.get(all.indexOf(right)));
    }

    private void pick(CompareColumn column) {
        parts.onPick().accept(column.picked());
        stage.hide();
    }

    private void close() {
        columns.forEach(CompareColumn::close);
        centre.close();
    }
}
