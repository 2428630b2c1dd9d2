package dev.quarry.history;

import static dev.quarry.history.HistorySession.start;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.run.Outcome;
import dev.quarry.run.RunEvent;
import dev.quarry.run.RunException;
import dev.quarry.run.TokenUsage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("history.db");
    }

    @Test
    void aRunIsKeptWholeAcrossStarts() throws HistoryException {
        var begun = start("Translate", "print('hi')\n");
        long id;
        try (var session = new HistorySession(file())) {
            id = session.run(begun, "fmt.Println(\"hi\")");
            session.history
                    .setVerdict(id, new Verdict(true, "{\"compiles\":true}"))
                    .join();
            session.history.setView(id, "tab=CODE").join();
            session.history.name(id, "the good one").join();
        }
        try (var session = new HistorySession(file())) {
            var kept = session.history.find(id).orElseThrow();
            assertThat(kept.start().begun()).isEqualTo(begun.begun().truncatedTo(ChronoUnit.MILLIS));
            assertThat(kept.start())
                    .usingRecursiveComparison()
                    .ignoringFields("begun")
                    .isEqualTo(begun);
            assertThat(kept.answer()).isEqualTo("fmt.Println(\"hi\")");
            assertThat(kept.end().outcome()).isEqualTo(new Outcome.Complete("end_turn"));
            assertThat(kept.end().usage()).isEqualTo(new TokenUsage(10, 20, 0, 0));
            assertThat(kept.verdict()).isEqualTo(new Verdict(true, "{\"compiles\":true}"));
            assertThat(kept.view()).isEqualTo("tab=CODE");
            assertThat(kept.name()).isEqualTo("the good one");
        }
    }

    @Test
    void aFailureComesBackWithItsReasonAndSentence() throws HistoryException {
        try (var session = new HistorySession(file())) {
            var error = new RunException(RunException.Reason.QUOTA, "The quota is used up. Wait.", false, null, null);
            var id = session.run(start("Review", "x = 1"), "", new Outcome.Failed(error));
            var outcome = session.history.find(id).orElseThrow().end().outcome();
            assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
                assertThat(failed.error().reason()).isEqualTo(RunException.Reason.QUOTA);
                assertThat(failed.error().sentence()).isEqualTo("The quota is used up. Wait.");
            });
        }
    }

    @Test
    void aRunThatGoesOnIsReadableBeforeItsEnd() throws HistoryException {
        try (var session = new HistorySession(file())) {
            var recording = session.history.record(start("Translate", "print(1)"));
            recording.accept(new RunEvent.Text("half of "));
            session.history.await();
            recording.accept(new RunEvent.Text("it"));
            session.history.await();
            var kept = session.history.find(recording.id().join()).orElseThrow();
            assertThat(kept.answer()).isEqualTo("half of it");
            assertThat(kept.end()).isNull();
        }
    }

    @Test
    void whatCameIsOnDiskWithinHalfASecondWithoutBeingAskedFor() throws Exception {
        try (var session = new HistorySession(file())) {
            var recording = session.history.record(start("Translate", "print(1)"));
            var id = recording.id().join();
            recording.accept(new RunEvent.Text("streamed"));
            HistorySession.until(() -> answer(session, id).equals("streamed"));
        }
    }

    private static String answer(HistorySession session, long id) {
        try {
            return session.history.find(id).orElseThrow().answer();
        } catch (HistoryException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void runsAreFoundByTheBeginningsOfWordsInPromptCodeAndAnswer() throws HistoryException {
        try (var session = new HistorySession(file())) {
            session.run(start("Translate", "def getUserName(): pass"), "func other() {}");
            session.run(start("Review", "SELECT price FROM orders"), "Looks *fine* to me; grüße");
            assertThat(session.titles(HistoryQuery.ALL.withWords("getus"))).containsExactly("def getUserName(): pass");
            assertThat(session.titles(HistoryQuery.ALL.withWords("username")))
                    .containsExactly("def getUserName(): pass");
            assertThat(session.titles(HistoryQuery.ALL.withWords("pri ord")))
                    .containsExactly("SELECT price FROM orders");
            assertThat(session.titles(HistoryQuery.ALL.withWords("GRUSSE grusse")))
                    .isEmpty();
            assertThat(session.titles(HistoryQuery.ALL.withWords("grüß"))).containsExactly("SELECT price FROM orders");
            assertThat(session.titles(HistoryQuery.ALL.withWords("orders other")))
                    .isEmpty();
            // What reads as the search's own syntax is text like any other.
            assertThat(session.titles(HistoryQuery.ALL.withWords("\"fine* AND (NOT")))
                    .isEmpty();
            assertThat(session.titles(HistoryQuery.ALL.withWords("()*\""))).hasSize(2);
        }
    }

    @Test
    void filtersNarrowAloneAndTogetherWithWords() throws HistoryException {
        try (var session = new HistorySession(file())) {
            var old = Instant.parse("2026-01-05T10:00:00Z");
            session.run(start("Translate", "first shared", old), "a");
            var second = session.run(start("Review", "second shared"), "b", new Outcome.Cancelled());
            var third = session.run(start("Review", "third shared"), "c");
            session.history.setVerdict(third, new Verdict(false, "")).join();
            session.history.pin(second, true).join();
            var all = HistoryQuery.ALL;
            assertThat(session.titles(all)).containsExactly("third shared", "second shared", "first shared");
            assertThat(session.titles(all.withTask("Review"))).containsExactly("third shared", "second shared");
            assertThat(session.titles(all.withOutcome("CANCELLED"))).containsExactly("second shared");
            assertThat(session.titles(all.withVerdict(false))).containsExactly("third shared");
            assertThat(session.titles(all.withVerdict(true))).isEmpty();
            assertThat(session.titles(all.withPinned(true))).containsExactly("second shared");
            assertThat(session.titles(all.withPinned(false).withTask("Review"))).containsExactly("third shared");
            assertThat(session.titles(all.withLanguage("python").withModel("some.model")))
                    .hasSize(3);
            assertThat(session.titles(all.withLanguage("go"))).isEmpty();
            assertThat(session.titles(all.withBegun(null, old.plusSeconds(1)))).containsExactly("first shared");
            assertThat(session.titles(all.withBegun(old.plusSeconds(1), null)
                            .withWords("shar")
                            .withTask("Review")))
                    .containsExactly("third shared", "second shared");
        }
    }

    @Test
    void pagesFollowOneAnother() throws HistoryException {
        try (var session = new HistorySession(file())) {
            for (var i = 0; i < 5; i++) {
                session.run(start("Translate", "run " + i), "answer");
            }
            var first = session.history.search(HistoryQuery.ALL.withWords("run"), Long.MAX_VALUE, 2);
            var second = session.history.search(
                    HistoryQuery.ALL.withWords("run"), first.getLast().id(), 2);
            assertThat(first).extracting(RunSummary::title).containsExactly("run 4", "run 3");
            assertThat(second).extracting(RunSummary::title).containsExactly("run 2", "run 1");
        }
    }

    @Test
    void aNameIsFoundByItsWords() throws HistoryException {
        try (var session = new HistorySession(file())) {
            var id = session.run(start("Translate", "print(1)"), "x");
            session.history.name(id, "payroll migration").join();
            assertThat(session.titles(HistoryQuery.ALL.withWords("payr"))).hasSize(1);
            session.history.name(id, null).join();
            assertThat(session.titles(HistoryQuery.ALL.withWords("payr"))).isEmpty();
        }
    }

    @Test
    void deletedRunsLeaveNoTraceAndTheFileShrinks() throws Exception {
        try (var session = new HistorySession(file())) {
            for (var i = 0; i < 200; i++) {
                session.run(start(i % 2 == 0 ? "Translate" : "Review", "secretword" + i), "answer ".repeat(2_000));
            }
            session.history.store().read(connection -> {
                Sql.run(connection, "PRAGMA wal_checkpoint");
                return null;
            });
            var before = size();
            session.history.delete(HistoryQuery.ALL.withTask("Translate")).join();
            HistorySession.until(() -> size() < before * 0.7);
            assertThat(session.titles(HistoryQuery.ALL.withTask("Translate"))).isEmpty();
            assertThat(session.titles(HistoryQuery.ALL.withTask("Review"))).hasSize(100);
            var one =
                    session.history.search(HistoryQuery.ALL, Long.MAX_VALUE, 1).getFirst();
            session.history.delete(List.of(one.id())).join();
            assertThat(session.history.find(one.id())).isEmpty();
            session.history.deleteAll().join();
            HistorySession.until(() -> size() < 200_000);
            assertThat(session.titles(HistoryQuery.ALL)).isEmpty();
        }
        assertThat(new String(Files.readAllBytes(file()), StandardCharsets.ISO_8859_1))
                .doesNotContain("secretword");
    }

    private long size() {
        try {
            return Files.size(file());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatIsPinnedOutlivesAFilteredDelete() throws HistoryException {
        try (var session = new HistorySession(file())) {
            var pinned = session.run(start("Translate", "keep me"), "x");
            session.run(start("Translate", "lose me"), "x");
            session.history.pin(pinned, true).join();
            session.history.delete(HistoryQuery.ALL.withTask("Translate")).join();
            assertThat(session.titles(HistoryQuery.ALL)).containsExactly("keep me");
        }
    }

    @Test
    void runsThatAreTooOldGoAndPinnedOnesStay() throws Exception {
        try (var session = new HistorySession(file())) {
            var old = Instant.now().minus(Duration.ofDays(40));
            session.run(start("Translate", "old", old), "x");
            session.history
                    .pin(session.run(start("Translate", "old but pinned", old), "x"), true)
                    .join();
            session.run(start("Translate", "new"), "x");
            session.history.change(true, new Retention(30, 0));
            session.history.await();
            assertThat(session.titles(HistoryQuery.ALL)).containsExactly("new", "old but pinned");
        }
    }

    @Test
    void theOldestGoWhenTheFileIsTooLarge() throws Exception {
        try (var session = new HistorySession(file(), true, new Retention(0, 1))) {
            for (var i = 0; i < 40; i++) {
                session.run(start("Translate", "run " + i), ("word" + i + " ").repeat(10_000));
            }
            HistorySession.until(() -> size() < 1_400_000);
            var left = session.titles(HistoryQuery.ALL);
            assertThat(left).startsWith("run 39").doesNotContain("run 0");
        }
    }

    @Test
    void switchedOffNothingIsWrittenAndWhatIsThereStays() throws Exception {
        try (var session = new HistorySession(file())) {
            session.run(start("Translate", "kept"), "x");
        }
        try (var session = new HistorySession(file(), false, Retention.FOR_EVER)) {
            session.run(start("Translate", "of this sitting"), "x");
            assertThat(session.titles(HistoryQuery.ALL)).containsExactly("of this sitting");
        }
        try (var session = new HistorySession(file())) {
            assertThat(session.titles(HistoryQuery.ALL)).containsExactly("kept");
            session.history.change(false, Retention.FOR_EVER);
            session.history.await();
            session.run(start("Translate", "private"), "x");
            session.history.change(true, Retention.FOR_EVER);
            session.history.await();
            assertThat(session.titles(HistoryQuery.ALL)).containsExactly("kept");
        }
    }

    @Test
    void whatItCostIsKeptWhereThePriceIsKnown() throws HistoryException {
        try (var session = new HistorySession(file())) {
            var id = session.run(start("Translate", "print(1)"), "x");
            assertThat(session.history.find(id).orElseThrow().end().costMicros())
                    .isNull();
        }
    }

    @Test
    void aConversationIsReadInItsOrder() throws HistoryException {
        try (var session = new HistorySession(file())) {
            var first = session.run(start("Refactor", "code"), "one");
            var from = start("Refactor", "code");
            var second = new RunStart(
                    from.begun(),
                    from.task(),
                    from.presetText(),
                    from.values(),
                    from.language(),
                    from.input(),
                    "use streams",
                    from.request(),
                    from.connection(),
                    first);
            session.run(second, "two");
            session.run(start("Refactor", "something else"), "three");
            assertThat(session.history.conversation(first))
                    .extracting(KeptRun::answer)
                    .containsExactly("one", "two");
            assertThat(session.titles(HistoryQuery.ALL.withWords("streams"))).containsExactly("use streams");
        }
    }
}
