/// Runs compilers of other languages on a text: in a folder of its own, for a limited time, and with nothing left
/// behind. Sees the JDK only.
@NullMarked
package dev.quarry.check.tool;

import org.jspecify.annotations.NullMarked;
