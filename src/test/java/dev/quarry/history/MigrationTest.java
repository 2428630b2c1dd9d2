package dev.quarry.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationTest {

    @TempDir
    Path folder;

    /// What each schema was given to keep, as it was written when the schema was new. Never changed.
    private static List<String> content(int schema) throws IOException {
        try (InputStream in = MigrationTest.class.getResourceAsStream("content-" + schema + ".sql")) {
            return Pattern.compile(";\\s*\n")
                    .splitAsStream(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .filter(s -> !s.isBlank())
                    .toList();
        }
    }

    private Path databaseOf(int schema) throws SQLException, IOException {
        var file = folder.resolve("history.db");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            Database.migrate(connection, schema);
            for (var statement : content(schema)) {
                Sql.run(connection, statement);
            }
        }
        return file;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aHistoryOfEverySchemaIsReadWhole(int schema) throws Exception {
        var file = databaseOf(schema);
        try (var session = new HistorySession(file)) {
            assertThat(session.problems).isEmpty();
            assertThat(session.titles(HistoryQuery.ALL)).containsExactly("print(\"two\")", "print(\"one\")");
            assertThat(session.titles(HistoryQuery.ALL.withWords("fmt").withTask("Translate")))
                    .containsExactly("print(\"one\")");
            var first = session.history.find(1).orElseThrow();
            assertThat(first.start().request().model()).isEqualTo("some.model");
            assertThat(first.start().values()).containsEntry("target", "Go");
            assertThat(first.answer()).isEqualTo("fmt.Println(\"one\")");
            assertThat(first.end().costMicros()).isEqualTo(1234);
            assertThat(first.conversation()).isEqualTo(1);
        }
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            assertThat(Sql.number(connection, "PRAGMA user_version")).isEqualTo(Database.MIGRATIONS.size());
            assertThat(columns(connection)).isEqualTo(columnsOfANewOne());
        }
    }

    private static List<String> columns(Connection connection) throws SQLException {
        return Sql.list(
                connection,
                row -> row.getString(1) + "." + row.getString(2) + " " + row.getString(3),
                "SELECT m.name, c.name, c.type FROM sqlite_schema m, pragma_table_xinfo(m.name) c"
                        + " WHERE m.type = 'table' ORDER BY 1, 2");
    }

    private static List<String> columnsOfANewOne() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            Database.migrate(connection, Database.MIGRATIONS.size());
            // What a file keeps for itself once rows have been numbered.
            return columns(connection);
        }
    }

    @Test
    void aStepThatFailsLeavesTheSchemaAsItWas() throws Exception {
        var file = folder.resolve("history.db");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            Database.migrate(connection, 1);
            Sql.run(connection, "ALTER TABLE run ADD COLUMN conversation TEXT"); // in the way of the second step
            assertThatThrownBy(() -> Database.migrate(connection, 2)).isInstanceOf(SQLException.class);
            assertThat(Sql.number(connection, "PRAGMA user_version")).isEqualTo(1);
            assertThat(Sql.number(connection, "SELECT count(*) FROM run")).isZero();
        }
    }

    @Test
    void thereIsContentForEverySchema() throws IOException {
        for (var schema = 1; schema <= Database.MIGRATIONS.size(); schema++) {
            assertThat(content(schema)).isNotEmpty();
        }
    }
}
