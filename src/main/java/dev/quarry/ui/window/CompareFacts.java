package dev.quarry.ui.window;

import dev.quarry.history.Price;
import dev.quarry.money.Dollars;
import dev.quarry.run.TokenUsage;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.run.RunModel;
import java.time.Duration;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What a column's run took: tokens, cost, time to the first piece and time in all, each under its name, so that
/// columns are read across. Decides nothing.
final class CompareFacts extends FlowPane {
    private final RunModel run;
    private final Optional<Price> price;
    private final Label tokens;
    private final Label cost;
    private final Label first;
    private final Label seconds;

    /// @param number of the column, from 1
    /// @param price empty where runs cost nothing
    CompareFacts(int number, RunModel run, Optional<Price> price) {
        this.run = run;
        this.price = price;
        getStyleClass().add("compare-facts");
        tokens = fact("tokens", number);
        cost = fact("cost", number);
        first = fact("first", number);
        seconds = fact("seconds", number);
        run.usageProperty().addListener((o, was, is) -> showTokens());
        run.elapsedProperty().addListener((o, was, is) -> showTimes());
        run.phaseProperty().addListener((o, was, is) -> {
            showTimes();
            showCost();
        });
        showTokens();
        showCost();
        showTimes();
    }

    private Label fact(String name, int number) {
        var caption = new Label(Texts.of("compare." + name));
        caption.getStyleClass().add("field-name");
        var value = new Label();
        value.setId("compare-" + name + "-" + number);
        value.setMinWidth(Region.USE_PREF_SIZE);
        value.accessibleTextProperty().bind(value.textProperty().map(text -> caption.getText() + ": " + text));
        getChildren().add(new VBox(caption, value));
        return value;
    }

    private void showTokens() {
        var usage = run.usageProperty().get();
        tokens.setText(
                usage.equals(TokenUsage.NONE)
                        ? Texts.of("compare.unknown")
                        : Texts.of("compare.tokens.counted", usage.input(), usage.output()));
    }

    private void showTimes() {
        var untilFirst = run.toFirstPiece();
        first.setText(untilFirst.isZero() ? Texts.of("compare.unknown") : seconds(untilFirst));
        var idle = run.phaseProperty().get() == RunModel.Phase.IDLE;
        seconds.setText(
                idle
                        ? Texts.of("compare.unknown")
                        : seconds(run.elapsedProperty().get()));
    }

    private static String seconds(Duration time) {
        return Texts.of("compare.time", time.toMillis() / 1000.0);
    }

    private void showCost() {
        var request = run.requestProperty().get();
        if (price.isEmpty() || request == null || run.phaseProperty().get() != RunModel.Phase.OVER) {
            cost.setText(Texts.of("compare.unknown"));
            return;
        }
        var usage = run.usageProperty().get();
        var micros = price.get().costMicros(request, usage, run.answer());
        if (micros == null) {
            cost.setText(Texts.of("cost.none"));
        } else {
            var dollars = Dollars.of(micros);
            cost.setText(usage.equals(TokenUsage.NONE) ? Texts.of("cost.estimated", dollars) : dollars);
        }
    }
}
