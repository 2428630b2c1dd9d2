/// Files that a model reads along with the input, without changing them.
@NullMarked
package dev.quarry.context;

import org.jspecify.annotations.NullMarked;
