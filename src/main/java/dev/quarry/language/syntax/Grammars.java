package dev.quarry.language.syntax;

import dev.quarry.language.Language;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Loads the grammars, each once and only when it is asked for. Safe to use from any thread.
final class Grammars {

    private static final Logger LOG = LoggerFactory.getLogger(Grammars.class);
    private static final Grammars OF_APPLICATION = new Grammars(NativeFolder.ofApplication());

    private final NativeFolder folder;
    private final Map<String, Optional<Grammar>> loaded = new ConcurrentHashMap<>();

    Grammars(NativeFolder folder) {
        this.folder = folder;
    }

    static Grammars ofApplication() {
        return OF_APPLICATION;
    }

    /// The grammar of that language; empty when it has none, or its library is missing or cannot be loaded.
    /// The first call for a language may take some hundred milliseconds.
    Optional<Grammar> of(Language language) {
        return language.grammar().isEmpty()
                ? Optional.empty()
                : loaded.computeIfAbsent(language.grammar(), name -> load(name, language));
    }

    @SuppressWarnings("restricted") // the class path is granted native access on the command line
    private Optional<Grammar> load(String name, Language language) {
        var core = folder.library(CoreLibrary.NAME);
        var library = folder.library("tree-sitter-" + name);
        if (core.isEmpty() || library.isEmpty()) {
            LOG.info("{} is coloured by its lexer: no native library of its grammar for this platform", language);
            return Optional.empty();
        }
        try {
            // The symbols must outlive every tree, so that they are never unloaded.
            var symbols = SymbolLookup.libraryLookup(library.get(), Arena.global());
            var loadedLanguage =
                    io.github.treesitter.jtreesitter.Language.load(symbols, "tree_sitter_" + name.replace('-', '_'));
            return Optional.of(new Grammar(loadedLanguage, HighlightQuery.of(loadedLanguage, name)));
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("{} is coloured by its lexer: its grammar cannot be loaded", language, e);
            return Optional.empty();
        }
    }
}
