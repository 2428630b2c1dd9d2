/// Runs tests that an answer holds, which is the one place where anything of an answer is run, and only when the user
/// has said so. Sees `check`, `run` and `language`.
@NullMarked
package dev.quarry.check.tests;

import org.jspecify.annotations.NullMarked;
