/// Starts Quarry: decides between window and command line, and is the one place where objects meet. May see
/// everything.
@NullMarked
package dev.quarry.app;

import org.jspecify.annotations.NullMarked;
