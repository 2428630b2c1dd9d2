package dev.quarry.ui.window;

import dev.quarry.history.Recording;
import dev.quarry.ui.run.RunModel;
import org.jspecify.annotations.Nullable;

/// An answer that was picked among several.
///
/// @param run is over
/// @param recording where it was written down; null when it was not
record Picked(Asked asked, RunModel run, @Nullable Recording recording) {}
