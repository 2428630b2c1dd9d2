/// Texts that are files: reading one with all that makes it that file, writing a changed one back safely, and
/// patches. Sees the JDK, JGit and the text model of the diff only. Everything here may be used from any
/// thread, and blocks.
@NullMarked
package dev.quarry.diff.file;

import org.jspecify.annotations.NullMarked;
