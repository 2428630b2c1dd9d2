/// The borders to the toolkit's thread, pulse, fonts and system theme. The only place that names `Platform`.
@NullMarked
package dev.quarry.ui.fx;

import org.jspecify.annotations.NullMarked;
