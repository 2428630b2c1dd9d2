package dev.quarry.model;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.quarry.run.InferenceParameter;
import dev.quarry.run.Lessons;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which parameters models have refused, kept on disk by model ID. A file that cannot be read is no lesson: what
/// it held is learned again. Whoever takes the file away, or a line out of it, has Quarry try again.
public final class LearnedRules implements Lessons {
    private static final Logger log = LoggerFactory.getLogger(LearnedRules.class);
    private static final String NOT_BOTH = "NOT_BOTH";

    private final @Nullable Path file;
    private @Nullable Map<String, Set<String>> refused; // guarded by this

    public LearnedRules(Path file) {
        this(file, true);
    }

    private LearnedRules(@Nullable Path file, boolean isKept) {
        this.file = isKept ? file : null;
    }

    /// Lessons that are forgotten when Quarry ends.
    public static LearnedRules ofThisSitting() {
        return new LearnedRules(null, false);
    }

    /// Blocks while the file is written.
    @Override
    public synchronized void learn(String model, InferenceParameter parameter, boolean together) {
        var all = refused();
        if (all.computeIfAbsent(model, _ -> new TreeSet<>()).add(together ? NOT_BOTH : parameter.name())) {
            write(all);
        }
    }

    synchronized void load() {
        var _ = refused();
    }

    synchronized Set<InferenceParameter> refusedBy(String model) {
        var parameters = EnumSet.noneOf(InferenceParameter.class);
        for (var parameter : InferenceParameter.values()) {
            if (refused().getOrDefault(model, Set.of()).contains(parameter.name())) {
                parameters.add(parameter);
            }
        }
        return parameters;
    }

    synchronized boolean takesNotBoth(String model) {
        return refused().getOrDefault(model, Set.of()).contains(NOT_BOTH);
    }

    private Map<String, Set<String>> refused() {
        if (refused == null) {
            refused = read();
        }
        return refused;
    }

    private Map<String, Set<String>> read() {
        if (file == null) {
            return new TreeMap<>();
        }
        try {
            var kept = Json.MAPPER.readValue(
                    Files.readAllBytes(file), new TypeReference<TreeMap<String, TreeSet<String>>>() {});
            return new TreeMap<>(kept);
        } catch (NoSuchFileException e) {
            return new TreeMap<>();
        } catch (IOException e) {
            log.warn("what models taught is not used: {}", file, e);
            return new TreeMap<>();
        }
    }

    private void write(Map<String, Set<String>> all) {
        if (file == null) {
            return;
        }
        var staged = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".new");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(staged, Json.MAPPER.writeValueAsBytes(all));
            Files.move(staged, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            log.warn("what a model taught was not kept", e);
        }
    }

    /// Made when lessons are first read or written: the window is made with these rules before its first frame.
    private static final class Json {
        private static final JsonMapper MAPPER =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    }
}
