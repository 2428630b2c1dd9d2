package dev.quarry.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an account can call in one region, as the service said at one time.
///
/// @param entries the current ones first, then the legacy ones; by provider and name
/// @param note a sentence when a part of it could not be asked for, else null
public record ModelList(
        List<ModelEntry> entries, Instant asOf, @Nullable String note) {

    /// Nothing was ever asked.
    public static final ModelList NONE = new ModelList(List.of(), Instant.EPOCH, null);

    public ModelList {
        entries = entries.size() < 2
                ? List.copyOf(entries)
                : entries.stream().sorted(Order.OF_LIST).toList();
    }

    public Optional<ModelEntry> named(String id) {
        return entries.stream()
                .filter(entry -> entry.id().equals(id) || id.equals(entry.arn()))
                .findFirst();
    }

    /// Whether this came from the service at some time.
    public boolean isKnown() {
        return !asOf.equals(Instant.EPOCH);
    }

    /// Made when there is something to sort, which a start seldom has.
    private static final class Order {
        static final Comparator<ModelEntry> OF_LIST = Comparator.comparing(ModelEntry::legacy)
                .thenComparing(ModelEntry::provider, String.CASE_INSENSITIVE_ORDER)
                .thenComparing(ModelEntry::name, String.CASE_INSENSITIVE_ORDER)
                .thenComparing(ModelEntry::kind)
                .thenComparing(ModelEntry::id);
    }
}
