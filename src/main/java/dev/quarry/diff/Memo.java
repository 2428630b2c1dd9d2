package dev.quarry.diff;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A value made when it is first asked for. Two threads that ask at once may both make it; they get equal ones.
final class Memo<T> {
    private final Supplier<T> make;
    private volatile @Nullable T value;

    Memo(Supplier<T> make) {
        this.make = make;
    }

    T get() {
        var known = value;
        if (known == null) {
            known = make.get();
            value = known;
        }
        return known;
    }
}
