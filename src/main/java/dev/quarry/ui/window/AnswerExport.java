package dev.quarry.ui.window;

import dev.quarry.ui.control.Banner;
import dev.quarry.ui.control.FileDialogs;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.editor.CodeEditor;
import dev.quarry.ui.fx.FxThread;
import dev.quarry.ui.run.OutputView;
import dev.quarry.ui.run.RunModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes the answer out of the window: to the clipboard or into a file. FX thread only.
///
/// @param code the pane that shows the code
record AnswerExport(RunModel run, CodeEditor code, OutputView output, FileDialogs dialogs) {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerExport.class);

    private boolean answerIsShown() {
        return output.tabProperty().get() == OutputView.Tab.ANSWER || run.code().isEmpty();
    }

    /// Copies the code, or what is selected of it; the Markdown where the answer is shown.
    void copy() {
        toClipboard(answerIsShown() ? run.answer() : code.selectionOrAll());
    }

    /// The code in a fence of its own, for a ticket or a review.
    void copyAsMarkdown() {
        var labels = code.languageProperty().get().fenceLabels();
        var text = code.selectionOrAll();
        var fence = "```";
        while (text.contains(fence)) {
            fence += "`";
        }
        toClipboard(fence + labels.getFirst() + "\n" + text.stripTrailing() + "\n" + fence + "\n");
    }

    private static void toClipboard(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /// Asks for a file and writes what is shown into it, in the background.
    void save() {
        var text = answerIsShown() ? run.answer() : run.code();
        var language = code.languageProperty().get();
        var extension = answerIsShown() ? "md" : language.extensions().getFirst();
        dialogs.save("answer." + extension)
                .ifPresent(file -> Thread.ofVirtual().name("save-output").start(() -> write(file, text)));
    }

    private void write(Path file, String text) {
        try {
            Files.writeString(file, text.endsWith("\n") ? text : text + "\n");
        } catch (IOException e) {
            LOG.warn("the answer was not saved", e);
            FxThread.LATER.execute(() -> output.banner().show(Banner.Level.FAILURE, Texts.of("output.notSaved", file)));
        }
    }
}
