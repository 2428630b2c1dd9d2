package dev.quarry.preset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Edits of presets that were not saved, a file for each in a folder of the application, so that neither a closed
/// window nor a crash loses one. Blocks its caller; may be used from any thread.
public final class PresetDrafts {
    private static final Logger log = LoggerFactory.getLogger(PresetDrafts.class);
    private final Path folder;

    /// An edit of a preset's file.
    ///
    /// @param preset the name of the preset that was edited
    /// @param text as the user left it, a valid preset or not
    /// @param base what stood in the file when the edit began
    public record Draft(String preset, String text, String base) {}

    /// Made when a draft is written or read: that takes longer than all else that a window opens with.
    private static final class Json {
        static final JsonMapper MAPPER = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    /// @param folder made when the first draft is kept
    public PresetDrafts(Path folder) {
        this.folder = folder;
    }

    /// Keeps a draft in place of an earlier one of that preset.
    public synchronized void keep(Draft draft) throws IOException {
        WholeFile.write(file(draft.preset()), Json.MAPPER.writeValueAsBytes(draft));
    }

    /// Forgets the draft of that preset, if there is one.
    public synchronized void forget(String preset) throws IOException {
        Files.deleteIfExists(file(preset));
    }

    /// What was kept, by name. A file that cannot be used is moved aside, never overwritten.
    ///
    /// @throws IOException when the folder cannot be read
    public synchronized List<Draft> read() throws IOException {
        var drafts = new ArrayList<Draft>();
        if (!Files.isDirectory(folder)) {
            return drafts;
        }
        try (var files = Files.newDirectoryStream(folder, "*.json")) {
            for (var file : files) {
                try {
                    var draft = Json.MAPPER.readValue(Files.readAllBytes(file), Draft.class);
                    if (draft == null || draft.preset() == null || draft.text() == null || draft.base() == null) {
                        setAside(file);
                    } else {
                        drafts.add(draft);
                    }
                } catch (JsonProcessingException e) {
                    setAside(file);
                }
            }
        }
        drafts.sort((a, b) -> a.preset().compareToIgnoreCase(b.preset()));
        return drafts;
    }

    private static void setAside(Path file) throws IOException {
        var aside = file.resolveSibling(file.getFileName() + ".broken");
        Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        log.warn("a draft that cannot be read was moved to {}", aside);
    }

    /// A name may hold anything, so it is only ever part of a file's name as letters and digits.
    private Path file(String preset) {
        var key = UUID.nameUUIDFromBytes(PresetLibrary.key(preset).getBytes(StandardCharsets.UTF_8));
        return folder.resolve(PresetStore.fileName(preset) + "-" + key + ".json");
    }
}
