/// What can be asked: presets as Markdown files, their parameters, and the prompts rendered from them.
/// Sees the JDK, Jackson and the template engine; no toolkit, no model.
@NullMarked
package dev.quarry.preset;

import org.jspecify.annotations.NullMarked;
