package dev.quarry.ui.run;

import dev.quarry.run.Outcome;
import dev.quarry.run.TokenUsage;
import dev.quarry.ui.control.Texts;
import java.time.Duration;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The line at the bottom: how the run goes or went, and what it took. Decides nothing.
public final class StatusBar {
    private static final double UNITS_PER_TOKEN = 4; // a usual rule for code and English; marked with ~ where shown

    private StatusBar() {}

    public static Region build(RunModel model, Node... more) {
        var outcome = OutcomeLabel.build(model, StatusBar::outcomeText);
        outcome.setId("status-outcome");

        var source = new Label();
        source.setId("status-connection");
        source.textProperty().bind(model.connectionProperty());
        source.getStyleClass().add("muted");

        var tokens = new Label();
        tokens.setId("status-tokens");
        tokens.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> tokensText(model),
                        model.usageProperty(),
                        model.elapsedProperty(),
                        model.phaseProperty()));

        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var bar = new HBox(outcome, source, space, tokens);
        bar.getChildren().addAll(more);
        bar.setId("status-bar");
        bar.getStyleClass().add("status-bar");
        return bar;
    }

    private static String outcomeText(RunModel model) {
        return switch (model.phaseProperty().get()) {
            case IDLE -> Texts.of("status.idle");
            case WAITING ->
                model.progressProperty().get().isEmpty()
                        ? Texts.of(
                                "status.waiting",
                                seconds(model.elapsedProperty().get()))
                        : model.progressProperty().get();
            case STREAMING ->
                Texts.of("status.streaming", seconds(model.elapsedProperty().get()));
            case OVER -> over(model);
        };
    }

    private static String over(RunModel model) {
        var took = seconds(model.elapsedProperty().get());
        return switch (model.outcomeProperty().get()) {
            case null -> "";
            case Outcome.Complete c -> Texts.of("status.complete", took);
            case Outcome.CutOff c -> Texts.of("status.cutOff", c.stopReason());
            case Outcome.Interrupted i -> Texts.of("status.interrupted");
            case Outcome.Blocked b -> Texts.of("status.blocked", b.stopReason());
            case Outcome.Cancelled c -> Texts.of("status.cancelled", took);
            case Outcome.Failed f -> Texts.of("status.failed");
        };
    }

    private static String tokensText(RunModel model) {
        var usage = model.usageProperty().get();
        var counted = !usage.equals(TokenUsage.NONE);
        var writing = model.elapsedProperty().get().minus(model.toFirstPiece());
        if (counted) {
            return Texts.of(
                    "status.tokens", usage.input(), usage.output(), perSecond((double) usage.output(), writing));
        }
        if (model.answerLength() == 0) {
            return "";
        }
        var guess = model.answerLength() / UNITS_PER_TOKEN;
        return Texts.of("status.tokens.estimate", Math.round(guess), perSecond(guess, writing));
    }

    private static long perSecond(double tokens, Duration time) {
        return time.toMillis() <= 0 ? 0 : Math.round(tokens * 1000 / time.toMillis());
    }

    private static String seconds(Duration time) {
        return String.format("%.1f", time.toMillis() / 1000.0);
    }
}
