/// What is known of an answer: the badge in the status bar, and the list it opens. Sees `check`, controls and the FX
/// hop.
@NullMarked
package dev.quarry.ui.check;

import org.jspecify.annotations.NullMarked;
