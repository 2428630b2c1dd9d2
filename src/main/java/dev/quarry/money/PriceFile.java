package dev.quarry.money;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where prices come from: those that were brought along, and the user's own over them. The user's file has
/// the same form, and needs only the models it changes. It is only ever read. Blocks its caller.
public final class PriceFile {

    /// What was found.
    ///
    /// @param problem a sentence for the user when their file cannot be used, else null
    public record Loaded(PriceTable table, @Nullable String problem) {}

    private record Form(@Nullable String date, @Nullable Map<String, Price> models) {}

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final Path file;

    /// Does not read yet.
    ///
    /// @param config the folder of the user's settings
    public PriceFile(Path config) {
        file = config.resolve("prices.json");
    }

    /// The user's file, which need not be there.
    public Path path() {
        return file;
    }

    public Loaded load() {
        var brought = bundled();
        if (!Files.exists(file)) {
            return new Loaded(brought, null);
        }
        try {
            return new Loaded(
                    table(MAPPER.readValue(Files.readAllBytes(file), Form.class))
                            .over(brought),
                    null);
        } catch (JacksonException e) {
            var place = e.getLocation() == null
                    ? ""
                    : " near line " + e.getLocation().getLineNr();
            return new Loaded(
                    brought, "The prices in " + file + " are not used: they are not in order" + place + ". Mend them.");
        } catch (IOException e) {
            return new Loaded(brought, "The prices in " + file + " are not used: the file could not be read.");
        }
    }

    private static PriceTable bundled() {
        try (var in = PriceFile.class.getResourceAsStream("prices.json")) {
            return table(MAPPER.readValue(in, Form.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PriceTable table(Form form) {
        return new PriceTable(form.date() == null ? "" : form.date(), form.models() == null ? Map.of() : form.models());
    }
}
