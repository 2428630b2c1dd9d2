package dev.quarry.bedrock;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Looks through an error and what caused it, outermost first.
final class Causes {
    private static final int DEEPEST = 20; // a cause can be in its own chain

    private Causes() {}

    static <T extends Throwable> @Nullable T first(Throwable error, Class<T> type) {
        var found = find(error, type::isInstance);
        return found == null ? null : type.cast(found);
    }

    static boolean any(Throwable error, Predicate<Throwable> test) {
        return find(error, test) != null;
    }

    static @Nullable Throwable find(Throwable error, Predicate<Throwable> test) {
        Throwable cause = error;
        for (var depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (test.test(cause)) {
                return cause;
            }
            cause = cause.getCause();
        }
        return null;
    }
}
