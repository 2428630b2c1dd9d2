/// What a run takes and costs: tokens before it is sent, prices, budgets, and what was spent. Sees only
/// `run`.
@NullMarked
package dev.quarry.money;

import org.jspecify.annotations.NullMarked;
