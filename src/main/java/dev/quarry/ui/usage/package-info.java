/// The window with charts of what was used.
@NullMarked
package dev.quarry.ui.usage;

import org.jspecify.annotations.NullMarked;
