package dev.quarry.cli;

import dev.quarry.language.Language;
import dev.quarry.language.Languages;
import dev.quarry.preset.Preset;
import dev.quarry.preset.PresetLibrary;
import java.util.List;
import java.util.Locale;

/// Finds what is named on the command line, or says what comes nearest.
final class Lookup {

    private Lookup() {}

    /// By name, or by the name as one word: `write-tests` for Write tests.
    static Preset preset(PresetLibrary library, String name) throws UsageException {
        var found = library.named(name)
                .or(() -> library.presets().stream()
                        .filter(p -> oneWord(p.name()).equalsIgnoreCase(name))
                        .findFirst());
        if (found.isEmpty()) {
            var names = library.presets().stream().map(p -> oneWord(p.name())).toList();
            var broken = library.problems().isEmpty() ? "" : " Some files could not be read; it says why.";
            throw new UsageException("There is no preset " + name + "; quarry presets lists them." + broken
                    + Nearest.offer(name, names));
        }
        return found.get();
    }

    /// What the user may type for a name without quotes.
    static String oneWord(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    static Sample sample(List<Sample> samples, String name) throws UsageException {
        var found =
                samples.stream().filter(s -> s.name().equalsIgnoreCase(name)).findFirst();
        if (found.isEmpty()) {
            var names = samples.stream().map(Sample::name).toList();
            throw new UsageException(
                    "There is no sample " + name + "; quarry samples lists them." + Nearest.offer(name, names));
        }
        return found.get();
    }

    static Language language(String name) throws UsageException {
        if (name.equalsIgnoreCase(Languages.PLAIN_TEXT.id())) {
            return Languages.PLAIN_TEXT;
        }
        var found = Languages.named(name);
        if (found.isEmpty()) {
            var ids = Languages.all().stream().map(Language::id).toList();
            throw new UsageException("There is no language " + name + "; known are: " + String.join(", ", ids) + "."
                    + Nearest.offer(name, ids));
        }
        return found.get();
    }
}
