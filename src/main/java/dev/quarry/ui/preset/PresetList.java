package dev.quarry.ui.preset;

import dev.quarry.preset.Preset;
import dev.quarry.preset.PresetEntry;
import dev.quarry.preset.PresetSource;
import dev.quarry.ui.control.Action;
import dev.quarry.ui.control.Buttons;
import dev.quarry.ui.control.Texts;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The presets, one click each, with a search above and the files that are no presets below. Decides nothing.
public final class PresetList {
    private static final PseudoClass ON = PseudoClass.getPseudoClass("on");

    private final PresetModel model;
    private final ObjectProperty<@Nullable Preset> picked;
    private final ObservableSet<String> unsaved;
    private final Consumer<String> onStar;
    private final ListView<PresetEntry> list;
    private boolean following;

    private PresetList(
            PresetModel model,
            ObjectProperty<@Nullable Preset> picked,
            ObservableSet<String> unsaved,
            Consumer<String> onStar) {
        this.model = model;
        this.picked = picked;
        this.unsaved = unsaved;
        this.onStar = onStar;
        list = new ListView<>(model.shown());
    }

    /// Lays the list out.
    ///
    /// @param unsaved the names of the presets that have changes which are not saved
    /// @param actions for the menu of a preset; null is a line between groups
    /// @param onStar told the name of the preset that is to be a favourite, or no longer one
    public static Region build(
            PresetModel model,
            ObjectProperty<@Nullable Preset> picked,
            ObservableSet<String> unsaved,
            List<@Nullable Action> actions,
            Consumer<String> onStar) {
        return new PresetList(model, picked, unsaved, onStar).layout(actions);
    }

    private Region layout(List<@Nullable Action> actions) {
        var title = new Label(Texts.of("rail.presets"));
        title.getStyleClass().add("rail-title");
        var search = new TextField();
        search.setId("preset-search");
        search.getStyleClass().add("compact");
        search.setPromptText(Texts.of("presets.search"));
        search.setAccessibleText(Texts.of("presets.search"));
        search.textProperty().bindBidirectional(model.searchProperty());
        search.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
                search.clear();
                event.consume();
            } else if (event.getCode() == KeyCode.DOWN) {
                list.requestFocus();
                event.consume();
            }
        });
        list.setId("preset-list");
        list.setAccessibleText(Texts.of("rail.presets"));
        list.setFixedCellSize(30);
        list.setCellFactory(view -> new Cell());
        list.setContextMenu(menu(actions));
        var nothing = new Label(Texts.of("presets.noMatch"));
        nothing.getStyleClass().add("empty-hint");
        nothing.setWrapText(true);
        list.setPlaceholder(nothing);
        follow();
        picked.addListener((o, was, is) -> follow());
        model.shown().addListener((ListChangeListener<PresetEntry>) change -> follow());
        unsaved.addListener((SetChangeListener<String>) change -> list.refresh());
        list.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (is != null && !following && !model.isChanging()) {
                picked.set(is.preset());
            }
        });
        var box = new VBox(title, search, list, problems());
        VBox.setVgrow(list, Priority.ALWAYS);
        box.getStyleClass().add("rail-section");
        return box;
    }

    private static ContextMenu menu(List<@Nullable Action> actions) {
        var menu = new ContextMenu();
        for (var action : actions) {
            menu.getItems().add(action == null ? new SeparatorMenuItem() : Buttons.menuItem(action));
        }
        return menu;
    }

    /// Selects what is picked elsewhere, where the search leaves it.
    private void follow() {
        following = true;
        var name = picked.get() == null ? "" : picked.get().name();
        Predicate<PresetEntry> same = e -> e.preset().name().equals(name);
        model.shown().stream()
                .filter(same)
                .findFirst()
                .ifPresentOrElse(
                        e -> list.getSelectionModel().select(e),
                        () -> list.getSelectionModel().clearSelection());
        following = false;
    }

    /// The files that are no presets: how many, and each with its reason on demand.
    private Region problems() {
        var label = new Label();
        label.setId("preset-problems");
        label.getStyleClass().add("rail-problems");
        label.setGraphic(Buttons.icon(Feather.ALERT_TRIANGLE));
        label.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Texts.of("presets.problems", model.problems().size()), model.problems()));
        label.visibleProperty().bind(Bindings.isNotEmpty(model.problems()));
        label.managedProperty().bind(label.visibleProperty());
        var reasons = new Tooltip();
        reasons.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.problems().stream()
                                .limit(20)
                                .map(p -> p.line() > 0
                                        ? Texts.of("presets.problem.line", p.file(), p.line(), p.sentence())
                                        : Texts.of("presets.problem", p.file(), p.sentence()))
                                .collect(Collectors.joining("\n")),
                        model.problems()));
        reasons.setWrapText(true);
        reasons.setMaxWidth(520);
        label.setTooltip(reasons);
        label.accessibleHelpProperty().bind(reasons.textProperty());
        return label;
    }

    private final class Cell extends ListCell<PresetEntry> {
        private final Label name = new Label();
        private final Label origin = new Label();
        private final Label star = new Label(null, Buttons.icon(Feather.STAR));
        private final Label mark = new Label(null, Buttons.icon(Feather.EDIT_2));
        private final HBox row = new HBox(name, mark, origin, star);
        private final Tooltip description = new Tooltip();

        private Cell() {
            description.setWrapText(true);
            description.setMaxWidth(320);
            name.setTextOverrun(OverrunStyle.ELLIPSIS);
            name.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(name, Priority.ALWAYS);
            mark.getStyleClass().add("preset-unsaved");
            mark.setMinWidth(Region.USE_PREF_SIZE);
            origin.getStyleClass().add("preset-origin");
            origin.setMinWidth(24);
            star.getStyleClass().add("preset-star");
            star.setMinWidth(Region.USE_PREF_SIZE);
            star.setOnMousePressed(event -> {
                var entry = getItem();
                if (entry != null && event.getButton() == MouseButton.PRIMARY) {
                    onStar.accept(entry.preset().name());
                    event.consume();
                }
            });
            row.getStyleClass().add("preset-row");
            setPrefWidth(0); // as wide as the list, so that long names are cut
        }

        @Override
        protected void updateItem(@Nullable PresetEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setGraphic(null);
                setTooltip(null);
                return;
            }
            name.setText(entry.preset().name());
            origin.setText(origin(entry));
            origin.setVisible(!origin.getText().isEmpty());
            origin.setManaged(origin.isVisible());
            star.pseudoClassStateChanged(
                    ON, model.arrangement().isFavourite(entry.preset().name()));
            var edited = unsaved.contains(entry.preset().name());
            mark.setVisible(edited);
            mark.setManaged(edited);
            var told = edited ? Texts.of("presets.unsaved") + "\n" + describe(entry) : describe(entry);
            description.setText(told.strip());
            setTooltip(description.getText().isBlank() ? null : description);
            setGraphic(row);
            setAccessibleText(
                    name.getText() + " " + origin.getText() + (edited ? " " + Texts.of("presets.unsaved") : ""));
        }
    }

    /// Nothing for the built-in ones, which are most at first.
    private static String origin(PresetEntry entry) {
        return entry.source().kind() == PresetSource.Kind.BUILT_IN ? "" : PresetOrigin.of(entry.source());
    }

    private static String describe(PresetEntry entry) {
        var hidden = entry.hides().stream()
                .map(s -> Texts.of("presets.hides", PresetOrigin.of(s)))
                .collect(Collectors.joining("\n"));
        return (entry.preset().description() + "\n" + hidden).strip();
    }
}
