/// Small pieces that every pane is made of: actions, icons, labelled fields, banners, texts.
@NullMarked
package dev.quarry.ui.control;

import org.jspecify.annotations.NullMarked;
