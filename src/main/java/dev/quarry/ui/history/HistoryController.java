package dev.quarry.ui.history;

import dev.quarry.history.History;
import dev.quarry.history.HistoryException;
import dev.quarry.history.HistoryQuery;
import dev.quarry.history.HistoryValues;
import dev.quarry.history.KeptRun;
import dev.quarry.history.RunSummary;
import dev.quarry.ui.fx.FxThread;
import dev.quarry.ui.fx.LatestWork;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Searches as one types and does what is asked of the runs, all of it off the FX thread. FX thread only.
public final class HistoryController implements AutoCloseable {
    static final int PAGE = 100;

    private static final int MOST_PINNED = 500;

    private final HistoryModel model;
    private final History history;
    private final Consumer<String> onProblem;
    private final LatestWork<HistoryQuery, Found> searching;
    private boolean whole; // whether the list holds all that the query finds
    private boolean fetching;

    private record Found(
            HistoryQuery query,
            List<RunSummary> runs,
            HistoryValues values,
            @Nullable String problem) {}

    /// @param onProblem told one sentence when something did not work
    public HistoryController(HistoryModel model, History history, Consumer<String> onProblem) {
        this.model = model;
        this.history = history;
        this.onProblem = onProblem;
        searching = new LatestWork<>("history-search", 30, model.queryProperty()::get, this::search, this::show);
        model.queryProperty().addListener((o, was, is) -> searching.request());
    }

    /// Looks again, for runs came or went.
    public void refresh() {
        searching.request();
    }

    private Found search(HistoryQuery query) {
        try {
            var found = new ArrayList<RunSummary>();
            if (query.pinned() == null) {
                found.addAll(history.search(query.withPinned(true), Long.MAX_VALUE, MOST_PINNED));
            }
            found.addAll(history.search(rest(query), Long.MAX_VALUE, PAGE));
            return new Found(query, found, history.values(), null);
        } catch (HistoryException e) {
            return new Found(query, List.of(), HistoryValues.NONE, e.sentence());
        }
    }

    private static HistoryQuery rest(HistoryQuery query) {
        return query.pinned() == null ? query.withPinned(false) : query;
    }

    private void show(Found found) {
        if (found.problem() != null) {
            onProblem.accept(found.problem());
            return;
        }
        whole = found.runs().size() < PAGE;
        model.valuesProperty().set(found.values());
        if (!model.runs().equals(found.runs())) {
            model.runs().setAll(found.runs());
        }
    }

    /// Adds the next page, when there is one. Called when the last row of the list comes into view.
    void more() {
        if (whole || fetching || model.runs().isEmpty()) {
            return;
        }
        fetching = true;
        var query = model.queryProperty().get();
        var last = model.runs().getLast().id();
        inBackground(() -> history.search(rest(query), last, PAGE), page -> {
            fetching = false;
            if (query.equals(model.queryProperty().get())
                    && !model.runs().isEmpty()
                    && model.runs().getLast().id() == last) {
                whole = page.size() < PAGE;
                model.runs().addAll(page);
            }
        });
    }

    /// Fetches the run whole.
    public void fetch(long run, Consumer<KeptRun> then) {
        inBackground(() -> history.find(run), found -> found.ifPresent(then));
    }

    void pin(RunSummary run, boolean pinned) {
        watch(history.pin(run.id(), pinned));
    }

    /// @param name blank to take the name away
    void name(RunSummary run, String name) {
        watch(history.name(run.id(), name.isBlank() ? null : name.strip()));
    }

    void delete(List<RunSummary> runs) {
        watch(history.delete(runs.stream().map(RunSummary::id).toList()));
    }

    /// Deletes what the list shows and would show further down.
    void deleteFound() {
        var query = model.queryProperty().get();
        watch(query.narrows() ? history.delete(query) : history.deleteAll());
    }

    private void watch(CompletableFuture<Void> work) {
        var _ = work.handle((done, error) -> {
            if (error != null) {
                var inner = error instanceof CompletionException wrapped ? wrapped.getCause() : error;
                var cause = inner == null ? error : inner;
                var sentence =
                        cause instanceof HistoryException known ? known.sentence() : String.valueOf(cause.getMessage());
                FxThread.LATER.execute(() -> onProblem.accept(sentence));
            }
            return null;
        });
    }

    private interface Reading<T> {
        T read() throws HistoryException;
    }

    private <T> void inBackground(Reading<T> reading, Consumer<T> then) {
        Thread.ofVirtual().name("history-read").start(() -> {
            try {
                var result = reading.read();
                FxThread.LATER.execute(() -> then.accept(result));
            } catch (HistoryException e) {
                FxThread.LATER.execute(() -> {
                    fetching = false;
                    onProblem.accept(e.sentence());
                });
            }
        });
    }

    @Override
    public void close() {
        searching.close();
    }
}
