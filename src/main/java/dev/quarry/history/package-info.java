/// What was run: kept in a SQLite database, written while it streams, searched as one types.
@NullMarked
package dev.quarry.history;

import org.jspecify.annotations.NullMarked;
