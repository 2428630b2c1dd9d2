/// Secrets in the keychain of the operating system, or in memory; never in a file of ours.
@NullMarked
package dev.quarry.keychain;

import org.jspecify.annotations.NullMarked;
