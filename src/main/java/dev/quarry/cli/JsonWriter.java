package dev.quarry.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.quarry.preset.Preset;
import dev.quarry.run.Outcome;
import dev.quarry.run.RunResult;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Writes one JSON object when the run is over, on a line of its own: several runs make a file of JSON lines.
final class JsonWriter implements AnswerWriter {
    private final Writer out;
    private final Preset preset;
    private final @Nullable String file;
    private final Supplier<@Nullable Double> dollars;

    /// @param file what the run was about, or null when it has no name
    /// @param dollars what the run cost, asked at its end; gives null when that is not known
    JsonWriter(Writer out, Preset preset, @Nullable String file, Supplier<@Nullable Double> dollars) {
        this.dollars = dollars;
        this.out = out;
        this.preset = preset;
        this.file = file;
    }

    @Override
    public void piece(String text) {
        // The object holds the answer as a whole.
    }

    @Override
    public void end(CheckedAnswer answer) throws IOException {
        var line = new StringWriter();
        try (var json = new JsonFactory().createGenerator(line)) {
            write(json, answer.result(), answer);
        }
        out.write(line + "\n");
        out.flush();
    }

    private void write(JsonGenerator json, RunResult result, CheckedAnswer answer) throws IOException {
        json.writeStartObject();
        json.writeStringField("preset", preset.name());
        json.writeStringField("file", file);
        json.writeStringField("answer", result.answer());
        json.writeStringField("code", AnswerCode.of(result.answer(), preset.output()));
        json.writeStringField("outcome", result.outcome().code());
        json.writeStringField("stopReason", stopReason(result.outcome()));
        json.writeStringField("error", error(result.outcome()));
        json.writeObjectFieldStart("usage");
        json.writeNumberField("input", result.usage().input());
        json.writeNumberField("output", result.usage().output());
        json.writeNumberField("cacheRead", result.usage().cacheRead());
        json.writeNumberField("cacheWrite", result.usage().cacheWrite());
        json.writeEndObject();
        var cost = dollars.get();
        if (cost == null) {
            json.writeNullField("costUsd");
        } else {
            json.writeNumberField("costUsd", cost);
        }
        json.writeStringField("model", result.model());
        json.writeStringField("connection", result.connection());
        json.writeNumberField("ms", result.elapsed().toMillis());
        if (answer.verdict() != null) {
            json.writeNumberField("repairs", answer.repairs());
            VerdictText.write(json, answer.verdict());
        }
        json.writeEndObject();
    }

    private static @Nullable String stopReason(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Complete c -> c.stopReason();
            case Outcome.CutOff c -> c.stopReason();
            case Outcome.Blocked b -> b.stopReason();
            case Outcome.Interrupted i -> null;
            case Outcome.Cancelled c -> null;
            case Outcome.Failed f -> null;
        };
    }

    private static @Nullable String error(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Interrupted i -> i.sentence();
            case Outcome.Failed f -> f.error().sentence();
            case Outcome.Complete c -> null;
            case Outcome.CutOff c -> null;
            case Outcome.Blocked b -> null;
            case Outcome.Cancelled c -> null;
        };
    }
}
