/// What can be verified of an answer on this machine, without ever running its code. Sees `run`, `preset` and
/// `language`; no toolkit.
@NullMarked
package dev.quarry.check;

import org.jspecify.annotations.NullMarked;
