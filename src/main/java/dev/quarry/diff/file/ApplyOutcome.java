package dev.quarry.diff.file;

import java.io.IOException;
import java.nio.file.Path;

/// What came of writing a result to the file it came from. Unless it is [Applied] the file is as it was.
public sealed interface ApplyOutcome {

    /// One or two sentences for the user.
    String sentence();

    /// The file has the new text.
    ///
    /// @param now the file as it is now; write the next change over this
    /// @param backup the bytes it had before
    /// @param before the file as it was
    record Applied(TextFile now, TextFile before, Path backup) implements ApplyOutcome {
        @Override
        public String sentence() {
            return "Written to " + now.path() + ". The former text is kept in " + backup + ".";
        }
    }

    /// The file has that text already.
    record Unchanged(TextFile now) implements ApplyOutcome {
        @Override
        public String sentence() {
            return now.path() + " has this text already.";
        }
    }

    /// Somebody else wrote to the file since it was read. Merge (see [dev.quarry.diff.ThreeWay]) what it is now
    /// with what was to be written, and write that over `now`.
    record ChangedMeanwhile(TextFile now) implements ApplyOutcome {
        @Override
        public String sentence() {
            return now.path() + " was changed since it was read. Compare both changes before you write.";
        }
    }

    /// The file does not exist any more.
    record Gone(Path path) implements ApplyOutcome {
        @Override
        public String sentence() {
            return path + " was moved or deleted since it was read. Save the result under a new name.";
        }
    }

    /// The file, or the folder it is in, is read-only.
    ///
    /// @param path which of both
    record ReadOnly(Path path) implements ApplyOutcome {
        @Override
        public String sentence() {
            return path + " is read-only. Make it writable, or save the result elsewhere.";
        }
    }

    /// The result has a character the file's encoding has not. Writing over `file.in(TextEncoding.UTF_8)` would
    /// do, unless it is half of a surrogate pair.
    ///
    /// @param codePoint the first such character
    /// @param line 1-based, as it is shown
    record NotEncodable(TextEncoding encoding, int codePoint, int line) implements ApplyOutcome {
        @Override
        public String sentence() {
            return Character.getType(codePoint) == Character.SURROGATE
                    ? "Line %d has half of a character (U+%04X), which no file can hold. Remove it."
                            .formatted(line, codePoint)
                    : "Line %d has the character %s (U+%04X), which %s does not have. Write the file as UTF-8 instead."
                            .formatted(line, Character.toString(codePoint), codePoint, encoding.label());
        }
    }

    /// The system refused in some other way, or the file is no text any more.
    record Failed(String sentence, IOException error) implements ApplyOutcome {}
}
