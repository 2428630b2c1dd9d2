package dev.quarry.ui.run;

import dev.quarry.run.Outcome;
import dev.quarry.ui.control.Buttons;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// How a run goes or went, with a sign and a colour that say the same. Decides nothing.
public final class OutcomeLabel {

    private OutcomeLabel() {}

    /// The label, kept up to date.
    ///
    /// @param text says it in words; asked anew whenever the run has got further
    public static Label build(RunModel model, Function<RunModel, String> text) {
        var label = new Label();
        label.getStyleClass().add("outcome");
        label.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> text.apply(model),
                        model.phaseProperty(),
                        model.outcomeProperty(),
                        model.progressProperty(),
                        model.elapsedProperty()));
        Runnable restyle = () -> style(label, model);
        model.phaseProperty().addListener((o, was, is) -> restyle.run());
        model.outcomeProperty().addListener((o, was, is) -> restyle.run());
        restyle.run();
        return label;
    }

    private static void style(Label label, RunModel model) {
        label.getStyleClass().removeAll("good", "partial", "bad", "busy");
        if (model.running().get()) {
            label.getStyleClass().add("busy");
            label.setGraphic(Buttons.icon(Feather.LOADER));
            return;
        }
        var sign = sign(model.outcomeProperty().get());
        label.setGraphic(sign == null ? null : Buttons.icon(sign.icon));
        if (sign != null) {
            label.getStyleClass().add(sign.style);
        }
    }

    private enum Sign {
        GOOD(Feather.CHECK_CIRCLE, "good"),
        PARTIAL(Feather.ALERT_TRIANGLE, "partial"),
        STOPPED(Feather.STOP_CIRCLE, "partial"),
        BAD(Feather.ALERT_OCTAGON, "bad");

        private final Feather icon;
        private final String style;

        Sign(Feather icon, String style) {
            this.icon = icon;
            this.style = style;
        }
    }

    private static @Nullable Sign sign(@Nullable Outcome outcome) {
        return switch (outcome) {
            case null -> null;
            case Outcome.Complete c -> Sign.GOOD;
            case Outcome.CutOff c -> Sign.PARTIAL;
            case Outcome.Interrupted i -> Sign.PARTIAL;
            case Outcome.Blocked b -> Sign.BAD;
            case Outcome.Cancelled c -> Sign.STOPPED;
            case Outcome.Failed f -> Sign.BAD;
        };
    }
}
