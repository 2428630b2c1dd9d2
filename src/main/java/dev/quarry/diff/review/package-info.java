/// Reviewing a diff: decisions by hunk and by line, the text they result in, and merging with a file that
/// changed meanwhile. Sees the JDK, JGit's merge and the diff only.
@NullMarked
package dev.quarry.diff.review;

import org.jspecify.annotations.NullMarked;
