package dev.quarry.ui.history;

import dev.quarry.history.RunSummary;
import dev.quarry.language.Language;
import dev.quarry.language.Languages;
import dev.quarry.ui.control.Buttons;
import dev.quarry.ui.control.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.IntConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A run in the rail: what was done and when, then what it was done to and how it went.
final class RunCell extends ListCell<RunSummary> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.getDefault());
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.getDefault());

    private final IntConsumer onShown;
    private final Label task = new Label();
    private final Label when = new Label();
    private final Label detail = new Label();
    private final Label title = new Label();
    private final Label verdict = new Label();
    private final Tooltip hint = new Tooltip();
    private final VBox content;

    /// @param onShown told of each row that comes into view
    RunCell(IntConsumer onShown) {
        this.onShown = onShown;
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        when.setMinWidth(Region.USE_PREF_SIZE);
        task.setMinWidth(0);
        task.getStyleClass().add("run-task");
        for (var quiet : new Label[] {when, detail, title}) {
            quiet.getStyleClass().add("muted");
            quiet.setTextOverrun(OverrunStyle.ELLIPSIS);
        }
        title.getStyleClass().add("run-title");
        detail.setMinWidth(0);
        title.setMinWidth(0);
        verdict.getStyleClass().add("run-verdict");
        verdict.setMinWidth(Region.USE_PREF_SIZE);
        var beside = new Region();
        HBox.setHgrow(beside, Priority.ALWAYS);
        content = new VBox(new HBox(task, space, when), title, new HBox(detail, beside, verdict));
        content.setMinWidth(0);
        content.setPrefWidth(1); // as wide as the list, and no wider
    }

    @Override
    protected void updateItem(@Nullable RunSummary run, boolean empty) {
        super.updateItem(run, empty);
        if (empty || run == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        onShown.accept(getIndex());
        var name = run.name();
        task.setText(name == null ? run.task() : name);
        task.setGraphic(run.pinned() ? Buttons.icon(Feather.BOOKMARK) : null);
        when.setText(moment(run.begun()));
        title.setText(run.title());
        var language = Languages.named(run.language()).map(Language::name).orElse(run.language());
        var outcome = run.outcome();
        var how = Texts.of(outcome == null ? "rail.history.goesOn" : "outcome." + outcome);
        detail.setText(Texts.of("rail.history.detail", language, how));
        var checked = showVerdict(run.passed());
        hint.setText(run.task() + "\n" + run.title() + "\n" + run.model() + checked);
        setTooltip(hint);
        setAccessibleText(
                task.getText() + ", " + when.getText() + ", " + run.title() + ", " + detail.getText() + checked);
        setGraphic(content);
    }

    /// A sign is all there is room for.
    ///
    /// @param passed null when nothing was checked
    /// @return the same in words, to go on a sentence
    private String showVerdict(@Nullable Boolean passed) {
        verdict.getStyleClass().removeAll("good", "bad");
        if (passed == null) {
            verdict.setGraphic(null);
            return "";
        }
        verdict.setGraphic(Buttons.icon(passed ? Feather.CHECK_CIRCLE : Feather.X_CIRCLE));
        verdict.getStyleClass().add(passed ? "good" : "bad");
        return ", " + Texts.of(passed ? "rail.history.passed" : "rail.history.notPassed");
    }

    /// As short as it can be said: the time of today, the day of this year.
    private static String moment(Instant begun) {
        var at = begun.atZone(ZoneId.systemDefault());
        var today = LocalDate.now(ZoneId.systemDefault());
        if (at.toLocalDate().equals(today)) {
            return TIME.format(at);
        }
        return at.getYear() == today.getYear() ? DAY.format(at) : YEAR.format(at);
    }
}
