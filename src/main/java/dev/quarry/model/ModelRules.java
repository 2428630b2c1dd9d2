package dev.quarry.model;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What each model takes: from the data file, from a file of the user's that goes before it, and from what models
/// have refused. May be used from any thread.
public final class ModelRules {
    private static final Logger log = LoggerFactory.getLogger(ModelRules.class);
    private static final String BUILT_IN = "/dev/quarry/model/families.json";

    /// As the data file is written.
    private record Families(@Nullable String date, List<ModelFamily> families) {}

    private final @Nullable Path overrides;
    private final LearnedRules learned;
    private final Map<String, String> bases = new ConcurrentHashMap<>();
    private @Nullable List<ModelFamily> families; // guarded by this
    private volatile boolean loaded;

    /// @param overrides a file of the same form, whose families go before the built-in ones; null for none
    public ModelRules(@Nullable Path overrides, LearnedRules learned) {
        this.overrides = overrides;
        this.learned = learned;
    }

    /// The built-in rules alone, read already, and nothing learned.
    public static ModelRules builtIn() {
        var rules = new ModelRules(null, LearnedRules.ofThisSitting());
        rules.load();
        return rules;
    }

    /// Reads the files, so that [#of] need not. Blocks its caller.
    public void load() {
        var _ = families();
        learned.load();
        loaded = true;
    }

    /// Whether [#of] returns at once.
    public boolean isLoaded() {
        return loaded;
    }

    /// Takes note of which model stands behind each profile, which the ARN of an application profile does not say.
    public void know(ModelList list) {
        list.entries().forEach(entry -> bases.put(entry.id(), entry.base()));
    }

    /// What a model takes. Blocks its caller the first time, while files are read.
    ///
    /// @param model a model ID, an inference profile ID or an ARN
    public ModelTakes of(String model) {
        var id = bases.getOrDefault(model, model).toLowerCase(Locale.ROOT);
        var family = families().stream().filter(f -> f.has(id)).findFirst().orElse(ModelFamily.UNKNOWN);
        return new ModelTakes(family, learned.refusedBy(model), learned.takesNotBoth(model));
    }

    private synchronized List<ModelFamily> families() {
        if (families == null) {
            var all = new ArrayList<ModelFamily>();
            if (overrides != null && Files.exists(overrides)) {
                try (var in = Files.newInputStream(overrides)) {
                    all.addAll(read(in));
                } catch (IOException e) {
                    log.warn("the model families in {} are not used", overrides, e);
                }
            }
            try (var in = ModelRules.class.getResourceAsStream(BUILT_IN)) {
                if (in == null) {
                    throw new IllegalStateException("no " + BUILT_IN);
                }
                all.addAll(read(in));
            } catch (IOException e) {
                throw new IllegalStateException(BUILT_IN + " does not parse", e);
            }
            families = List.copyOf(all);
        }
        return families;
    }

    private static List<ModelFamily> read(InputStream in) throws IOException {
        return JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build()
                .readValue(in, Families.class)
                .families();
    }
}
