package dev.quarry.ui.window;

import dev.quarry.preset.PresetDrafts;
import dev.quarry.preset.PresetDrafts.Draft;
import dev.quarry.preset.PresetEntry;
import dev.quarry.preset.PresetLibrary;
import dev.quarry.run.TokenUsage;
import dev.quarry.ui.control.Buttons;
import dev.quarry.ui.control.FileDialogs;
import dev.quarry.ui.conversation.ContextModel;
import dev.quarry.ui.editor.CodeEditor;
import dev.quarry.ui.editor.InputModel;
import dev.quarry.ui.fx.WhenShown;
import dev.quarry.ui.preset.NameBar;
import dev.quarry.ui.preset.PresetController;
import dev.quarry.ui.preset.PresetEditorView;
import dev.quarry.ui.preset.PresetList;
import dev.quarry.ui.preset.PresetModel;
import dev.quarry.ui.preset.TrialsView;
import dev.quarry.ui.preset.TryTable;
import dev.quarry.ui.preset.UnsavedPresets;
import dev.quarry.ui.task.TaskModel;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// Where presets are kept, edited, arranged and tried: makes their panes and the task meet. FX thread only.
final class PresetDesk implements AutoCloseable {
    private final TaskModel task;
    private final ConnectionModel connection;
    private final SendGate gate;
    private final Consumer<PresetLibrary> onFirstRead;
    private final PresetModel model = new PresetModel();
    private final PresetNotices notices = new PresetNotices();
    private final NameBar nameBar = new NameBar();
    private final PresetController controller;
    private final UnsavedPresets unsaved;
    private final PresetEditing editing;
    private final PresetKeeping keeping;
    private final PresetOffers offers;
    private final TeamFolders folders;
    private final PresetTrying trying;
    private boolean firstRead = true;
    private List<Draft> toOffer = List.of();

    /// @param onFirstRead told when the presets are there for the first time
    PresetDesk(
            WindowParts parts,
            KeptSettings kept,
            TaskModel task,
            InputModel input,
            CodeEditor inputEditor,
            FileDialogs dialogs,
            ConnectionModel connection,
            SendGate gate,
            Consumer<PresetLibrary> onFirstRead) {
        this.task = task;
        this.connection = connection;
        this.gate = gate;
        this.onFirstRead = onFirstRead;
        controller = new PresetController(model, () -> parts.presets().apply(kept.now()), this::wasRead, notices);
        var settings = parts.settingsFile();
        var drafts = settings.folders().data().resolve("preset-drafts");
        unsaved = new UnsavedPresets(settings.isUntouched() ? null : new PresetDrafts(drafts), notices::refused);
        var rules = parts.accounts().rules();
        var preview = new PresetPreview(rules, gate::previewed);
        editing =
                new PresetEditing(task, input, inputEditor, parts.highlighter(), preview, controller, unsaved, notices);
        keeping = new PresetKeeping(task, model, controller, editing, unsaved, nameBar, dialogs, notices);
        offers = new PresetOffers(task, model, unsaved, editing, keeping, notices);
        folders = new TeamFolders(kept, dialogs, notices, controller::reload);
        trying = new PresetTrying(parts.assistant(), parts.judge(), rules, notices::refused);
    }

    /// Has the request that is previewed say what stands in files that are read along.
    void readAlong(ContextModel context) {
        editing.preview().with(this::answering, context::prompt);
        context.filesProperty().addListener((o, was, is) -> editing.preview().request());
        connection
                .currentProperty()
                .addListener((o, was, is) -> editing.preview().request());
    }

    /// The model that Run would ask; empty while none is named.
    private String answering() {
        var to = connection.currentProperty().get();
        var named = task.modelProperty().get().strip();
        return to == null ? named : to.onlyModel().orElse(named);
    }

    void load() {
        unsaved.load(kept -> {
            toOffer = kept;
            offer();
        });
        controller.reload();
    }

    private void wasRead(PresetLibrary library) {
        task.setPresets(model.all().stream().map(PresetEntry::preset).toList());
        editing.filesChanged();
        folders.wereRead(library);
        if (firstRead) {
            firstRead = false;
            onFirstRead.accept(library);
            offer();
        }
    }

    /// When both the drafts and the presets are there.
    private void offer() {
        if (!firstRead) {
            offers.make(toOffer);
            toOffer = List.of();
        }
    }

    /// Registers what can be done with presets.
    void addTo(WindowActions actions) {
        new PresetActions(task, model).addTo(actions, keeping, editing, folders, notices, trying, this::tryNow);
    }

    private void tryNow() {
        trying.start(
                task.currentProperty().getValue(),
                gate.beside(connection.currentProperty().get()),
                task.modelProperty().get().strip(),
                task.choicesProperty().get());
    }

    /// Unknown until the prices are read, which is long before a trial is over.
    private OptionalDouble dollars(String of, TokenUsage usage) {
        var spending = gate.spending();
        var micros = spending.isDone() && !spending.isCompletedExceptionally()
                ? spending.join().costMicros(of, usage)
                : null;
        return micros == null ? OptionalDouble.empty() : OptionalDouble.of(micros / 1e6);
    }

    /// The rail's list.
    Region list(WindowActions actions) {
        return PresetList.build(
                model, task.presetProperty(), unsaved.names(), PresetActions.menu(actions), keeping::star);
    }

    Menu folders() {
        return folders.menu();
    }

    /// Where names are asked for and what happened is told.
    List<Node> bars() {
        return List.of(WhenShown.of(nameBar), notices.banner());
    }

    /// Has the panes of the window give way to the editor while a preset is edited.
    ///
    /// @param place holds the panes
    void cover(StackPane place, Region panes, WindowActions actions) {
        panes.visibleProperty().bind(editing.shownProperty().not());
        panes.managedProperty().bind(editing.shownProperty().not());
        place.getChildren().add(WhenShown.of(editing.shownProperty(), () -> editor(actions)));
    }

    private Region editor(WindowActions actions) {
        return PresetEditorView.build(
                editing.titleProperty(),
                editing.editor(),
                editing.preview().node(),
                new TrialsView(
                        TryTable.build(trying.results(), this::dollars),
                        trying.runningProperty(),
                        trying.modelsProperty(),
                        actions.all("preset-try", "preset-try-stop")),
                actions.all("preset-discard", "preset-save", "preset-close"));
    }

    /// Makes way for the panes.
    void stepAside() {
        editing.stepAside();
    }

    Node saveButton(WindowActions actions) {
        return button(actions, "preset-save");
    }

    Node editButton(WindowActions actions) {
        return button(actions, "preset-edit");
    }

    private static Node button(WindowActions actions, String id) {
        var button = Buttons.iconOnly(actions.get(id));
        button.setId(id);
        return button;
    }

    @Override
    public void close() {
        trying.stop();
        folders.close();
        controller.close();
        unsaved.close();
        editing.close();
    }
}
