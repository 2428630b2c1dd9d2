/// The rail's list of presets.
@NullMarked
package dev.quarry.ui.preset;

import org.jspecify.annotations.NullMarked;
