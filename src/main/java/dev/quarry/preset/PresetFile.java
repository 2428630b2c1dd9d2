package dev.quarry.preset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The form of a preset on disk: Markdown with YAML front matter and the sections `# System` (may be missing)
/// and `# User`. Strict, because a setting that is silently passed over is worse than a file that is refused.
public final class PresetFile {

    /// The most bytes of a file.
    public static final int MAX_BYTES = 256 * 1024;

    /// The keys of the front matter, in the order they are written in.
    static final List<String> KEYS = List.of(
            "name",
            "description",
            "order",
            "input",
            "output",
            "replacesInput",
            "outputLanguage",
            "temperature",
            "maxTokens",
            "model",
            "parameters",
            "examples");

    private PresetFile() {}

    /// Reads a file. Blocks the caller.
    ///
    /// @throws IOException when the file cannot be read at all
    public static Preset read(Path file) throws IOException, PresetException {
        try (var in = Files.newInputStream(file)) {
            return read(in);
        }
    }

    static Preset read(InputStream in) throws IOException, PresetException {
        return read(decode(in.readNBytes(MAX_BYTES + 1)));
    }

    /// What stands in a file, whether it is a preset or not.
    ///
    /// @throws PresetException when it is too large, or no text
    public static String text(Path file) throws IOException, PresetException {
        if (Files.exists(file) && !Files.isRegularFile(file)) { // a pipe would be waited for
            throw new PresetException("This is not an ordinary file.", 0);
        }
        try (var in = Files.newInputStream(file)) {
            return text(in);
        }
    }

    static String text(InputStream in) throws IOException, PresetException {
        return Preset.withPlainLineEnds(withoutMark(decode(in.readNBytes(MAX_BYTES + 1))));
    }

    /// Reads what stands in a file.
    ///
    /// @throws PresetException when it is no valid preset: why, and in which line
    public static Preset read(String text) throws PresetException {
        requireSize(text.length());
        var sections = PresetSections.of(Preset.withPlainLineEnds(withoutMark(text)));
        var frontMatter = sections.frontMatter();
        var fields = Fields.of(YamlReader.read(frontMatter.text(), frontMatter.firstLine()), "the front matter", KEYS);
        var preset = preset(fields, sections);
        PromptTemplate.of(
                preset,
                sections.system() == null ? 0 : sections.system().firstLine(),
                sections.user().firstLine());
        return preset;
    }

    /// The text of a preset's file where there can be one, else its name alone: what a run keeps of its
    /// preset beside the request.
    public static String textOrName(Preset preset) {
        try {
            return write(preset);
        } catch (PresetException e) {
            return preset.name(); // one that cannot be written as a file; the request tells what was sent
        }
    }

    /// The text of a preset's file, always the same for the same preset; [#read] makes an equal preset of it.
    ///
    /// @throws PresetException when a file cannot hold the preset, because something in it is not valid
    public static String write(Preset preset) throws PresetException {
        var text = PresetSections.write(FrontMatter.write(preset), preset.systemTemplate(), preset.userTemplate());
        Preset copy;
        try {
            copy = read(text);
        } catch (PresetException e) {
            throw new PresetException(e.sentence(), 0); // its lines are those of a file that will not be
        }
        if (!copy.equals(preset)) {
            throw new PresetException("The preset holds characters or values that a file cannot keep.", 0);
        }
        return text;
    }

    /// The text of a file as its author wrote it, changed where the preset says otherwise: comments, order,
    /// quotes and blank lines stay. Where that cannot be done, as when the prompt differs, it is written
    /// anew.
    ///
    /// @param text of a valid preset
    /// @throws PresetException when the text is none, or a file cannot hold the preset
    public static String revise(String text, Preset to) throws PresetException {
        var plain = Preset.withPlainLineEnds(withoutMark(text));
        var was = read(plain);
        if (was.equals(to)) {
            return plain;
        }
        var yaml = PresetSections.of(plain).frontMatter().text();
        var start = plain.indexOf('\n') + 1;
        var revised = FrontMatterEdit.of(yaml, was, to)
                .map(y -> plain.substring(0, start) + y + plain.substring(start + yaml.length()))
                .filter(t -> says(t, to));
        return revised.isPresent() ? revised.get() : write(to);
    }

    private static boolean says(String text, Preset preset) {
        try {
            return read(text).equals(preset);
        } catch (PresetException e) {
            return false;
        }
    }

    private static Preset preset(Fields fields, PresetSections sections) throws PresetException {
        var name = fields.oneLine("name");
        if (name == null) {
            throw new PresetException(
                    "The front matter has no name. Add a line such as 'name: Translate'.", fields.line("name"));
        }
        var description = fields.text("description");
        var order = fields.wholeNumber("order", 0);
        var parameters = ParameterFields.read(fields);
        return new Preset(
                name,
                description == null ? "" : description,
                order == null ? Preset.DEFAULT_ORDER : order,
                fields.oneOf("input", Preset.Input.CODE),
                fields.oneOf("output", Preset.Output.MARKDOWN),
                replacesInput(fields),
                outputLanguage(fields, parameters),
                fields.number("temperature", 0, 1),
                fields.wholeNumber("maxTokens", 1),
                fields.oneLine("model"),
                parameters,
                sections.system() == null ? "" : sections.system().text(),
                sections.user().text(),
                ExampleFields.read(fields, parameters));
    }

    private static boolean replacesInput(Fields fields) throws PresetException {
        var replaces = fields.flag("replacesInput");
        if (replaces && fields.oneOf("output", Preset.Output.MARKDOWN) != Preset.Output.CODE) {
            throw fields.wrong("replacesInput", "needs 'output: code': only code can take the place of the input");
        }
        return replaces;
    }

    private static @Nullable String outputLanguage(Fields fields, List<Parameter> parameters) throws PresetException {
        var wanted = fields.oneLine("outputLanguage");
        if (wanted != null
                && parameters.stream().noneMatch(p -> p.name().equals(wanted) && p.type() == Parameter.Type.LANGUAGE)) {
            throw fields.wrong("outputLanguage", "must be the name of a parameter whose type is language");
        }
        return wanted;
    }

    private static String decode(byte[] bytes) throws PresetException {
        requireSize(bytes.length);
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length);
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        if (decoder.decode(in, out, true).isError()) {
            var line = 1;
            for (var i = 0; i < in.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw new PresetException("The file is not UTF-8 text. Save it as UTF-8.", line);
        }
        return out.flip().toString();
    }

    private static void requireSize(int length) throws PresetException {
        if (length > MAX_BYTES) {
            throw new PresetException("The file is larger than %d kB.".formatted(MAX_BYTES / 1024), 0);
        }
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
