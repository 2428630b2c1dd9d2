/// The text panes: an editor that colours code as it is typed or streamed in, and the input pane around one.
@NullMarked
package dev.quarry.ui.editor;

import org.jspecify.annotations.NullMarked;
