package dev.quarry.settings;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The settings on disk, as JSON. Blocks its caller; may be used from any thread. Of two programs that save at
/// once the later one wins.
public final class SettingsFile {
    /// Keys whose names are the user's and not of the settings.
    private static final Set<String> MAPS = Set.of("commands", "metadata");

    /// What was found.
    ///
    /// @param problem a sentence for the user when the file could not be used, else null
    public record Loaded(Settings settings, @Nullable String problem) {}

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");

    private final AppFolders folders;
    private final Path file;
    private final @Nullable String untouched;
    private boolean blocked;

    public SettingsFile(AppFolders folders) {
        this(folders, null);
    }

    private SettingsFile(AppFolders folders, @Nullable String untouched) {
        this.folders = folders;
        file = folders.config().resolve("settings.json");
        this.untouched = untouched;
    }

    /// One that is neither read nor written: the defaults hold, and nothing is kept.
    ///
    /// @param why a sentence for the user, told as the problem of each [#load]
    public static SettingsFile untouched(AppFolders folders, String why) {
        return new SettingsFile(folders, why);
    }

    /// Whether nothing that the user keeps is to be read or written.
    public boolean isUntouched() {
        return untouched != null;
    }

    /// The folders it belongs to.
    public AppFolders folders() {
        return folders;
    }

    /// Reads no more than the first frame of the window shows: theme, size of text and bounds, all else as by default.
    /// Changes nothing on disk, and takes a tenth of the time of [#load].
    public Settings firstLook() {
        return untouched == null && Files.exists(file) ? FirstLook.at(file) : Settings.DEFAULTS;
    }

    /// Reads the file; without one, the defaults hold. A file that cannot be used is moved aside, so that it can
    /// be mended by hand, and the defaults hold.
    public synchronized Loaded load() {
        if (untouched != null) {
            return new Loaded(Settings.DEFAULTS, untouched);
        }
        if (!Files.exists(file)) {
            return new Loaded(Settings.DEFAULTS, null);
        }
        try {
            var tree = Json.toTree(Settings.DEFAULTS);
            overlay(tree, readTree());
            return new Loaded(Json.toSettings(tree), null);
        } catch (IOException e) {
            return new Loaded(Settings.DEFAULTS, moveAside(reason(e)));
        }
    }

    /// Writes the settings. Keys of the file that this version does not know are kept.
    ///
    /// @throws IOException when they could not be written; what was there before is still there
    public synchronized void save(Settings settings) throws IOException {
        if (untouched != null) {
            return;
        }
        if (blocked) {
            throw new IOException("Settings are not saved: " + file + " cannot be used and could not be moved aside.");
        }
        var tree = Files.exists(file) ? readTreeToKeep() : Json.MAPPER.createObjectNode();
        overlay(tree, Json.toTree(settings));
        AtomicFile.write(file, Json.MAPPER.writeValueAsBytes(tree));
    }

    private ObjectNode readTreeToKeep() throws IOException {
        try {
            return readTree();
        } catch (IOException e) {
            throw new IOException("Settings are not saved: " + file + " was changed, and now " + reason(e) + ".", e);
        }
    }

    private ObjectNode readTree() throws IOException {
        if (Json.MAPPER.readTree(Files.readAllBytes(file)) instanceof ObjectNode object) {
            FormerSettings.carryOver(object);
            return object;
        }
        throw MismatchedInputException.from((JsonParser) null, ObjectNode.class, "it is not a JSON object");
    }

    /// Puts the keys of one tree over those of another. A null takes the key away, which brings back its default; a map
    /// takes the place of the one that was, so that an entry can go.
    private static void overlay(ObjectNode under, ObjectNode over) {
        for (var entry : over.properties()) {
            JsonNode value = entry.getValue();
            if (value.isNull()) {
                under.remove(entry.getKey());
            } else if (!MAPS.contains(entry.getKey())
                    && value instanceof ObjectNode inner
                    && under.get(entry.getKey()) instanceof ObjectNode outer) {
                overlay(outer, inner);
            } else {
                under.set(entry.getKey(), value);
            }
        }
    }

    private String moveAside(String reason) {
        var aside = file.resolveSibling(file.getFileName() + ".broken-"
                + LocalDateTime.now(ZoneId.systemDefault()).format(TIME));
        try {
            Files.move(file, aside);
        } catch (IOException e) {
            blocked = true;
            return "The settings in " + file + " are not used: " + reason
                    + ". Quarry starts with its defaults and will not save over that file.";
        }
        return "The settings could not be used: " + reason + ". They were moved to " + aside
                + ", and Quarry starts with its defaults.";
    }

    private static String reason(IOException e) {
        if (e instanceof JsonMappingException mapping) {
            var path = mapping.getPath().stream()
                    .map(JsonMappingException.Reference::getFieldName)
                    .filter(Objects::nonNull) // an index into a list
                    .collect(Collectors.joining("."));
            if (!path.isEmpty()) {
                return "the value of \"" + path + "\" does not fit";
            }
            return mapping.getCause() instanceof IllegalArgumentException cause
                    ? String.valueOf(cause.getMessage())
                    : mapping.getOriginalMessage();
        }
        if (e instanceof JacksonException syntax) {
            return "line " + syntax.getLocation().getLineNr() + " is not JSON";
        }
        return "it could not be read";
    }

    /// Loaded only when there is a file to read or write: a start without one is spared the library.
    private static final class Json {
        static final JsonMapper MAPPER = JsonMapper.builder()
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .addModule(new SimpleModule().addSerializer(Path.class, new ToStringSerializer(Path.class)))
                .build();

        private Json() {}

        static ObjectNode toTree(Settings settings) {
            return MAPPER.valueToTree(settings);
        }

        static Settings toSettings(ObjectNode tree) throws IOException {
            return MAPPER.treeToValue(tree, Settings.class);
        }
    }
}
