/// Finds credentials in texts, and puts placeholders in their place and back. Pure; sees only `run`. What was
/// found is never put into a message, a log or `toString`.
@NullMarked
package dev.quarry.secret;

import org.jspecify.annotations.NullMarked;
