package dev.quarry.ui.check;

import dev.quarry.check.Check;
import dev.quarry.check.Verdict;
import dev.quarry.ui.control.Action;
import dev.quarry.ui.control.Buttons;
import dev.quarry.ui.control.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.Observable;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The list the badge opens: every check, those that failed or doubt first, the rounds of a repair, and what can be
/// done. Takes no room while it is closed. FX thread only.
public final class CheckPanel extends VBox {
    private static final double LOWEST = 110;
    private static final double HIGHEST = 250;

    /// Of the height of the window: the code that is checked is to stay in sight.
    private static final double SHARE = 0.24;

    private final CheckModel model;
    private final IntConsumer onLine;
    private final IntConsumer onRound;
    private final Label title = new Label();
    private final HBox rounds = new HBox();
    private final VBox rows = new VBox();

    /// @param onLine goes to a line of the code, 1-based
    /// @param onRound shows the answer of a round, 0 for the first
    /// @param actions what can be done with the answer
    public CheckPanel(CheckModel model, List<Action> actions, IntConsumer onLine, IntConsumer onRound) {
        this.model = model;
        this.onLine = onLine;
        this.onRound = onRound;
        setId("check-panel");
        getStyleClass().add("check-panel");
        title.getStyleClass().add("check-title");
        title.setId("check-title");
        rounds.getStyleClass().add("check-rounds");
        rows.getStyleClass().add("check-rows");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var header = new HBox(title, rounds, space);
        header.getStyleClass().add("check-header");
        actions.forEach(a -> {
            var button = Buttons.of(a);
            button.setId(a.id());
            button.managedProperty().bind(button.visibleProperty());
            if (a.id().equals("run-tests")) {
                button.visibleProperty().bind(model.testsProperty());
            }
            header.getChildren().add(button);
        });
        var close = new Button(null, Buttons.icon(Feather.X));
        close.setId("check-close");
        close.getStyleClass().addAll("flat", "icon-button");
        close.setAccessibleText(Texts.of("check.close"));
        close.setOnAction(event -> model.openProperty().set(false));
        header.getChildren().add(close);
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.maxHeightProperty()
                .bind(sceneProperty()
                        .flatMap(Scene::heightProperty)
                        .map(h -> Math.clamp(h.doubleValue() * SHARE, LOWEST, HIGHEST))
                        .orElse(HIGHEST));
        scroll.getStyleClass().add("check-scroll");
        getChildren().setAll(header, scroll);
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                model.openProperty().set(false);
                event.consume();
            }
        });
        for (var source : List.<Observable>of(
                model.openProperty(), model.phaseProperty(), model.verdictProperty(), model.rounds())) {
            source.addListener(o -> show());
        }
        show();
    }

    private void show() {
        var shown = model.openProperty().get() && model.phaseProperty().get() != CheckModel.Phase.NONE;
        setVisible(shown);
        setManaged(shown);
        if (!shown) {
            return;
        }
        var verdict = model.verdictProperty().get();
        title.setText(
                switch (model.phaseProperty().get()) {
                    case NONE, CHECKING -> Texts.of("check.checking");
                    case REPAIRING -> Texts.of("check.repairing", model.repairNumber(), model.mostRepairs());
                    case DONE ->
                        verdict == null
                                ? ""
                                : Texts.of("check.title", verdict.elapsed().toMillis() / 1000.0);
                });
        rounds.getChildren().setAll(model.rounds().stream().map(this::round).toList());
        if (verdict != null) {
            rows.getChildren()
                    .setAll(verdict.checks().stream()
                            .sorted(Comparator.comparingInt(c -> weight(c.status())))
                            .map(c -> CheckRow.build(c, onLine))
                            .toList());
        } else {
            rows.getChildren().setAll(List.<Node>of());
        }
    }

    private static int weight(Check.Status status) {
        return switch (status) {
            case FAILED -> 0;
            case DOUBTFUL -> 1;
            case NOT_CHECKED, PASSED -> 2;
        };
    }

    private Node round(CheckModel.RoundEntry entry) {
        var failures = entry.verdict().failures().size();
        var name = entry.number() == 0 ? Texts.of("check.round.first") : Texts.of("check.round", entry.number());
        var toggle = new ToggleButton(Texts.of("check.round.state", name, failures));
        toggle.setId("check-round-" + entry.number());
        toggle.getStyleClass().addAll("tab-toggle", style(entry.verdict()));
        toggle.setSelected(entry.shown());
        toggle.setDisable(model.phaseProperty().get() != CheckModel.Phase.DONE);
        if (entry.best()) {
            toggle.setGraphic(Buttons.icon(Feather.STAR));
            toggle.setAccessibleHelp(Texts.of("check.round.best"));
        }
        toggle.setOnAction(event -> onRound.accept(entry.number()));
        return toggle;
    }

    private static String style(Verdict verdict) {
        return verdict.status() == Check.Status.FAILED ? "has-failures" : "has-none";
    }
}
