/// Programming languages: which there are, which one a text is in, and how its text is coloured.
/// Pure: text in, data out; no toolkit.
@NullMarked
package dev.quarry.language;

import org.jspecify.annotations.NullMarked;
