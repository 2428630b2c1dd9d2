/// The rail's list of runs.
@NullMarked
package dev.quarry.ui.history;

import org.jspecify.annotations.NullMarked;
