/// The window: where the panes meet, and what their actions do together.
@NullMarked
package dev.quarry.ui.window;

import org.jspecify.annotations.NullMarked;
