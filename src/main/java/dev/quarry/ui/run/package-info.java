/// One run on the screen: its model, the events that feed it, and the panes and the status line that show it.
@NullMarked
package dev.quarry.ui.run;

import org.jspecify.annotations.NullMarked;
