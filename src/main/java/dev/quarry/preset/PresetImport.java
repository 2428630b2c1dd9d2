package dev.quarry.preset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Makes presets of the prompt files of other tools: VS Code's `.prompt.md`, the YAML templates of `llm`, and the
/// prompts of Continue. Presets of Quarry's own form are taken as they are.
public final class PresetImport {

    /// What came of a file.
    ///
    /// @param notes one sentence for each thing that Quarry has nothing like
    public record Imported(Preset preset, List<String> notes) {

        public Imported {
            notes = List.copyOf(notes);
        }
    }

    private PresetImport() {}

    /// Reads a file of any known kind, told by its name and what stands in it. Blocks the caller.
    ///
    /// @throws IOException when the file cannot be read at all
    /// @throws PresetException when no preset can be made of it: why, and in which line
    public static Imported read(Path file) throws IOException, PresetException {
        var name = file.getFileName().toString();
        return read(name, PresetFile.text(file));
    }

    /// @param fileName without folders
    static Imported read(String fileName, String text) throws PresetException {
        var lower = fileName.toLowerCase(Locale.ROOT);
        var imported = imported(fileName, lower, text);
        PresetFile.write(imported.preset()); // what no file can keep is told now, not when it is saved
        return imported;
    }

    private static Imported imported(String fileName, String lower, String text) throws PresetException {
        if (lower.endsWith(".prompt.md")) {
            return VsCodePrompt.read(base(fileName, ".prompt.md"), text);
        }
        if (lower.endsWith(".yaml") || lower.endsWith(".yml")) {
            return LlmTemplate.read(base(fileName, lower.endsWith(".yml") ? ".yml" : ".yaml"), text);
        }
        if (lower.endsWith(".prompt")) {
            return ContinuePrompt.read(base(fileName, ".prompt"), text);
        }
        if (lower.endsWith(".md")) {
            return isPreset(text)
                    ? new Imported(PresetFile.read(text), List.of())
                    : ContinuePrompt.read(base(fileName, ".md"), text);
        }
        throw new PresetException(
                "Prompts can be imported from .prompt.md (VS Code), .yaml (llm), .prompt and .md (Continue).", 0);
    }

    private static String base(String fileName, String ending) {
        return fileName.substring(0, fileName.length() - ending.length());
    }

    private static boolean isPreset(String text) {
        return text.lines().anyMatch(l -> l.stripTrailing().equals("# User"));
    }
}
