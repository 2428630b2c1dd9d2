package dev.quarry.history;

import static dev.quarry.history.HistorySession.start;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.run.Outcome;
import dev.quarry.run.RunEvent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the history does when its file cannot be used as it should: it says so, loses nothing, and goes on.
class HistoryTroubleTest {

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("history.db");
    }

    @Test
    void twoAtOnceSeeEachOthersRuns() throws HistoryException {
        try (var one = new HistorySession(file());
                var other = new HistorySession(file())) {
            var ids = List.of(
                    one.history.record(start("Translate", "of one")),
                    other.history.record(start("Review", "of the other")));
            ids.forEach(r -> r.accept(new RunEvent.Text("text")));
            one.history.await();
            other.history.await();
            ids.forEach(r -> r.accept(new RunEvent.Ended(new Outcome.Complete("end_turn"))));
            one.history.await();
            other.history.await();
            assertThat(one.titles(HistoryQuery.ALL)).containsExactlyInAnyOrder("of one", "of the other");
            assertThat(other.titles(HistoryQuery.ALL.withWords("text"))).hasSize(2);
            assertThat(one.recovered).isEmpty();
            assertThat(other.recovered).isEmpty();
            assertThat(one.problems).isEmpty();
            assertThat(other.problems).isEmpty();
        }
    }

    @Test
    void aFullDiskIsToldOnceAndNothingIsLostWhenThereIsRoomAgain() throws Exception {
        try (var session = new HistorySession(file())) {
            session.run(start("Translate", "before"), "x");
            limitPages(session, "SELECT 'PRAGMA max_page_count = ' || (page_count + 4) FROM pragma_page_count");
            var recording = session.history.record(start("Translate", "while it is full"));
            for (var i = 0; i < 50; i++) {
                recording.accept(new RunEvent.Text(("piece" + i + " ").repeat(1_000)));
                session.history.await();
            }
            recording.accept(new RunEvent.Ended(new Outcome.Complete("end_turn")));
            session.history.await();
            assertThat(session.problem()).contains("The disk is full").contains("Make room");
            assertThat(session.problems).as("said once").isEmpty();
            assertThat(session.titles(HistoryQuery.ALL)).contains("before");

            limitPages(session, "SELECT 'PRAGMA max_page_count = 1000000'");
            session.history.await();
            var kept = session.history.find(recording.id().join()).orElseThrow();
            assertThat(kept.answer()).startsWith("piece0 ").endsWith("piece49 ").hasSize(390_000);
            assertThat(kept.end()).isNotNull();
        }
    }

    private static void limitPages(HistorySession session, String pragma) {
        session.history
                .store()
                .work(
                        connection -> Sql.run(
                                connection,
                                Sql.list(connection, row -> row.getString(1), pragma)
                                        .getFirst()),
                        false)
                .join();
    }

    @Test
    void aFolderThatCannotBeWrittenKeepsRunsInMemory() throws Exception {
        // A file where the folder should be: not even root can make a folder there.
        var blocked = Files.createFile(folder.resolve("blocked"));
        try (var session = new HistorySession(blocked.resolve("history.db"))) {
            assertThat(session.problem())
                    .contains("cannot be opened or written")
                    .contains("Make its folder writable");
            session.run(start("Translate", "still works"), "x");
            assertThat(session.titles(HistoryQuery.ALL.withWords("works"))).containsExactly("still works");
        }
    }

    @Test
    void aReadOnlyDatabaseIsLeftAlone() throws Exception {
        try (var session = new HistorySession(file())) {
            session.run(start("Translate", "of before"), "x");
        }
        assertThat(file().toFile().setWritable(false)).isTrue();
        assertThat(folder.toFile().setWritable(false)).isTrue();
        try {
            // Root may write all the same, and then there is nothing to be told.
            var refused = !Files.isWritable(file());
            try (var session = new HistorySession(file())) {
                session.run(start("Translate", "still works"), "x");
                assertThat(session.titles(HistoryQuery.ALL)).startsWith("still works");
                assertThat(session.problems).hasSize(refused ? 1 : 0);
            }
        } finally {
            assertThat(folder.toFile().setWritable(true)).isTrue();
            assertThat(file().toFile().setWritable(true)).isTrue();
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsMovedAside() throws Exception {
        Files.writeString(file(), "this is no database, but somebody may want it back ".repeat(100));
        try (var session = new HistorySession(file())) {
            assertThat(session.problem()).contains("is damaged").contains("moved to");
            session.run(start("Translate", "new"), "x");
            assertThat(session.titles(HistoryQuery.ALL)).containsExactly("new");
        }
        assertThat(moved()).hasSize(1);
        assertThat(Files.readString(moved().getFirst())).startsWith("this is no database");
    }

    private List<Path> moved() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().matches("history\\.db\\.broken-[0-9-]+"))
                    .toList();
        }
    }

    @Test
    void damageThatShowsDuringARunMovesTheFileAsideAndLosesNothingOfTheRun() throws Exception {
        try (var session = new HistorySession(file())) {
            for (var i = 0; i < 50; i++) {
                session.run(start("Translate", "run " + i), "words ".repeat(500));
            }
        }
        try (var session = new HistorySession(file())) {
            var recording = session.history.record(start("Translate", "the run that goes on"));
            recording.accept(new RunEvent.Text("first half, "));
            session.history.await();
            session.history
                    .store()
                    .work(
                            connection -> {
                                throw new org.sqlite.SQLiteException(
                                        "malformed", org.sqlite.SQLiteErrorCode.SQLITE_CORRUPT);
                            },
                            false)
                    .handle((done, error) -> error)
                    .join();
            recording.accept(new RunEvent.Text("second half"));
            recording.accept(new RunEvent.Ended(new Outcome.Complete("end_turn")));
            session.history.await();
            assertThat(session.problem()).contains("is damaged");
            assertThat(session.history.find(recording.id().join()).orElseThrow().answer())
                    .isEqualTo("first half, second half");
            assertThat(moved()).hasSize(1);
        }
    }

    @Test
    void pagesThatAreOverwrittenAreNoticedWhenTheyAreRead() throws Exception {
        try (var session = new HistorySession(file())) {
            for (var i = 0; i < 50; i++) {
                session.run(start("Translate", "run " + i), "words ".repeat(500));
            }
        }
        try (var channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
            channel.write(
                    ByteBuffer.wrap("not a page of a database".repeat(3_000).getBytes(StandardCharsets.UTF_8)), 4_096);
        }
        try (var session = new HistorySession(file())) {
            assertThat(session.problem()).contains("is damaged");
            session.run(start("Translate", "new"), "x");
            assertThat(session.titles(HistoryQuery.ALL)).containsExactly("new");
        }
        assertThat(moved()).hasSize(1);
    }

    @Test
    void aDatabaseOfANewerVersionIsLeftAsItIs() throws Exception {
        try (var session = new HistorySession(file())) {
            session.run(start("Translate", "kept"), "x");
        }
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file())) {
            Sql.run(connection, "PRAGMA user_version = 4711");
        }
        try (var session = new HistorySession(file())) {
            assertThat(session.problem()).contains("newer Quarry").contains("Update Quarry");
            session.run(start("Translate", "of this sitting"), "x");
            assertThat(session.titles(HistoryQuery.ALL)).containsExactly("of this sitting");
        }
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file())) {
            assertThat(Sql.number(connection, "PRAGMA user_version")).isEqualTo(4711);
            assertThat(Sql.number(connection, "SELECT count(*) FROM run")).isEqualTo(1);
        }
    }
}
