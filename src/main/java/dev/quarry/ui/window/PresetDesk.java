package dev.quarry.ui.window;

import dev.quarry.preset.Preset;
import dev.quarry.preset.PresetEntry;
import dev.quarry.preset.PresetException;
import dev.quarry.preset.PresetFile;
import dev.quarry.preset.PresetLibrary;
import dev.quarry.preset.PresetSource;
import dev.quarry.preset.PresetStore;
import dev.quarry.preset.PresetWatch;
import dev.quarry.run.ModelConnection;
import dev.quarry.trial.Prices;
import dev.quarry.ui.control.Action;
import dev.quarry.ui.control.Banner;
import dev.quarry.ui.control.Buttons;
import dev.quarry.ui.control.FileDialogs;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.editor.CodeEditor;
import dev.quarry.ui.editor.InputModel;
import dev.quarry.ui.preset.NameBar;
import dev.quarry.ui.preset.PresetController;
import dev.quarry.ui.preset.PresetEditorView;
import dev.quarry.ui.preset.PresetList;
import dev.quarry.ui.preset.PresetModel;
import dev.quarry.ui.preset.TryTable;
import dev.quarry.ui.task.TaskModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Where presets are kept, edited, arranged and tried: makes their panes and the task meet. FX thread only.
final class PresetDesk implements AutoCloseable, PresetController.Told {
    private final KeptSettings kept;
    private final TaskModel task;
    private final FileDialogs dialogs;
    private final Banner banner = new Banner("preset-banner");
    private final Supplier<@Nullable ModelConnection> connection;
    private final Consumer<PresetLibrary> onFirstRead;
    private final PresetModel model = new PresetModel();
    private final PresetController controller;
    private final PresetEditing editing;
    private final PresetTrying trying;
    private final NameBar nameBar = new NameBar();
    private final Menu folders = new Menu(Texts.of("presets.folders"));
    private @Nullable PresetWatch watch;
    private List<Path> watched = List.of();
    private @Nullable Runnable undo;
    private boolean firstRead = true;

    /// @param onFirstRead told when the presets are there for the first time
    PresetDesk(
            WindowParts parts,
            KeptSettings kept,
            TaskModel task,
            InputModel input,
            CodeEditor inputEditor,
            FileDialogs dialogs,
            Supplier<@Nullable ModelConnection> connection,
            Consumer<PresetLibrary> onFirstRead) {
        this.kept = kept;
        this.task = task;
        this.dialogs = dialogs;
        this.connection = connection;
        this.onFirstRead = onFirstRead;
        controller = new PresetController(model, () -> parts.presets().apply(kept.now()), this::wasRead, this);
        editing = new PresetEditing(task, input, inputEditor, parts.highlighter());
        trying = new PresetTrying(parts.assistant(), parts.judge(), this::refused);
    }

    void load() {
        controller.reload();
    }

    private void wasRead(PresetLibrary library) {
        task.setPresets(model.all().stream().map(PresetEntry::preset).toList());
        editing.fileChanged();
        watchFolders(library);
        showFolders();
        if (firstRead) {
            firstRead = false;
            onFirstRead.accept(library);
        }
    }

    private void watchFolders(PresetLibrary library) {
        var now = library.sources().stream()
                .map(PresetSource::folder)
                .filter(Objects::nonNull)
                .toList();
        if (!now.equals(watched)) {
            if (watch != null) {
                watch.close();
            }
            watched = now;
            watch = now.isEmpty() ? null : PresetWatch.of(now, controller::reload);
        }
    }

    /// Registers what can be done with presets.
    void addTo(WindowActions actions) {
        var none = task.presetProperty().isNull();
        var notOwn = picked(e -> e.source().kind() == PresetSource.Kind.OWN).not();
        var notOverriding = picked(e ->
                        e.source().kind() == PresetSource.Kind.OWN && !e.hides().isEmpty())
                .not();
        actions.add(Action.of("preset-save", "Shortcut+S", Feather.BOOKMARK, none, this::save));
        actions.add(Action.of("preset-edit", "Shortcut+E", Feather.EDIT_2, none, this::toggleEditor));
        actions.add(Action.of("preset-duplicate", null, null, none, this::duplicate));
        actions.add(Action.of("preset-rename", "F2", null, notOwn, this::rename));
        actions.add(Action.of(
                "preset-delete", null, null, notOwn, () -> pickedName().ifPresent(controller::delete)));
        actions.add(Action.of(
                "preset-reset", null, null, notOverriding, () -> pickedName().ifPresent(controller::delete)));
        actions.add(Action.of("preset-undo", null, null, this::undo));
        actions.add(Action.of(
                "preset-favourite", "Shortcut+D", null, none, () -> pickedName().ifPresent(this::star)));
        actions.add(Action.of("preset-up", "Alt+Shift+Up", null, none, () -> move(-1)));
        actions.add(Action.of("preset-down", "Alt+Shift+Down", null, none, () -> move(1)));
        actions.add(Action.of(
                "preset-import",
                null,
                null,
                () -> dialogs.open().ifPresent(f -> controller.importFile(f, task::pick))));
        actions.add(Action.of("preset-export", null, null, none, this::export));
        actions.add(Action.of("preset-copy", null, null, none, this::copy));
        actions.add(Action.of("preset-add-folder", null, null, this::addFolder));
        actions.add(Action.of(
                "preset-try",
                null,
                Feather.CHECK_CIRCLE,
                trying.runningProperty(),
                () -> trying.start(
                        task.currentProperty().getValue(),
                        connection.get(),
                        task.modelProperty().get().strip())));
        actions.add(Action.of(
                "preset-try-stop",
                null,
                Feather.SQUARE,
                trying.runningProperty().not(),
                trying::stop));
        actions.add(Action.of(
                "preset-close", null, Feather.X, editing.openProperty().not(), () -> editing.close(true)));
        actions.add(
                Action.of("preset-discard", null, null, editing.openProperty().not(), () -> editing.close(false)));
    }

    private BooleanBinding picked(Predicate<PresetEntry> which) {
        return Bindings.createBooleanBinding(
                () -> pickedName().flatMap(model::named).filter(which).isPresent(),
                task.presetProperty(),
                model.shown());
    }

    private Optional<String> pickedName() {
        return Optional.ofNullable(task.presetProperty().get()).map(Preset::name);
    }

    /// The rail's list.
    Region list(WindowActions actions) {
        var menu = new ArrayList<@Nullable Action>();
        for (var id : Arrays.asList(
                "preset-edit",
                "preset-favourite",
                "preset-up",
                "preset-down",
                null,
                "preset-duplicate",
                "preset-rename",
                "preset-delete",
                "preset-reset",
                null,
                "preset-export",
                "preset-copy")) {
            menu.add(id == null ? null : actions.get(id));
        }
        return PresetList.build(model, task.presetProperty(), menu, this::star);
    }

    /// The folders of teams, each with a way to take it out.
    Menu folders() {
        return folders;
    }

    /// Where names are asked for and what happened is told.
    List<Node> bars() {
        return List.of(nameBar, banner);
    }

    /// The panes of the window, which give way to the editor while a preset is edited.
    Region around(Region panes, WindowActions actions) {
        var editor = PresetEditorView.build(
                editing.titleProperty(),
                editing.editor(),
                editing.preview(),
                TryTable.build(trying.results(), Prices.UNKNOWN),
                trying.modelsProperty(),
                actions.all("preset-discard", "preset-save", "preset-close"),
                actions.all("preset-try", "preset-try-stop"));
        both(editor, panes);
        return new StackPane(panes, editor);
    }

    private void both(Node editor, Node panes) {
        editor.visibleProperty().bind(editing.openProperty());
        editor.managedProperty().bind(editing.openProperty());
        panes.visibleProperty().bind(editing.openProperty().not());
        panes.managedProperty().bind(editing.openProperty().not());
    }

    Node saveButton(WindowActions actions) {
        var button = Buttons.iconOnly(actions.get("preset-save"));
        button.setId("preset-save");
        return button;
    }

    Node editButton(WindowActions actions) {
        var button = Buttons.iconOnly(actions.get("preset-edit"));
        button.setId("preset-edit");
        return button;
    }

    private void toggleEditor() {
        if (editing.openProperty().get()) {
            editing.close(true);
        } else {
            editing.open();
        }
    }

    private void save() {
        var base = task.currentProperty().getValue();
        var library = model.library();
        var problem = editing.problem();
        if (problem != null) {
            refused(problem);
        } else if (base != null && library != null) {
            var picked = pickedName().orElse(base.name());
            var own = model.named(picked).map(e -> e.source().kind()).orElse(PresetSource.Kind.BUILT_IN)
                    == PresetSource.Kind.OWN;
            var edited = !base.name().equals(picked);
            var suggestion = own || edited ? base.name() : PresetStore.freeName(base.name(), library);
            nameBar.ask(suggestion, task.modelProperty().get().strip(), base.model() != null, this::saveAs);
        }
    }

    private void saveAs(String name, boolean pin) {
        var base = task.currentProperty().getValue();
        if (base != null) {
            var temperature = Math.round(task.temperatureProperty().get() * 100) / 100.0;
            var pinned = pin ? task.modelProperty().get().strip() : null;
            var preset = base.with(task.values(), temperature, pinned).named(name);
            controller.save(preset, editing.text(), saved -> {
                task.pick(saved);
                editing.saved(saved);
            });
        }
    }

    private void duplicate() {
        var preset = task.presetProperty().get();
        var library = model.library();
        if (preset != null && library != null) {
            controller.save(preset.named(PresetStore.freeName(preset.name(), library)), null, task::pick);
        }
    }

    private void rename() {
        pickedName().ifPresent(from -> nameBar.rename(from, to -> controller.rename(from, to, task::pick)));
    }

    private void star(String name) {
        controller.arrange(a -> a.toggled(name));
    }

    private void move(int by) {
        var names = model.all().stream().map(e -> e.preset().name()).toList();
        pickedName().ifPresent(name -> controller.arrange(a -> a.moved(name, by, names)));
    }

    private Optional<String> pickedText() {
        var preset = task.currentProperty().getValue();
        try {
            return preset == null ? Optional.empty() : Optional.of(PresetFile.write(preset));
        } catch (PresetException e) {
            refused(e.sentence());
            return Optional.empty();
        }
    }

    private void export() {
        pickedText()
                .ifPresent(text -> pickedName()
                        .flatMap(name -> dialogs.save(name.replaceAll("[^\\p{L}\\p{N}]+", "-") + ".md"))
                        .ifPresent(file -> controller.export(text, file)));
    }

    private void copy() {
        pickedText().ifPresent(text -> {
            var content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
            done(Texts.of("presets.copied", pickedName().orElse("")), null);
        });
    }

    private void addFolder() {
        dialogs.folder().ifPresent(folder -> {
            var now = new ArrayList<>(kept.now().presetFolders());
            if (!now.contains(folder)) {
                now.add(folder);
                setFolders(now);
                var name = PresetSource.team(folder).name();
                done(Texts.of("presets.folderAdded", name), () -> removeFolder(folder));
            }
        });
    }

    private void removeFolder(Path folder) {
        var before = kept.now().presetFolders();
        setFolders(before.stream().filter(f -> !f.equals(folder)).toList());
        done(Texts.of("presets.folderRemoved", PresetSource.team(folder).name()), () -> setFolders(before));
    }

    private void setFolders(List<Path> now) {
        kept.change(s -> s.withPresetFolders(now));
        kept.keep();
        controller.reload();
    }

    private void showFolders() {
        folders.getItems().clear();
        for (var folder : kept.now().presetFolders()) {
            var source = PresetSource.team(folder);
            var item = new MenuItem(Texts.of("presets.removeFolder", source.name(), folder));
            item.setMnemonicParsing(false);
            item.setOnAction(event -> removeFolder(folder));
            folders.getItems().add(item);
        }
        if (folders.getItems().isEmpty()) {
            var nothing = new MenuItem(Texts.of("presets.noFolders"));
            nothing.setDisable(true);
            folders.getItems().add(nothing);
        }
    }

    @Override
    public void done(String sentence, @Nullable Runnable takeBack) {
        undo = takeBack;
        if (takeBack == null) {
            banner.show(Banner.Level.NOTE, sentence);
        } else {
            banner.show(Banner.Level.NOTE, sentence, Action.of("preset-undo", null, null, this::undo));
        }
    }

    private void undo() {
        var last = undo;
        undo = null;
        if (last != null) {
            last.run();
        }
    }

    @Override
    public void refused(String sentence) {
        banner.show(Banner.Level.WARNING, sentence);
    }

    @Override
    public void close() {
        trying.stop();
        if (watch != null) {
            watch.close();
        }
        controller.close();
        editing.close();
    }
}
