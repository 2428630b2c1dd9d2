/// The diff: two versions of a text side by side or in one column, decided on hunk by hunk, and the result applied.
/// Knows no other pane: what can be compared and where a result goes is told by the window.
@NullMarked
package dev.quarry.ui.diff;

import org.jspecify.annotations.NullMarked;
