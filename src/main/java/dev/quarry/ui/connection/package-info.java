/// The dialogs about connections: setting one up, signing in, and having it examined.
@NullMarked
package dev.quarry.ui.connection;

import org.jspecify.annotations.NullMarked;
