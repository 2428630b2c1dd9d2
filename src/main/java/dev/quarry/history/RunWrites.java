package dev.quarry.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is written of runs. Every method belongs into a transaction of its caller's.
final class RunWrites {

    private RunWrites() {}

    /// Begins a run.
    ///
    /// @return the ID of the run
    static long begin(Connection connection, RunStart start, String writer) throws SQLException {
        var insert = "INSERT INTO run (begun, task, language, model, connection, title, writer, conversation, origin)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
        long id;
        try (var statement = connection.prepareStatement(insert, Statement.RETURN_GENERATED_KEYS)) {
            statement.setLong(1, start.begun().toEpochMilli());
            statement.setString(2, start.task());
            statement.setString(3, start.language());
            statement.setString(4, start.request().model());
            statement.setString(5, start.connection());
            statement.setString(6, start.title());
            statement.setString(7, writer);
            statement.setObject(8, start.conversation());
            statement.setString(9, start.origin().name());
            statement.executeUpdate();
            try (var keys = statement.getGeneratedKeys()) {
                keys.next();
                id = keys.getLong(1);
            }
        }
        Sql.update(
                connection,
                "INSERT INTO run_text (run, preset, fields, input, instruction, request) VALUES (?, ?, ?, ?, ?, ?)",
                id,
                start.presetText(),
                Json.write(start.values()),
                start.input(),
                start.instruction(),
                Json.write(start.request()));
        return id;
    }

    static void addPiece(Connection connection, long run, int place, String text) throws SQLException {
        Sql.update(connection, "INSERT INTO piece (run, place, text) VALUES (?, ?, ?)", run, place, text);
    }

    /// Makes the pieces the answer, and lets the run be found.
    static void end(Connection connection, long run, RunEnd end) throws SQLException {
        var usage = end.usage();
        Sql.update(
                connection,
                "UPDATE run SET writer = NULL, outcome = ?, outcome_detail = ?, tokens_in = ?, tokens_out = ?,"
                        + " cache_read = ?, cache_write = ?, first_piece_ms = ?, elapsed_ms = ?, cost_micros = ?"
                        + " WHERE id = ?",
                end.outcome().code(),
                Outcomes.detail(end.outcome()),
                usage.input(),
                usage.output(),
                usage.cacheRead(),
                usage.cacheWrite(),
                end.toFirstPiece().toMillis(),
                end.elapsed().toMillis(),
                end.costMicros(),
                run);
        joinPieces(connection, run);
        index(connection, run);
    }

    private static void joinPieces(Connection connection, long run) throws SQLException {
        var pieces = Sql.list(
                connection, row -> row.getString(1), "SELECT text FROM piece WHERE run = ? ORDER BY place", run);
        if (!pieces.isEmpty()) {
            Sql.update(connection, "UPDATE run_text SET answer = ? WHERE run = ?", String.join("", pieces), run);
            Sql.update(connection, "DELETE FROM piece WHERE run = ?", run);
        }
    }

    /// Writes the words of the run, in place of those that are there.
    static void index(Connection connection, long run) throws SQLException {
        record Texts(String prompt, String code, String answer, String facets) {}
        var texts = Sql.list(
                connection,
                row -> new Texts(
                        row.getString("instruction") + " " + row.getString("fields") + " " + row.getString("name"),
                        row.getString("input"),
                        row.getString("answer"),
                        SearchWords.facetText(
                                row.getString("task"),
                                row.getString("model"),
                                row.getString("language"),
                                row.getString("outcome"),
                                passed(row.getObject("passed")),
                                row.getBoolean("pinned"))),
                "SELECT task, model, language, outcome, passed, pinned, coalesce(name, '') AS name, fields, input,"
                        + " instruction, answer FROM run JOIN run_text ON run_text.run = run.id WHERE run.id = ?",
                run);
        for (var text : texts) {
            Sql.update(
                    connection,
                    "INSERT OR REPLACE INTO run_words (rowid, prompt, code, answer, facets) VALUES (?, ?, ?, ?, ?)",
                    run,
                    SearchWords.of(text.prompt()),
                    SearchWords.of(text.code()),
                    SearchWords.of(text.answer()),
                    text.facets());
            var size = 2L * text.code().length()
                    + text.answer().length()
                    + text.prompt().length();
            Sql.update(connection, "UPDATE run SET size = ? WHERE id = ?", size, run);
        }
    }

    private static @Nullable Boolean passed(@Nullable Object column) {
        return column == null ? null : Boolean.valueOf(((Number) column).intValue() != 0);
    }

    static void verdict(Connection connection, long run, Verdict verdict) throws SQLException {
        Sql.update(connection, "UPDATE run SET passed = ? WHERE id = ?", verdict.passed(), run);
        Sql.update(connection, "UPDATE run_text SET verdict = ? WHERE run = ?", verdict.detail(), run);
        reindex(connection, run);
    }

    static void pin(Connection connection, long run, boolean pinned) throws SQLException {
        Sql.update(connection, "UPDATE run SET pinned = ? WHERE id = ?", pinned, run);
        reindex(connection, run);
    }

    static void name(Connection connection, long run, @Nullable String name) throws SQLException {
        Sql.update(connection, "UPDATE run SET name = ? WHERE id = ?", name, run);
        reindex(connection, run);
    }

    // A run that goes on is indexed when it ends.
    private static void reindex(Connection connection, long run) throws SQLException {
        if (Sql.number(connection, "SELECT count(*) FROM run WHERE id = ? AND outcome IS NOT NULL", run) == 1) {
            index(connection, run);
        }
    }

    static void view(Connection connection, long run, String view) throws SQLException {
        Sql.update(connection, "UPDATE run_text SET view = ? WHERE run = ?", view, run);
    }

    static void delete(Connection connection, List<Long> runs) throws SQLException {
        for (var run : runs) {
            Sql.update(connection, "DELETE FROM run_words WHERE rowid = ?", run);
            Sql.update(connection, "DELETE FROM piece WHERE run = ?", run);
            Sql.update(connection, "DELETE FROM run_text WHERE run = ?", run);
            Sql.update(connection, "DELETE FROM run WHERE id = ?", run);
        }
    }

    /// Leaves nothing but the runs that go on.
    static void deleteAll(Connection connection) throws SQLException {
        Sql.run(connection, "DELETE FROM run_text WHERE run NOT IN (SELECT id FROM run WHERE writer IS NOT NULL)");
        Sql.run(connection, "DELETE FROM run WHERE writer IS NULL");
        Sql.run(connection, "INSERT INTO run_words (run_words) VALUES ('delete-all')");
    }
}
