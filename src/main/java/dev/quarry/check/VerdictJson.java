package dev.quarry.check;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Verdicts as JSON, for programs and to be kept with a run.
public final class VerdictJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private VerdictJson() {}

    /// Writes an object in one line.
    public static String text(Verdict verdict) {
        var text = new StringWriter();
        try (var json = MAPPER.createGenerator(text)) {
            write(json, verdict);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a string writer has no disk that could be full
        }
        return text.toString();
    }

    /// Writes an object.
    public static void write(JsonGenerator json, Verdict verdict) throws IOException {
        json.writeStartObject();
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

    /// Reads what [#text] wrote. Empty for a text of an older or a newer version that says something else.
    public static Optional<Verdict> read(String text) {
        try {
            var root = MAPPER.readTree(text);
            if (!root.path("checks").isArray()) {
                return Optional.empty();
            }
            var checks = new ArrayList<Check>();
            for (var check : root.path("checks")) {
                checks.add(check(check));
            }
            return Optional.of(new Verdict(checks, millis(root)));
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty(); // another version's words
        }
    }

    private static Check check(JsonNode check) {
        List<Finding> findings = new ArrayList<>();
        for (var finding : check.path("findings")) {
            findings.add(new Finding(
                    finding.path("line").asInt(),
                    finding.path("column").asInt(),
                    finding.path("message").asText(),
                    Finding.Weight.valueOf(finding.path("weight").asText())));
        }
        return new Check(
                Check.Kind.valueOf(check.path("kind").asText()),
                Check.Status.valueOf(check.path("status").asText()),
                check.path("with").asText(),
                findings,
                check.path("notChecked").asText(),
                millis(check));
    }

    private static Duration millis(JsonNode node) {
        return Duration.ofMillis(node.path("ms").asLong());
    }
}
