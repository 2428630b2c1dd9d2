package dev.quarry.ui.check;

import dev.quarry.check.Check;
import dev.quarry.check.Verdict;
import dev.quarry.ui.control.Buttons;
import dev.quarry.ui.control.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/// The verdict in a few words; a click opens the list.
public final class CheckBadge {

    private CheckBadge() {}

    public static Button build(CheckModel model) {
        var badge = new Button();
        badge.setId("status-check");
        badge.getStyleClass().addAll("flat", "check-badge");
        badge.setTooltip(new Tooltip(Texts.of("check.badge.hint")));
        badge.setAccessibleHelp(Texts.of("check.badge.hint"));
        badge.setOnAction(
                event -> model.openProperty().set(!model.openProperty().get()));
        Runnable show = () -> show(badge, model);
        model.phaseProperty().addListener((o, was, is) -> show.run());
        model.verdictProperty().addListener((o, was, is) -> show.run());
        show.run();
        return badge;
    }

    private static void show(Button badge, CheckModel model) {
        var verdict = model.verdictProperty().get();
        var phase = model.phaseProperty().get();
        badge.setVisible(phase != CheckModel.Phase.NONE);
        badge.setManaged(badge.isVisible());
        badge.getStyleClass().removeAll("good", "partial", "bad");
        badge.setText(
                switch (phase) {
                    case NONE -> "";
                    case CHECKING -> Texts.of("check.checking");
                    case REPAIRING -> Texts.of("check.repairing", model.repairNumber(), model.mostRepairs());
                    case DONE -> verdict == null ? "" : text(verdict, model);
                });
        badge.setGraphic(
                verdict == null ? Buttons.icon(Feather.LOADER) : Buttons.icon(CheckRow.icon(verdict.status())));
        if (verdict != null) {
            badge.getStyleClass().add(CheckRow.style(verdict.status()));
        }
        badge.setAccessibleText(badge.getText());
    }

    private static String text(Verdict verdict, CheckModel model) {
        var failed = verdict.checks().stream()
                .filter(c -> c.status() == Check.Status.FAILED)
                .toList();
        if (failed.size() == 1) {
            return Texts.of("check.failed." + failed.getFirst().kind().name());
        }
        if (!failed.isEmpty()) {
            return Texts.of("check.failed", failed.size());
        }
        var doubts = model.count(Check.Status.DOUBTFUL);
        return doubts > 0
                ? Texts.of("check.doubtful", doubts)
                : Texts.of(
                        "check.passed",
                        model.count(Check.Status.PASSED),
                        verdict.checks().size());
    }
}
