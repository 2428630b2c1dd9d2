package dev.quarry.ui.check;

import dev.quarry.check.Check;
import dev.quarry.check.Finding;
import dev.quarry.ui.control.Buttons;
import dev.quarry.ui.control.Texts;
import java.util.Locale;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// One check of the list: how it came out, with what, what was found, and what was not looked at.
final class CheckRow {
    private static final int MOST_SHOWN = 12;
    private static final double HEAD_WIDTH = 300;
    private static final double ENOUGH = 560;

    private CheckRow() {}

    static Node build(Check check, IntConsumer onLine) {
        var state = new Label(Texts.of("check.status." + check.status().name()), Buttons.icon(icon(check.status())));
        state.getStyleClass().addAll("check-state", style(check.status()));
        state.setMinWidth(Region.USE_PREF_SIZE);
        var name = new Label(Texts.of("check.kind." + check.kind().name()));
        name.getStyleClass().add("check-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        var head = new HBox(state, name);
        head.getStyleClass().add("check-head");

        var said = new VBox();
        said.getStyleClass().add("check-said");
        var with = with(check);
        if (!with.isEmpty()) {
            said.getChildren().add(wrapped(with, "muted"));
        }
        check.findings().stream()
                .limit(MOST_SHOWN)
                .forEach(f -> said.getChildren().add(finding(f, onLine)));
        if (check.findings().size() > MOST_SHOWN) {
            said.getChildren()
                    .add(wrapped(Texts.of("check.more", check.findings().size() - MOST_SHOWN), "muted"));
        }
        if (!check.notChecked().isEmpty()) {
            said.getChildren().add(wrapped(check.notChecked(), "muted"));
        }
        var row = new BesideOrBelow(head, said, HEAD_WIDTH, ENOUGH);
        row.getStyleClass().add("check-row");
        row.setId("check-" + check.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return row;
    }

    private static String with(Check check) {
        var millis = check.elapsed().toMillis();
        if (check.with().isEmpty()) {
            return "";
        }
        return millis < 1 ? check.with() : Texts.of("check.with", check.with(), millis);
    }

    private static Node finding(Finding finding, IntConsumer onLine) {
        if (finding.line() == 0) {
            return wrapped(finding.message(), "check-finding");
        }
        var place = new Hyperlink(Texts.of("check.line", finding.line()));
        place.getStyleClass().add("check-place");
        place.setMinWidth(Region.USE_PREF_SIZE);
        place.setOnAction(event -> onLine.accept(finding.line()));
        place.setAccessibleText(Texts.of("check.line", finding.line()) + ": " + finding.message());
        var text = wrapped(finding.message(), "check-finding");
        var row = new HBox(place, text);
        HBox.setHgrow(text, Priority.ALWAYS);
        row.getStyleClass().add("check-found");
        return row;
    }

    private static Label wrapped(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    static Feather icon(Check.Status status) {
        return switch (status) {
            case PASSED -> Feather.CHECK_CIRCLE;
            case DOUBTFUL -> Feather.ALERT_TRIANGLE;
            case FAILED -> Feather.X_CIRCLE;
            case NOT_CHECKED -> Feather.MINUS_CIRCLE;
        };
    }

    static String style(Check.Status status) {
        return switch (status) {
            case PASSED -> "good";
            case DOUBTFUL -> "partial";
            case FAILED -> "bad";
            case NOT_CHECKED -> "muted";
        };
    }
}
