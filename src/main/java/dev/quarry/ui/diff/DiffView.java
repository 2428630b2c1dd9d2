package dev.quarry.ui.diff;

import dev.quarry.diff.file.FileApply;
import dev.quarry.run.CodeAssistant;
import dev.quarry.run.ModelConnection;
import dev.quarry.ui.control.Action;
import dev.quarry.ui.control.Banner;
import dev.quarry.ui.control.FileDialogs;
import dev.quarry.ui.control.Texts;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.IntegerProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The diff pane: what is compared, the rows, the result, and what can be done. Decides nothing. FX thread only.
public final class DiffView extends BorderPane implements AutoCloseable {
    private static final PseudoClass SAFE = PseudoClass.getPseudoClass("safe-colours");

    private final DiffModel model;
    private final DiffController controller;
    private final RedoController redo;
    private final DiffList list;
    private final DiffActions actions;
    private final SplitPane parts = new SplitPane();
    private final StackPane stack;
    private final FindController finding;
    private @Nullable DiffFindBar findBar;
    private @Nullable Runnable onLeave;
    private boolean wantsFocus;

    /// What the pane works with.
    ///
    /// @param target where a result can go besides files and the clipboard
    /// @param connection where runs go now; null while nowhere
    public record Surroundings(
            FileApply files,
            FileDialogs dialogs,
            ResultTarget target,
            CodeAssistant assistant,
            Supplier<@Nullable ModelConnection> connection) {}

    /// Lays the pane out.
    ///
    /// @param banner says what is wrong
    /// @param around what it works with
    /// @param editor shows the result
    /// @param fontSize of the rows, in pixels
    public static DiffView of(
            DiffModel model,
            DiffController controller,
            Banner banner,
            ResultEditor editor,
            Surroundings around,
            IntegerProperty fontSize) {
        var reviewing = controller.reviewing();
        var exporting = new ExportController(model, reviewing, banner, around.dialogs(), around.target());
        var apply = new ApplyController(model, reviewing, around.files(), banner, exporting, around.target());
        var redo = new RedoController(model, controller, around.assistant(), around.connection(), banner);
        var actions = new DiffActions(model, controller, apply, exporting, redo);
        var result = new ResultPane(model, reviewing, controller::undo, editor);
        return new DiffView(model, controller, actions, redo, banner, result, fontSize);
    }

    private DiffView(
            DiffModel model,
            DiffController controller,
            DiffActions actions,
            RedoController redo,
            Banner banner,
            ResultPane result,
            IntegerProperty fontSize) {
        this.model = model;
        this.controller = controller;
        this.redo = redo;
        this.actions = actions;
        setId("diff-view");
        getStyleClass().add("diff");
        setAccessibleText(Texts.of("tab.diff"));
        list = new DiffList(model, fontSize, controller.reviewing()::decide, model.rows()::open);
        var map = new ChangeMap(model, list::scrollTo);
        var rows = new BorderPane(list, null, map, null, null);
        rows.visibleProperty().bind(model.comparisonProperty().isNotNull());
        parts.setOrientation(Orientation.VERTICAL);
        stack = new StackPane(rows, hint(model));
        finding = new FindController(model, list::reveal);
        parts.getItems().add(stack);
        parts.getStyleClass().add("diff-parts");
        model.resultShownProperty().addListener((o, was, is) -> {
            if (is) {
                parts.getItems().add(result);
                parts.setDividerPositions(0.6);
            } else {
                parts.getItems().remove(result);
            }
        });
        model.comparisonProperty().addListener((o, was, is) -> takeFocus());
        model.look().safeColoursProperty().addListener((o, was, is) -> pseudoClassStateChanged(SAFE, is));
        var redoBar = new RedoBar(model, redo, list.list()::requestFocus);
        list.list().setContextMenu(rowMenu(actions));
        setTop(new VBox(CompareBar.build(model, actions), ReviewBar.build(model, actions), redoBar, banner));
        setCenter(parts);
        model.shownProperty().bind(visibleProperty());
        model.threeWayProperty().addListener((o, was, is) -> showMerge(is));
        list.list().addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private static ContextMenu rowMenu(DiffActions actions) {
        var menu = new ContextMenu();
        menu.getItems()
                .addAll(ApplyMenu.items(List.of(
                        actions.acceptHunk,
                        actions.rejectHunk,
                        actions.acceptLines,
                        actions.rejectLines,
                        actions.redoHunk,
                        actions.copyRows)));
        return menu;
    }

    private void showMerge(@Nullable ThreeWayModel merge) {
        var comparison = model.comparisonProperty().get();
        if (merge == null || comparison == null) {
            setCenter(parts);
            return;
        }
        var language = comparison.left().language();
        var colours = ThreeWayPane.SIDES.stream()
                .map(side -> controller.quickColours(language, merge.merge().text(side)))
                .toArray(LineColours[]::new);
        var pane = new ThreeWayPane(merge, actions, list.metrics(), colours);
        pane.setStyle(list.getStyle());
        setCenter(pane);
        pane.requestFocus();
    }

    /// Says why there is nothing to see.
    private static Label hint(DiffModel model) {
        var hint = new Label();
        hint.setId("diff-hint");
        hint.getStyleClass().add("empty-hint");
        hint.setWrapText(true);
        hint.setMaxWidth(360);
        hint.setMouseTransparent(true);
        var text = Bindings.createStringBinding(
                () -> {
                    var now = model.comparisonProperty().get();
                    if (now == null) {
                        return model.comparingProperty().get() ? "" : Texts.of("diff.empty");
                    }
                    return now.diff().isEmpty()
                            ? Texts.of(
                                    "diff.equal", now.left().name(), now.right().name())
                            : "";
                },
                model.comparisonProperty(),
                model.comparingProperty());
        hint.textProperty().bind(text);
        hint.visibleProperty().bind(text.isNotEmpty());
        hint.getStyleClass().add("diff-hint");
        return hint;
    }

    private void key(KeyEvent event) {
        var bar = findBar;
        if (bar != null && bar.isVisible() && event.getCode() == KeyCode.ESCAPE) {
            bar.hide();
            event.consume();
            return;
        }
        if (onLeave != null && event.getCode() == KeyCode.ESCAPE) {
            onLeave.run();
            event.consume();
            return;
        }
        var action = actionOf(event);
        if (action != null) {
            action.run();
            event.consume();
        }
    }

    /// The keys that only the rows know; those of the menus work everywhere.
    private @Nullable Action actionOf(KeyEvent event) {
        if (event.isShortcutDown()) {
            return switch (event.getCode()) {
                case Z -> event.isShiftDown() ? actions.redo : actions.undo;
                case Y -> actions.redo;
                case C -> actions.copyRows;
                default -> null;
            };
        }
        if (event.isAltDown()) {
            return null;
        }
        return switch (event.getCode()) {
            case ENTER, SPACE -> actions.open;
            case A -> event.isShiftDown() ? actions.acceptLines : actions.acceptHunk;
            case R -> event.isShiftDown() ? actions.rejectLines : actions.rejectHunk;
            case N -> actions.next;
            case P -> actions.previous;
            default -> null;
        };
    }

    /// Asks what to find in both sides.
    public void find() {
        var bar = findBar;
        if (bar == null) {
            bar = new DiffFindBar(finding, list.list()::requestFocus);
            StackPane.setAlignment(bar, Pos.TOP_RIGHT);
            StackPane.setMargin(bar, new Insets(0, 32, 0, 0)); // the change map and the scroll bar stay free
            stack.getChildren().add(bar);
            findBar = bar;
        }
        var selection = model.marks().selection();
        bar.show(selection == null ? "" : model.copied());
    }

    /// Says how the user leaves the pane with the keyboard.
    ///
    /// @param leave done when Escape is pressed in the rows and nothing else there takes it
    public void onLeave(Runnable leave) {
        onLeave = leave;
    }

    /// What the menus and the list of shortcuts show.
    public List<Action> actions() {
        return actions.all();
    }

    /// Puts the keyboard on the rows, as soon as there are any.
    @Override
    public void requestFocus() {
        wantsFocus = !list.list().isFocused();
        takeFocus();
    }

    private void takeFocus() {
        if (wantsFocus && model.comparisonProperty().get() != null) {
            list.list().requestFocus();
            wantsFocus = false;
        }
    }

    /// Stops what runs here. The pane is not used any more.
    @Override
    public void close() {
        redo.close();
        finding.close();
        controller.close();
    }
}
