/// Tries presets: runs their examples against models and judges the answers. Sees run, model, preset and language.
@NullMarked
package dev.quarry.trial;

import org.jspecify.annotations.NullMarked;
