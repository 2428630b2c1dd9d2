package dev.quarry.cli;

import dev.quarry.language.Language;
import dev.quarry.language.Languages;
import dev.quarry.language.SourceText;
import dev.quarry.language.SourceTextException;
import dev.quarry.language.detect.Hints;
import dev.quarry.language.detect.LanguageDetector;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads what a run is about: files, or standard input. All of it is read and checked before anything is sent.
final class Inputs {
    private static final String STANDARD_INPUT = "-";

    private final StandardStreams streams;
    private final @Nullable Language language;

    /// @param language of every input, or null to tell each one's by its name and text
    Inputs(StandardStreams streams, @Nullable Language language) {
        this.streams = streams;
        this.language = language;
    }

    /// @param files `-` is standard input; none of them means it too, unless somebody would have to type it
    List<Input> read(List<String> files) throws UsageException {
        if (files.isEmpty() && streams.inIsTerminal().getAsBoolean()) {
            throw new UsageException(
                    "There is no input: name a file, or pipe one in, such as: quarry run Explain < Main.java");
        }
        var inputs = new ArrayList<Input>();
        for (var file : files.isEmpty() ? List.of(STANDARD_INPUT) : files) {
            inputs.add(file.equals(STANDARD_INPUT) ? standardInput() : file(file));
        }
        return inputs;
    }

    private Input standardInput() throws UsageException {
        try {
            return input(null, SourceText.read(streams.in(), "The input").text());
        } catch (SourceTextException e) {
            throw new UsageException(e.sentence(), e);
        }
    }

    private Input file(String file) throws UsageException {
        try {
            return input(file, SourceText.read(Path.of(file)).text());
        } catch (SourceTextException e) {
            throw new UsageException(e.sentence(), e);
        } catch (InvalidPathException e) {
            throw new UsageException(file + " cannot be the name of a file: check it.", e);
        }
    }

    private Input input(@Nullable String file, String text) throws UsageException {
        if (text.isBlank()) {
            throw new UsageException((file == null ? "The input" : file) + " is empty: there is nothing to run on.");
        }
        return new Input(file, text, language != null ? language : languageOf(file, text));
    }

    private static Language languageOf(@Nullable String file, String text) {
        var told = new LanguageDetector().detect(text, file == null ? Hints.NONE : Hints.ofFile(file));
        return told.sure() ? told.language() : Languages.PLAIN_TEXT;
    }
}
