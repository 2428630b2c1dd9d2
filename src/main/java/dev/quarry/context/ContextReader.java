package dev.quarry.context;

import dev.quarry.language.SourceText;
import dev.quarry.language.SourceTextException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads files and folders as context. Blocks its caller; used by one thread.
public final class ContextReader {

    /// Larger files are no help to a model.
    public static final long LARGEST_FILE_BYTES = 512 * 1024;

    /// More does not fit beside a prompt in the models there are.
    public static final long MOST_TOKENS = 150_000;

    public static final int MOST_FILES = 500;

    private final List<ContextFile> files = new ArrayList<>();
    private long tokens;
    private int leftOut;

    private ContextReader() {}

    /// Reads the files, and of folders the text files in them that git does not ignore.
    ///
    /// @throws ContextException when it is too much, or when a file that was picked itself cannot be read
    public static ContextSet read(List<Path> picked) throws ContextException {
        var reader = new ContextReader();
        for (var path : picked) {
            if (Files.isDirectory(path)) {
                reader.addFolder(path.toAbsolutePath().normalize());
            } else {
                reader.addPicked(path);
            }
        }
        return new ContextSet(reader.files, reader.leftOut);
    }

    private void addPicked(Path file) throws ContextException {
        try {
            add(file, String.valueOf(file.getFileName()));
        } catch (SourceTextException e) {
            throw new ContextException(e.sentence());
        }
    }

    private void addFolder(Path folder) throws ContextException {
        try {
            Files.walkFileTree(folder, new Walk(folder));
        } catch (TooMuch e) {
            throw new ContextException(e.sentence);
        } catch (IOException e) {
            throw new ContextException("The folder " + folder + " could not be read. Check that you may open it.");
        }
    }

    private void add(Path file, String name) throws SourceTextException, ContextException {
        var read = new ContextFile(
                file.toAbsolutePath().normalize(), name, SourceText.read(file).text());
        tokens += read.tokens();
        if (tokens > MOST_TOKENS || files.size() >= MOST_FILES) {
            throw new ContextException(tooMuch());
        }
        files.add(read);
    }

    /// The sentence for files that are too much together.
    public static String tooMuch() {
        return String.format(
                Locale.ROOT,
                "These files are too much context: more than %d files or about %,d tokens. Pick a smaller folder, or"
                        + " the files that matter.",
                MOST_FILES,
                MOST_TOKENS);
    }

    /// Carries the sentence out of the walk.
    private static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;

        private final String sentence;

        private TooMuch(String sentence) {
            super(sentence);
            this.sentence = sentence;
        }
    }

    private final class Walk extends SimpleFileVisitor<Path> {
        private final Path root;
        private final IgnoreRules ignored;

        private Walk(Path root) {
            this.root = root;
            ignored = new IgnoreRules(root);
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            if (!folder.equals(root) && ignored.ignores(folder, true)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            ignored.enter(folder);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (!attributes.isRegularFile() || attributes.size() > LARGEST_FILE_BYTES || ignored.ignores(file, false)) {
                leftOut++;
                return FileVisitResult.CONTINUE;
            }
            try {
                add(file, root.relativize(file).toString().replace('\\', '/'));
            } catch (SourceTextException e) {
                leftOut++; // binary, or in no known encoding
            } catch (ContextException e) {
                throw new TooMuch(e.sentence());
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            leftOut++;
            return FileVisitResult.CONTINUE;
        }
    }
}
