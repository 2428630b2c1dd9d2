package dev.quarry.ui.editor;

import dev.quarry.ui.fx.FxThread;
import dev.quarry.ui.fx.NextFrame;
import java.util.Collection;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.ReadOnlyStyledDocument;
import org.jspecify.annotations.Nullable;

/// Puts large texts into an area. Most of the time goes into making a paragraph of each line, which needs no FX thread:
/// so some screens are put in at once, and the rest when it has been made in the background. FX thread only.
final class LargeText {

    /// From this length on, in UTF-16 units, a text is put in in two steps.
    private static final int LARGE = 300_000;

    /// What comes first: some screens of it.
    private static final int FIRST = 8_000;

    private final CodeArea area;
    private final Colouring colouring;
    private @Nullable String whole;
    private boolean editable;
    private long loads;

    LargeText(CodeArea area, Colouring colouring) {
        this.area = area;
        this.colouring = colouring;
    }

    /// The whole text while a part of it is still missing in the area, else null.
    @Nullable
    String wholeText() {
        return whole;
    }

    void replaceAll(String text) {
        var load = ++loads;
        if (whole != null) {
            whole = null;
            area.setEditable(editable);
            colouring.readOn();
        }
        var cut = text.length() < LARGE ? -1 : text.lastIndexOf('\n', FIRST);
        if (cut < 0) {
            area.replaceText(text);
            return;
        }
        whole = text;
        editable = area.isEditable();
        area.setEditable(false);
        colouring.readNoMore();
        var first = text.substring(0, cut);
        area.replaceText(first);
        colouring.preview(first);
        // The first frame is what the user waits for.
        NextFrame.after(() -> {
            if (load == loads) {
                makeRest(text.substring(cut), load);
            }
        });
    }

    private void makeRest(String text, long load) {
        var paragraphStyle = area.getInitialParagraphStyle();
        var textStyle = area.getInitialTextStyle();
        var operations = area.getSegOps();
        Thread.ofPlatform().daemon().name("large-text").start(() -> {
            ReadOnlyStyledDocument<Collection<String>, String, Collection<String>> rest;
            try {
                rest = ReadOnlyStyledDocument.fromString(text, paragraphStyle, textStyle, operations);
            } catch (OutOfMemoryError tooLarge) {
                FxThread.LATER.execute(() -> giveUp(load));
                throw tooLarge; // to the handler of uncaught errors, which tells the user
            }
            FxThread.LATER.execute(() -> {
                if (load == loads) {
                    // Two changes, so undoing takes two steps: the second brings back what was there before.
                    area.getContent().replace(area.getLength(), area.getLength(), rest);
                    whole = null;
                    area.setEditable(editable);
                    colouring.readOn();
                }
            });
        });
    }

    /// Lets go of all the text, so that there is memory again for the rest of the window.
    private void giveUp(long load) {
        if (load == loads) {
            whole = null;
            area.setEditable(editable);
            area.replaceText("");
            area.getUndoManager().forgetHistory();
            colouring.readOn();
        }
    }
}
