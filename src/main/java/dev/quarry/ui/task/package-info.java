/// The task strip: which preset is picked, its fields, the model and the temperature.
@NullMarked
package dev.quarry.ui.task;

import org.jspecify.annotations.NullMarked;
