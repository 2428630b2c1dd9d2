package dev.quarry.model;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The list of one place on disk. It can be asked for again, so a file that cannot be read is no list, and
/// one that cannot be written is a line in the log.
final class ModelListFile {
    private static final Logger log = LoggerFactory.getLogger(ModelListFile.class);
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /// As it is written.
    private record Stored(
            String place, String asOf, @Nullable String note, List<ModelEntry> entries) {
        Stored {
            Instant.parse(asOf); // wrong here rather than later
        }

        ModelList list() {
            return new ModelList(entries, Instant.parse(asOf), note);
        }
    }

    private final Path file;
    private final String place;

    ModelListFile(Path folder, String place) {
        this.place = place;
        // The name is for people; the number after it keeps two places apart whose names look alike.
        var name = place.replaceAll("[^A-Za-z0-9.-]+", "-");
        var key = UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8));
        file = folder.resolve(name.substring(0, Math.min(60, name.length())) + "-"
                + key.toString().substring(0, 8) + ".json");
    }

    /// The lists of all places.
    static List<ModelList> all(Path folder) {
        try (var files = Files.newDirectoryStream(folder, "*.json")) {
            var lists = new ArrayList<ModelList>();
            for (var kept : files) {
                var stored = stored(kept);
                if (stored != null) {
                    lists.add(stored.list());
                }
            }
            return lists;
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            log.warn("the lists of models in {} are not used", folder, e);
            return List.of();
        }
    }

    ModelList read() {
        var stored = stored(file);
        return stored == null || !place.equals(stored.place) ? ModelList.NONE : stored.list();
    }

    private static @Nullable Stored stored(Path file) {
        try {
            return JSON.readValue(Files.readAllBytes(file), Stored.class);
        } catch (NoSuchFileException e) {
            return null;
        } catch (JacksonException e) {
            log.warn("the list of models in {} is not used: line {}", file, line(e));
        } catch (IOException | RuntimeException e) {
            log.warn("the list of models in {} is not used", file, e);
        }
        return null;
    }

    void write(ModelList list) {
        var staged = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".new");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(
                    staged,
                    JSON.writeValueAsBytes(new Stored(place, list.asOf().toString(), list.note(), list.entries())));
            Files.move(staged, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            log.warn("the list of models was not kept", e);
        }
    }

    private static int line(JacksonException e) {
        return e.getLocation() == null ? 0 : e.getLocation().getLineNr();
    }
}
