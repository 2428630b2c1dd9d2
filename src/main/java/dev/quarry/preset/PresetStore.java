package dev.quarry.preset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The user's own folder of presets: the only one that Quarry writes to. Blocks its caller; may be used from any
/// thread.
/// A name is only ever text: whatever stands in it, the file lies in the folder.
public final class PresetStore {
    private static final int MAX_FILE_NAME = 60;

    /// Names that Windows keeps for devices.
    private static final Pattern DEVICE = Pattern.compile("con|prn|aux|nul|com\\d|lpt\\d|readme");

    private final Path folder;

    /// @param folder made when the first preset is saved
    public PresetStore(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    public Path folder() {
        return folder;
    }

    /// A file that was taken away, and what stood in it.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Removed(Path file, byte[] content) {}

    /// Writes the preset: over the file of the user's own preset of that name, else into a new one. No file that holds
    /// anything else is touched.
    ///
    /// @param library what was read last, which knows the files
    /// @return the file
    /// @throws PresetException when no file can hold the preset
    /// @throws IOException when it could not be written; what was there before is still there
    public synchronized Path save(Preset preset, PresetLibrary library) throws PresetException, IOException {
        return saveText(preset.name(), PresetFile.write(preset), library);
    }

    /// The same with the text of a file as its author wrote it, comments and all.
    ///
    /// @param name that of the preset in the text
    /// @throws PresetException when the text is no valid preset of that name
    public synchronized Path saveText(String name, String text, PresetLibrary library)
            throws PresetException, IOException {
        var preset = PresetFile.read(text);
        if (!preset.name().equals(name.strip())) {
            throw new PresetException("The preset is called '%s', not '%s'.".formatted(preset.name(), name), 0);
        }
        var file = ownFile(name, library);
        var target = file == null ? free(name) : file;
        write(target, text);
        return target;
    }

    /// Gives the user's own preset another name, and leaves all else in its file as it stands. A file that is called by
    /// its preset is called by the new name then; one that was given another name by hand keeps it.
    ///
    /// @return the file
    /// @throws PresetException when there is no such preset, or the new name is taken or cannot be one
    public synchronized Path rename(String from, String to, PresetLibrary library) throws PresetException, IOException {
        var file = ownFile(from, library);
        var preset = library.named(from).orElse(null);
        if (file == null || preset == null) {
            throw notOwn(from);
        }
        if (!PresetLibrary.key(from).equals(PresetLibrary.key(to))
                && library.named(to).isPresent()) {
            throw new PresetException("There is a preset '%s' already. Choose another name.".formatted(to.strip()), 0);
        }
        write(file, PresetFile.revise(PresetFile.text(file), preset.named(to)));
        if (fileName(from).equals(fileName(to)) || !isCalledBy(from, file)) {
            return file;
        }
        var target = free(to);
        Files.move(file, target); // never over another file
        return target;
    }

    private static boolean isCalledBy(String name, Path file) {
        var called = file.getFileName().toString();
        return called.matches(Pattern.quote(fileName(name)) + "(-\\d+)?\\.md");
    }

    /// Takes the file of the user's own preset away. [#restore] brings it back as it was, byte for byte.
    ///
    /// @throws PresetException when there is no such preset of the user's own
    public synchronized Removed delete(String name, PresetLibrary library) throws PresetException, IOException {
        var file = ownFile(name, library);
        if (file == null) {
            throw notOwn(name);
        }
        var removed = new Removed(file, Files.readAllBytes(file));
        Files.delete(file);
        return removed;
    }

    /// Brings a file back; beside one that has taken its place meanwhile.
    public synchronized void restore(Removed removed) throws IOException {
        var name = removed.file().getFileName().toString();
        var file = Files.exists(removed.file(), LinkOption.NOFOLLOW_LINKS)
                ? free(name.substring(0, name.length() - ".md".length()))
                : removed.file();
        WholeFile.write(file, removed.content());
    }

    /// What stands in the file of the user's own preset of that name now; empty when there is none.
    public synchronized Optional<Removed> content(String name, PresetLibrary library) throws IOException {
        var file = ownFile(name, library);
        return file == null ? Optional.empty() : Optional.of(new Removed(file, Files.readAllBytes(file)));
    }

    /// Puts into the file again what stood in it, over what stands there now.
    public synchronized void revert(Removed earlier) throws IOException {
        WholeFile.write(earlier.file(), earlier.content());
    }

    /// The name with a number behind it, if it is taken.
    public static String freeName(String name, PresetLibrary library) {
        var free = name;
        for (var i = 2; library.named(free).isPresent(); i++) {
            free = name + " " + i;
        }
        return free;
    }

    /// What a file of that name is called: letters, digits and hyphens of ASCII, whatever stands in the name.
    public static String fileName(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var slug = plain.replaceAll("\\p{M}+", "").replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        var cut = slug.length() > MAX_FILE_NAME ? slug.substring(0, MAX_FILE_NAME) : slug;
        return cut.isEmpty() || DEVICE.matcher(cut).matches() ? ("preset-" + cut).replaceAll("-+$", "") : cut;
    }

    private Path free(String name) {
        var slug = fileName(name);
        var file = folder.resolve(slug + ".md");
        for (var i = 2; Files.exists(file, LinkOption.NOFOLLOW_LINKS); i++) {
            file = folder.resolve(slug + "-" + i + ".md");
        }
        return file;
    }

    private @Nullable Path ownFile(String name, PresetLibrary library) {
        return library.entry(name)
                .filter(e -> e.source().kind() == PresetSource.Kind.OWN)
                .map(PresetEntry::file)
                .filter(f -> folder.equals(f.toAbsolutePath().normalize().getParent()))
                .orElse(null);
    }

    private static PresetException notOwn(String name) {
        return new PresetException(
                "'%s' is not one of your own presets, so its file is left alone. Save a copy instead."
                        .formatted(Excerpt.of(name)),
                0);
    }

    /// Lines end as they do in the file that is replaced.
    private static void write(Path file, String text) throws IOException {
        var old = Files.isRegularFile(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
        var ends = old.contains("\r\n") ? text.replace("\n", "\r\n") : text;
        WholeFile.write(file, ends.getBytes(StandardCharsets.UTF_8));
    }
}
