package dev.quarry.ui.usage;

import dev.quarry.history.UsageRow;
import java.util.Locale;

/// What is counted.
enum Measure {
    RUNS,
    TOKENS,
    COST;

    double of(UsageRow row) {
        return switch (this) {
            case RUNS -> row.runs();
            case TOKENS -> row.tokensIn() + row.tokensOut();
            case COST -> {
                var micros = row.costMicros();
                yield micros == null ? 0 : micros / 1e6;
            }
        };
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
