/// The models: which ones an account can call, what each of them takes, and what was learned of it by asking.
/// Sees runs and Jackson; knows neither the AWS SDK nor JavaFX.
@NullMarked
package dev.quarry.model;

import org.jspecify.annotations.NullMarked;
