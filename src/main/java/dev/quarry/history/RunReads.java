package dev.quarry.history;

import dev.quarry.run.TokenUsage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is read of runs.
final class RunReads {
    private static final String SUMMARY =
            "run.id, run.begun, run.task, run.language, run.model, run.title, run.outcome, run.passed, run.pinned,"
                    + " run.name, run.cost_micros, run.origin";

    private RunReads() {}

    /// The newest first.
    ///
    /// @param before only runs with a smaller ID
    static List<RunSummary> search(Connection connection, HistoryQuery query, long before, int limit)
            throws SQLException {
        var sql = new StringBuilder();
        var values = new ArrayList<@Nullable Object>();
        var match = SearchWords.query(query);
        if (match.isEmpty()) {
            sql.append("SELECT ").append(SUMMARY).append(" FROM run WHERE run.id < ?");
        } else {
            // CROSS JOIN: the index goes first, and yields its rows in the order they are wanted in.
            sql.append("SELECT ")
                    .append(SUMMARY)
                    .append(" FROM run_words CROSS JOIN run ON run.id = run_words.rowid")
                    .append(" WHERE run_words MATCH ? AND run_words.rowid < ?");
            values.add(match);
        }
        values.add(before);
        addFilters(connection, query, match.isEmpty() ? "run.id" : "run_words.rowid", sql, values);
        sql.append(" ORDER BY ")
                .append(match.isEmpty() ? "run.id" : "run_words.rowid")
                .append(" DESC LIMIT ?");
        values.add(limit);
        return Sql.list(connection, RunReads::summary, sql.toString(), values.toArray());
    }

    private static void addFilters(
            Connection connection, HistoryQuery query, String id, StringBuilder sql, List<@Nullable Object> values)
            throws SQLException {
        add(sql, values, "run.task = ?", query.task());
        add(sql, values, "run.model = ?", query.model());
        add(sql, values, "run.language = ?", query.language());
        add(sql, values, "run.outcome = ?", query.outcome());
        add(sql, values, "run.passed = ?", query.verdict());
        add(sql, values, "run.pinned = ?", query.pinned());
        var from = query.from();
        var before = query.before();
        if (from != null || before != null) {
            var first = from == null ? Long.MIN_VALUE : from.toEpochMilli();
            var end = before == null ? Long.MAX_VALUE : before.toEpochMilli();
            // IDs grow with time, clocks that were set back aside: the range of IDs spares looking at most rows.
            var range = Sql.list(
                            connection,
                            row -> List.of(row.getLong(1), row.getLong(2)),
                            "SELECT min(id), max(id) FROM run WHERE begun >= ? AND begun < ?",
                            first,
                            end)
                    .getFirst();
            sql.append(" AND ").append(id).append(" BETWEEN ? AND ? AND run.begun >= ? AND run.begun < ?");
            values.addAll(range);
            values.add(first);
            values.add(end);
        }
    }

    private static void add(
            StringBuilder sql, List<@Nullable Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(" AND ").append(condition);
            values.add(value);
        }
    }

    private static RunSummary summary(ResultSet row) throws SQLException {
        return new RunSummary(
                row.getLong("id"),
                Instant.ofEpochMilli(row.getLong("begun")),
                row.getString("task"),
                row.getString("language"),
                row.getString("model"),
                row.getString("title"),
                row.getString("outcome"),
                passed(row),
                row.getBoolean("pinned"),
                row.getString("name"),
                Sql.longOrNull(row, "cost_micros"),
                Origin.valueOf(row.getString("origin")));
    }

    private static @Nullable Boolean passed(ResultSet row) throws SQLException {
        var passed = row.getBoolean("passed");
        return row.wasNull() ? null : Boolean.valueOf(passed);
    }

    /// The run, with the pieces of its answer when it goes on.
    static Optional<KeptRun> find(Connection connection, long id) throws SQLException, HistoryException {
        record Texts(
                ResultRow row,
                String fields,
                String preset,
                String input,
                String instruction,
                String request,
                String answer,
                @Nullable String verdict,
                String view) {}
        var found = Sql.list(
                connection,
                row -> new Texts(
                        ResultRow.of(row),
                        row.getString("fields"),
                        row.getString("preset"),
                        row.getString("input"),
                        row.getString("instruction"),
                        row.getString("request"),
                        row.getString("answer"),
                        row.getString("verdict"),
                        row.getString("view")),
                "SELECT * FROM run JOIN run_text ON run_text.run = run.id WHERE run.id = ?",
                id);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var texts = found.getFirst();
        var row = texts.row();
        var start = new RunStart(
                row.begun(),
                row.task(),
                texts.preset(),
                Json.values(texts.fields()),
                row.language(),
                texts.input(),
                texts.instruction(),
                Json.request(texts.request()),
                row.connection(),
                row.conversation(),
                row.origin());
        var pieces = Sql.list(
                connection, piece -> piece.getString(1), "SELECT text FROM piece WHERE run = ? ORDER BY place", id);
        var passed = row.passed();
        return Optional.of(new KeptRun(
                id,
                start,
                texts.answer() + String.join("", pieces),
                row.end(),
                passed == null ? null : new Verdict(passed, texts.verdict() == null ? "" : texts.verdict()),
                row.pinned(),
                row.name(),
                texts.view()));
    }

    /// The columns of a run that are no texts.
    private record ResultRow(
            Instant begun,
            String task,
            String language,
            String connection,
            @Nullable Long conversation,
            Origin origin,
            @Nullable RunEnd end,
            @Nullable Boolean passed,
            boolean pinned,
            @Nullable String name) {

        static ResultRow of(ResultSet row) throws SQLException {
            var outcome = row.getString("outcome");
            var end = outcome == null
                    ? null
                    : new RunEnd(
                            Outcomes.read(outcome, row.getString("outcome_detail")),
                            new TokenUsage(
                                    row.getLong("tokens_in"),
                                    row.getLong("tokens_out"),
                                    row.getLong("cache_read"),
                                    row.getLong("cache_write")),
                            Duration.ofMillis(row.getLong("first_piece_ms")),
                            Duration.ofMillis(row.getLong("elapsed_ms")),
                            Sql.longOrNull(row, "cost_micros"));
            return new ResultRow(
                    Instant.ofEpochMilli(row.getLong("begun")),
                    row.getString("task"),
                    row.getString("language"),
                    row.getString("connection"),
                    Sql.longOrNull(row, "conversation"),
                    Origin.valueOf(row.getString("origin")),
                    end,
                    RunReads.passed(row),
                    row.getBoolean("pinned"),
                    row.getString("name"));
        }
    }

    /// The runs of a conversation, the oldest first.
    static List<Long> conversation(Connection connection, long first) throws SQLException {
        return Sql.list(
                connection,
                row -> row.getLong(1),
                "SELECT id FROM run WHERE id = ? OR conversation = ? ORDER BY id",
                first,
                first);
    }

    /// Every value of an indexed column there is, in its order.
    static List<String> values(Connection connection, String column) throws SQLException {
        // From value to value: SELECT DISTINCT would read the whole index.
        var sql = """
                WITH RECURSIVE found (value) AS (
                    SELECT min(%1$s) FROM run
                    UNION ALL
                    SELECT (SELECT min(%1$s) FROM run WHERE %1$s > value) FROM found WHERE value IS NOT NULL
                )
                SELECT value FROM found WHERE value IS NOT NULL""".formatted(column);
        return Sql.list(connection, row -> row.getString(1), sql);
    }
}
