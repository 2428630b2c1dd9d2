package dev.quarry.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageTest {

    @TempDir
    Path folder;

    @Test
    void runsAreSummedUpByDayTaskAndModel() throws HistoryException {
        try (var session = new HistorySession(folder.resolve("history.db"))) {
            var now = Instant.now();
            session.run(HistorySession.start("Translate", "a", now), "x");
            session.run(HistorySession.start("Translate", "b", now), "x");
            session.run(HistorySession.start("Review", "c", now), "x");
            session.run(HistorySession.start("Review", "old", now.minusSeconds(90 * 86_400)), "x");
            var today = LocalDate.ofInstant(now, ZoneId.systemDefault());
            assertThat(session.history.usage(now.minusSeconds(86_400)))
                    .containsExactly(
                            new UsageRow(today, "Review", "some.model", 1, 10, 20, null, 1),
                            new UsageRow(today, "Translate", "some.model", 2, 20, 40, null, 2));
        }
    }

    @Test
    void theTableIsWrittenSoThatSpreadsheetsTakeItAsData() {
        var day = LocalDate.of(2026, 3, 1);
        var rows = List.of(
                new UsageRow(day, "Say \"hi\", twice", "m", 1, 2, 3, 1_500_000L, 0),
                new UsageRow(day, "=1+1", "m", 1, 2, 3, null, 1));
        assertThat(Usage.csv(rows)).isEqualTo("""
                day,task,model,runs,tokens_in,tokens_out,cost_usd,runs_without_price\r
                2026-03-01,"Say ""hi"", twice",m,1,2,3,1.500000,0\r
                2026-03-01,'=1+1,m,1,2,3,,1\r
                """);
    }
}
