package dev.quarry.money;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The budget on disk, in US dollars: `{"perDay": 5, "perRun": 0.5}`. Blocks its caller; may be used from any
/// thread.
public final class BudgetFile {

    /// What was found.
    ///
    /// @param problem a sentence for the user when the file cannot be used, else null
    public record Loaded(Budget budget, @Nullable String problem) {}

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Path file;

    /// Does not read yet.
    ///
    /// @param config the folder of the user's settings
    public BudgetFile(Path config) {
        file = config.resolve("budget.json");
    }

    /// A file that cannot be used stays as it is, and there is no budget: the problem says so.
    public Loaded load() {
        if (!Files.exists(file)) {
            return new Loaded(Budget.NONE, null);
        }
        try {
            var tree = MAPPER.readTree(Files.readAllBytes(file));
            return new Loaded(
                    new Budget(
                            amount(tree.path("perDay").asText("")),
                            amount(tree.path("perRun").asText(""))),
                    null);
        } catch (IOException | IllegalArgumentException e) {
            return new Loaded(
                    Budget.NONE,
                    "The budget in " + file + " is not kept to, for it cannot be read: "
                            + "set it again, or mend the file.");
        }
    }

    private static @Nullable Long amount(String text) {
        if (text.isEmpty() || text.equals("null")) {
            return null;
        }
        return Dollars.parse(text).orElseThrow(() -> new IllegalArgumentException("not an amount"));
    }

    /// Replaces what is kept.
    ///
    /// @throws IOException when it could not be written; what was there before is still there
    public void save(Budget budget) throws IOException {
        Map<String, Object> form = new LinkedHashMap<>();
        put(form, "perDay", budget.perDayMicros());
        put(form, "perRun", budget.perRunMicros());
        WholeFile.write(file, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(form));
    }

    private static void put(Map<String, Object> form, String key, @Nullable Long micros) {
        if (micros != null) {
            form.put(key, Objects.requireNonNull(micros) / 1e6);
        }
    }
}
