package dev.quarry.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.quarry.check.Check;
import dev.quarry.check.Verdict;
import dev.quarry.check.VerdictJson;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;

/// Tells a verdict: to people in lines, to programs in JSON.
final class VerdictText {

    private VerdictText() {}

    static void print(Verdict verdict, PrintStream to) {
        to.println(String.format(
                Locale.ROOT, "Checked in %.1f s:", verdict.elapsed().toMillis() / 1000.0));
        for (var check : verdict.checks()) {
            var with = check.with().isEmpty() ? "" : " (" + check.with() + ")";
            var not = check.notChecked().isEmpty() ? "" : " · " + check.notChecked();
            to.println("  " + status(check.status()) + "  " + name(check.kind()) + with + not);
            check.findings().forEach(f -> to.println("               " + f.sentence()));
        }
    }

    private static String name(Check.Kind kind) {
        return switch (kind) {
            case FENCE -> "code in a closed fence";
            case LANGUAGE -> "the language asked for";
            case PARSES -> "parses";
            case NOTHING_DROPPED -> "nothing dropped";
            case WHOLE -> "not cut off";
            case COMPILES -> "compiles";
        };
    }

    private static String status(Check.Status status) {
        return switch (status) {
            case PASSED -> "passed     ";
            case DOUBTFUL -> "doubtful   ";
            case FAILED -> "FAILED     ";
            case NOT_CHECKED -> "not checked";
        };
    }

    /// An object under the name `verdict`.
    static void write(JsonGenerator json, Verdict verdict) throws IOException {
        json.writeFieldName("verdict");
        VerdictJson.write(json, verdict);
    }
}
