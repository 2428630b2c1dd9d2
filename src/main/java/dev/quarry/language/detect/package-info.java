/// Finds out which language a text is in.
@NullMarked
package dev.quarry.language.detect;

import org.jspecify.annotations.NullMarked;
