/// Two texts become hunks, aligned rows, word-level changes and moved blocks. Sees the JDK and JGit's
/// algorithms only; everything here is immutable and may be used from any thread.
@NullMarked
package dev.quarry.diff;

import org.jspecify.annotations.NullMarked;
