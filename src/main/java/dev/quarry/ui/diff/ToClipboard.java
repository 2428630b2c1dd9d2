package dev.quarry.ui.diff;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// Puts text where other programs find it. FX thread only.
final class ToClipboard {

    private ToClipboard() {}

    static void put(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
