package dev.quarry.history;

import java.util.List;

/// What the runs that are kept can be filtered by, each in its order.
///
/// @param languages by ID
public record HistoryValues(List<String> tasks, List<String> models, List<String> languages) {

    public static final HistoryValues NONE = new HistoryValues(List.of(), List.of(), List.of());

    public HistoryValues {
        tasks = List.copyOf(tasks);
        models = List.copyOf(models);
        languages = List.copyOf(languages);
    }
}
