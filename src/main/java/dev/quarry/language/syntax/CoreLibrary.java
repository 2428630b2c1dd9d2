package dev.quarry.language.syntax;

import io.github.treesitter.jtreesitter.NativeLibraryLookup;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.Optional;

/// Tells jtreesitter where the core library is. Found by the service loader; [Grammars] asks for no grammar
/// before it has seen the file.
public final class CoreLibrary implements NativeLibraryLookup {

    static final String NAME = "tree-sitter";

    @Override
    @SuppressWarnings("restricted") // the class path is granted native access on the command line
    public SymbolLookup get(Arena arena) {
        return NativeFolder.ofApplication()
                .library(NAME)
                .map(p -> SymbolLookup.libraryLookup(p, arena))
                .orElse(symbol -> Optional.empty());
    }
}
