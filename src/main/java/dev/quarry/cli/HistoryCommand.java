package dev.quarry.cli;

import dev.quarry.check.VerdictJson;
import dev.quarry.history.History;
import dev.quarry.history.HistoryException;
import dev.quarry.history.HistoryListener;
import dev.quarry.history.HistoryQuery;
import dev.quarry.history.KeptRun;
import dev.quarry.history.Origin;
import dev.quarry.history.Recovered;
import dev.quarry.history.Retention;
import dev.quarry.history.RunEnd;
import dev.quarry.history.RunSummary;
import dev.quarry.money.Dollars;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `quarry history`: lists, searches, shows and deletes the runs that are kept.
@Command(
        name = "history",
        description = {
            "Lists, searches, shows and deletes the runs that are kept:",
            "  list                the newest first",
            "  search WORD...      those with these words in prompt, code or answer",
            "  show ID             the answer of a run",
            "  delete ID...        deletes runs; with --all, every run"
        })
final class HistoryCommand implements Callable<Integer> {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "ACTION",
            arity = "0..1",
            defaultValue = "list",
            description = "list, search, show, delete.")
    private String action = "list";

    @Parameters(paramLabel = "WORD", index = "1..*", description = "Words to search, or IDs of runs.")
    private List<String> words = new ArrayList<>();

    @Option(names = "--task", paramLabel = "NAME", description = "Only runs of this preset.")
    private @Nullable String task;

    @Option(names = "--language", paramLabel = "NAME", description = "Only runs on this language.")
    private @Nullable String language;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "At most so many runs; 20 without it.")
    private String limit = "20";

    @Option(names = "--input", description = "With show: the input in place of the answer.")
    private boolean input;

    @Option(names = "--all", description = "With delete: every run, pinned ones too.")
    private boolean all;

    HistoryCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws UsageException, HistoryException, IOException {
        var query = query();
        var ids = action.equals("show") || action.equals("delete") ? ids() : List.<Long>of();
        var most = most();
        try (var history = open()) {
            switch (action) {
                case "list", "search" -> list(history.search(query, Long.MAX_VALUE, most));
                case "show" -> show(found(history, ids.getFirst()));
                default -> delete(history, ids);
            }
        }
        return ExitCode.COMPLETE.number();
    }

    private HistoryQuery query() throws UsageException {
        var all = HistoryQuery.ALL
                .withTask(
                        task == null
                                ? null
                                : Lookup.preset(surroundings.presets().get(), task)
                                        .name())
                .withLanguage(
                        language == null ? null : Lookup.language(language).id());
        return switch (action) {
            case "search" -> {
                if (words.isEmpty()) {
                    throw new UsageException("Name the words to search for: quarry history search WORD...");
                }
                yield all.withWords(String.join(" ", words));
            }
            case "list", "show", "delete" -> all;
            default ->
                throw new UsageException("history does not know " + action + "; it takes list, search, show or delete."
                        + Nearest.offer(action, List.of("list", "search", "show", "delete")));
        };
    }

    private List<Long> ids() throws UsageException {
        var ids = new ArrayList<Long>();
        for (var word : words) {
            if (!word.matches("[1-9]\\d{0,17}")) {
                throw new UsageException(word + " is no ID of a run; quarry history list shows them.");
            }
            ids.add(Long.valueOf(word));
        }
        if (ids.isEmpty() != (all && action.equals("delete"))) {
            throw new UsageException(
                    all
                            ? "--all deletes every run: leave the IDs out."
                            : "Name the ID of a run; quarry history list shows them.");
        }
        return ids;
    }

    private int most() throws UsageException {
        if (!limit.matches("[1-9]\\d{0,8}")) {
            throw new UsageException("--limit is a whole number from 1 on, not " + limit + ".");
        }
        return Integer.parseInt(limit);
    }

    private History open() {
        var history = surroundings.history().get();
        history.open(true, Retention.FOR_EVER, new HistoryListener() {
            @Override
            public void changed() {}

            @Override
            public void problem(String sentence) {
                surroundings.streams().err().println(sentence);
            }

            @Override
            public void recovered(Recovered left) {}

            @Override
            public boolean wantsLeftovers() {
                return false;
            }
        });
        return history;
    }

    private void list(List<RunSummary> runs) throws IOException {
        var text = new StringBuilder();
        for (var run : runs) {
            var name = run.name();
            var outcome = run.outcome();
            var cost = run.costMicros();
            text.append(String.format(
                    Locale.ROOT,
                    "%d  %s  %s  %s  %s%s%s%s  %s%n",
                    run.id(),
                    MOMENT.format(run.begun().atZone(ZoneId.systemDefault())),
                    Lookup.oneWord(run.task()),
                    run.language(),
                    outcome == null
                            ? "running"
                            : outcome.toLowerCase(Locale.ROOT).replace('_', ' '),
                    cost == null ? "" : "  " + Dollars.of(cost),
                    run.origin() == Origin.COMMAND_LINE ? "  command line" : "",
                    run.pinned() ? "  pinned" : "",
                    name == null ? run.title() : name));
        }
        surroundings.streams().print(text);
        if (runs.isEmpty()) {
            surroundings.streams().err().println("No run was found.");
        }
    }

    private static KeptRun found(History history, long id) throws UsageException, HistoryException {
        var run = history.find(id);
        if (run.isEmpty()) {
            throw new UsageException("There is no run " + id + "; quarry history list shows them.");
        }
        return run.get();
    }

    private void show(KeptRun run) throws IOException {
        var end = run.end();
        var err = surroundings.streams().err();
        err.println(run.start().task() + " · " + run.start().request().model() + " · "
                + run.start().connection());
        if (run.start().origin() == Origin.COMMAND_LINE) {
            err.println("from the command line");
        }
        err.println(
                end == null
                        ? "running"
                        : end.outcome().code().toLowerCase(Locale.ROOT).replace('_', ' ') + " · " + cost(end));
        if (run.verdict() != null) {
            VerdictJson.read(run.verdict().detail()).ifPresent(v -> VerdictText.print(v, err));
        }
        var text = input ? run.start().input() : run.answer();
        surroundings.streams().print(text.endsWith("\n") ? text : text + "\n");
    }

    private static String cost(RunEnd end) {
        var micros = end.costMicros();
        return micros == null ? "no price known" : Dollars.of(micros);
    }

    private void delete(History history, List<Long> ids) throws UsageException, HistoryException {
        for (var id : ids) {
            found(history, id);
        }
        done(all ? history.deleteAll() : history.delete(ids));
        surroundings.streams().err().println(all ? "Deleted every run." : "Deleted " + ids.size() + ".");
    }

    private static void done(CompletableFuture<Void> work) throws HistoryException {
        try {
            work.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof HistoryException known) {
                throw known;
            }
            throw e;
        }
    }
}
