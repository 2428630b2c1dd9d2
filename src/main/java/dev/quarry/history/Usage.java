package dev.quarry.history;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was used, summed up by day, task and model.
public final class Usage {

    private Usage() {}

    static List<UsageRow> read(Connection connection, Instant from) throws SQLException {
        return Sql.list(
                connection,
                row -> new UsageRow(
                        LocalDate.parse(row.getString("day")),
                        row.getString("task"),
                        row.getString("model"),
                        row.getLong("runs"),
                        row.getLong("tokens_in"),
                        row.getLong("tokens_out"),
                        Sql.longOrNull(row, "cost"),
                        row.getLong("unpriced")),
                "SELECT date(begun / 1000, 'unixepoch', 'localtime') AS day, task, model, count(*) AS runs,"
                        + " sum(tokens_in + cache_read + cache_write) AS tokens_in, sum(tokens_out) AS tokens_out,"
                        + " sum(cost_micros) AS cost, sum(outcome IS NOT NULL AND cost_micros IS NULL) AS unpriced FROM run WHERE begun >= ? GROUP BY day, task, model"
                        + " ORDER BY day, task, model",
                from.toEpochMilli());
    }

    /// The rows as comma-separated values with a header, lines ended as RFC 4180 says. A value that a spreadsheet would
    /// take for a formula is led by an apostrophe.
    public static String csv(List<UsageRow> rows) {
        var text = new StringBuilder("day,task,model,runs,tokens_in,tokens_out,cost_usd,runs_without_price\r\n");
        for (var row : rows) {
            text.append(row.day())
                    .append(',')
                    .append(quoted(row.task()))
                    .append(',')
                    .append(quoted(row.model()))
                    .append(',')
                    .append(row.runs())
                    .append(',')
                    .append(row.tokensIn())
                    .append(',')
                    .append(row.tokensOut())
                    .append(',')
                    .append(dollars(row.costMicros()))
                    .append(',')
                    .append(row.unpriced())
                    .append("\r\n");
        }
        return text.toString();
    }

    private static String dollars(@Nullable Long micros) {
        return micros == null ? "" : BigDecimal.valueOf(micros, 6).toPlainString();
    }

    private static String quoted(String value) {
        var safe = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return safe.matches("[^\",\r\n]*") ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
