/// What went wrong in Quarry itself, told without anything of the user's: reports of errors, and starts that did not
/// succeed. Pure: sees no other package of ours and no toolkit.
@NullMarked
package dev.quarry.fault;

import org.jspecify.annotations.NullMarked;
