/// The command line: presets run on files or standard input, the answer on standard output, all else on
/// standard error. Sees no toolkit and no AWS SDK; streams and connections are handed in.
@NullMarked
package dev.quarry.cli;

import org.jspecify.annotations.NullMarked;
