package dev.quarry.ui.window;

import dev.quarry.language.Highlighter;
import dev.quarry.settings.SettingsFile;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.editor.CodeEditor;
import java.util.Collection;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/// The window before its controls are there: its colours, the places of its panes, and the input's editor, which takes
/// typing from the first frame on. A [QuarryWindow] fills it, and nothing moves when it does. FX thread only.
public final class WindowShell {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 820;

    private final Stage stage;
    private final Theme theme = new Theme();
    private final KeptSettings kept;
    private final CodeEditor inputEditor;
    private final VBox head = new VBox(blank("menu-row"), blank("top-bar"));
    private final StackPane rail = new StackPane();
    private final VBox inputHead = new VBox(blank("pane-header"));
    private final BorderPane inputPane;
    private final StackPane output = new StackPane(blank("pane"));
    private final SplitPane panes;
    private final StackPane middle;
    private final VBox foot = new VBox(blank("status-bar"));

    private WindowShell(Stage stage, SettingsFile settings, Highlighter highlighter) {
        this.stage = stage;
        kept = new KeptSettings(settings, stage, theme);
        inputEditor = CodeEditor.editable("input-editor", highlighter);
        inputEditor.setAreaAccessibleText(Texts.of("input.title"));
        kept.sizeText(inputEditor);
        rail.setMinWidth(150);
        rail.setPrefWidth(200);
        rail.setMaxWidth(320);
        inputPane = new BorderPane(inputEditor, inputHead, null, null, null);
        inputPane.setId("input");
        inputPane.getStyleClass().add("pane");
        panes = new SplitPane(inputPane, output);
        panes.setDividerPositions(0.5);
        panes.getStyleClass().add("panes");
        middle = new StackPane(panes);
    }

    /// Shows it, at the place and in the colours of the last time, with the keyboard in the editor.
    public static WindowShell show(Stage stage, SettingsFile settings, Highlighter highlighter) {
        var shell = new WindowShell(stage, settings, highlighter);
        shell.show();
        return shell;
    }

    private void show() {
        var centre = new SplitPane(rail, middle);
        centre.setId("centre");
        centre.setDividerPositions(0.16);
        SplitPane.setResizableWithParent(rail, false);
        var root = new BorderPane(centre, head, null, foot, null);
        root.getStyleClass().add("window");
        var scene = new Scene(root, WIDTH, HEIGHT);
        theme.dress(scene);
        stage.setTitle(Texts.of("window.title"));
        stage.setMinWidth(760);
        stage.setMinHeight(520);
        stage.setScene(scene);
        stage.setOnCloseRequest(event -> kept.keepAndWait());
        kept.placeStage();
        stage.show();
        inputEditor.requestFocus();
    }

    /// Begins to read in the background what the controls will ask for.
    public void readAhead() {
        kept.readAhead();
    }

    /// What stands where a row of controls will, and is as high.
    private static Region blank(String styleClass) {
        var region = new Region();
        region.getStyleClass().add(styleClass);
        return region;
    }

    /// Where it is shown.
    public Stage stage() {
        return stage;
    }

    Theme theme() {
        return theme;
    }

    KeptSettings kept() {
        return kept;
    }

    CodeEditor inputEditor() {
        return inputEditor;
    }

    /// The pane around the editor.
    BorderPane inputPane() {
        return inputPane;
    }

    /// The input pane, then the output's place.
    SplitPane panes() {
        return panes;
    }

    /// The place of the panes, and of what takes it for a while.
    StackPane middle() {
        return middle;
    }

    void fillHead(Collection<? extends Node> rows) {
        head.getChildren().setAll(rows);
    }

    void fillRail(Region lists) {
        rail.getChildren().setAll(lists);
    }

    void fillInputHead(Collection<? extends Node> rows) {
        inputHead.getChildren().setAll(rows);
    }

    void fillOutput(Region view) {
        output.getChildren().setAll(view);
    }

    void fillFoot(Collection<? extends Node> rows) {
        foot.getChildren().setAll(rows);
    }
}
