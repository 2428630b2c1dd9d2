/// One run, in our words: what is asked of a model, what comes back while it streams, and how it ended.
/// Sees the JDK only; knows neither the AWS SDK nor JavaFX.
@NullMarked
package dev.quarry.run;

import org.jspecify.annotations.NullMarked;
