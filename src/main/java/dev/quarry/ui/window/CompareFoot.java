package dev.quarry.ui.window;

import dev.quarry.ui.control.Buttons;
import dev.quarry.ui.control.Texts;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// What can be done with the answer of a column. Decides nothing.
final class CompareFoot {

    private CompareFoot() {}

    /// @param all the columns, this one among them
    /// @param onDiff asked to show how the second answer differs from the first
    static Node build(
            CompareColumn column,
            Supplier<List<CompareColumn>> all,
            BiConsumer<CompareColumn, CompareColumn> onDiff,
            Consumer<CompareColumn> onPick) {
        var diff = new MenuButton(Texts.of("compare.diff"), Buttons.icon(Feather.GIT_PULL_REQUEST));
        diff.setId("compare-diff-" + column.number());
        diff.setMinWidth(0);
        diff.setTooltip(new Tooltip(Texts.of("compare.diff.hint", column.number())));
        diff.setAccessibleText(Texts.of("compare.diff.hint", column.number()));
        diff.disableProperty().bind(column.withoutAnswer());
        diff.getItems().add(new MenuItem()); // a menu without items would not open
        diff.setOnShowing(event -> diff.getItems()
                .setAll(all.get().stream()
                        .filter(other -> other.number() != column.number())
                        .map(other -> item(column, other, onDiff))
                        .toList()));
        var pick = new Button(Texts.of("compare.pick"), Buttons.icon(Feather.CHECK));
        pick.setId("compare-pick-" + column.number());
        pick.setMinWidth(Region.USE_PREF_SIZE);
        pick.disableProperty().bind(column.withoutAnswer());
        pick.setOnAction(event -> onPick.accept(column));
        var foot = new HBox(diff, pick);
        foot.getStyleClass().add("compare-foot");
        return foot;
    }

    private static MenuItem item(
            CompareColumn column, CompareColumn other, BiConsumer<CompareColumn, CompareColumn> onDiff) {
        var without = other.withoutAnswer().get();
        var item = new MenuItem(
                without
                        ? Texts.of("compare.answer.none", other.number())
                        : other.source().name());
        item.setId("compare-diff-" + column.number() + "-" + other.number());
        item.setMnemonicParsing(false);
        item.setDisable(without);
        item.setOnAction(event -> onDiff.accept(column, other));
        return item;
    }
}
