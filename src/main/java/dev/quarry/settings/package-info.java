/// What is remembered between starts, and the folders it is kept in.
@NullMarked
package dev.quarry.settings;

import org.jspecify.annotations.NullMarked;
