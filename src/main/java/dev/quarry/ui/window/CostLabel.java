package dev.quarry.ui.window;

import dev.quarry.money.Bill;
import dev.quarry.money.Dollars;
import dev.quarry.money.TokenCount;
import dev.quarry.ui.control.Texts;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/// What the run that is shown has cost.
final class CostLabel {

    private CostLabel() {}

    static Label build(SendGate gate) {
        var label = new Label();
        label.setId("status-cost");
        gate.billProperty().addListener((o, was, bill) -> {
            label.setText(bill == null ? "" : text(bill));
            label.setTooltip(bill == null ? null : new Tooltip(details(bill, gate)));
        });
        return label;
    }

    private static String text(Bill bill) {
        var micros = bill.micros();
        if (micros == null) {
            return Texts.of("cost.none");
        }
        return bill.source() == TokenCount.Source.ESTIMATED
                ? Texts.of("cost.estimated", Dollars.of(micros))
                : Dollars.of(micros);
    }

    private static String details(Bill bill, SendGate gate) {
        var usage = bill.usage();
        return Texts.of(
                "cost.details",
                usage.input(),
                usage.output(),
                usage.cacheRead(),
                usage.cacheWrite(),
                gate.spending().join().priceDate());
    }
}
