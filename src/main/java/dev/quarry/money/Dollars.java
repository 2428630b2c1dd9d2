package dev.quarry.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/// Amounts of US dollars as people read and write them.
public final class Dollars {

    private Dollars() {}

    /// With as many digits as tell something: `$12.35`, `$0.042`, `$0.0003`. Never `$0` for more than
    /// nothing.
    public static String of(long micros) {
        if (micros == 0) {
            return "$0.00";
        }
        if (micros < 100) {
            return "<$0.0001";
        }
        var digits = micros >= 1_000_000 ? 2 : micros >= 10_000 ? 3 : 4;
        return "$" + BigDecimal.valueOf(micros, 6).setScale(digits, RoundingMode.HALF_UP);
    }

    /// As written into a field: `2`, `0.5`, `$1.25`, `0,5`. Empty when it is no amount above 0, or has more
    /// than six decimals.
    public static Optional<Long> parse(String text) {
        var plain = text.strip()
                .toLowerCase(Locale.ROOT)
                .replace("$", "")
                .replace("usd", "")
                .replace(',', '.')
                .strip();
        if (!plain.matches("\\d{1,9}(\\.\\d{1,6})?")) {
            return Optional.empty();
        }
        var micros = new BigDecimal(plain).movePointRight(6).longValueExact();
        return micros > 0 ? Optional.of(micros) : Optional.empty();
    }
}
