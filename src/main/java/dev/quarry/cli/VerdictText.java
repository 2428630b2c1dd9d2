package dev.quarry.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.quarry.check.Check;
import dev.quarry.check.Verdict;
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
        json.writeObjectFieldStart("verdict");
        json.writeStringField("status", verdict.status().name());
        json.writeNumberField("ms", verdict.elapsed().toMillis());
        json.writeArrayFieldStart("checks");
        for (var check : verdict.checks()) {
            json.writeStartObject();
            json.writeStringField("kind", check.kind().name());
            json.writeStringField("status", check.status().name());
            json.writeStringField("with", check.with());
            json.writeStringField("notChecked", check.notChecked());
            json.writeNumberField("ms", check.elapsed().toMillis());
            json.writeArrayFieldStart("findings");
            for (var finding : check.findings()) {
                json.writeStartObject();
                json.writeNumberField("line", finding.line());
                json.writeNumberField("column", finding.column());
                json.writeStringField("message", finding.message());
                json.writeStringField("weight", finding.weight().name());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
