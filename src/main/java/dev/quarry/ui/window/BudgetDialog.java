package dev.quarry.ui.window;

import dev.quarry.money.Budget;
import dev.quarry.money.Dollars;
import dev.quarry.money.Spending;
import dev.quarry.ui.control.Field;
import dev.quarry.ui.control.Texts;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks for the budget. Empty fields set no limit.
final class BudgetDialog {
    private static final Logger LOG = LoggerFactory.getLogger(BudgetDialog.class);

    private BudgetDialog() {}

    static void show(Window owner, SendGate gate) {
        var spending = gate.spending().getNow(null);
        if (spending == null) {
            return; // a moment after the start; the next click finds it
        }
        var budget = spending.budget();
        var perDay = field("budget-per-day", budget.perDayMicros());
        var perRun = field("budget-per-run", budget.perRunMicros());
        var today = new Label(
                Texts.of("budget.today", spending.today().map(Dollars::of).orElse("?"), spending.priceDate()));
        today.setWrapText(true);
        today.getStyleClass().add("muted");
        var fields = new VBox(
                new Field(Texts.of("budget.perDay"), perDay), new Field(Texts.of("budget.perRun"), perRun), today);
        fields.getStyleClass().add("budget-fields");
        var dialog = new Alert(Alert.AlertType.NONE, "", ButtonType.CANCEL, ButtonType.OK);
        dialog.initOwner(owner);
        dialog.setTitle(Texts.of("budget.title"));
        dialog.getDialogPane().setContent(fields);
        dialog.getDialogPane().setId("budget-dialog");
        dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        dialog.getDialogPane()
                .lookupButton(ButtonType.OK)
                .disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !(isAmount(perDay) && isAmount(perRun)), perDay.textProperty(), perRun.textProperty()));
        dialog.setOnHidden(event -> {
            if (dialog.getResult() == ButtonType.OK) {
                keep(spending, new Budget(amount(perDay), amount(perRun)));
            }
        });
        dialog.show();
    }

    private static void keep(Spending spending, Budget budget) {
        Thread.ofVirtual().name("keep-budget").start(() -> {
            try {
                spending.setBudget(budget);
            } catch (IOException e) {
                LOG.warn("the budget holds until the window is closed, but was not kept", e);
            }
        });
    }

    private static TextField field(String id, @Nullable Long micros) {
        var field = new TextField(
                micros == null
                        ? ""
                        : BigDecimal.valueOf(micros, 6).stripTrailingZeros().toPlainString());
        field.setId(id);
        field.setPromptText(Texts.of("budget.unlimited"));
        return field;
    }

    private static boolean isAmount(TextField field) {
        return field.getText().isBlank() || Dollars.parse(field.getText()).isPresent();
    }

    private static @Nullable Long amount(TextField field) {
        return Optional.of(field.getText()).flatMap(Dollars::parse).orElse(null);
    }
}
