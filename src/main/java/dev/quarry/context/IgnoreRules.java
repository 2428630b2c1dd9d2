package dev.quarry.context;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import org.eclipse.jgit.ignore.IgnoreNode;
import org.jspecify.annotations.Nullable;

/// What git would ignore: the `.gitignore` of a folder, of those above it in its repository, and `.git` itself. Folders
/// are entered as a walk comes to them, parents first.
final class IgnoreRules {
    private final Deque<Rules> rules = new ArrayDeque<>(); // the nearest first

    private record Rules(Path folder, IgnoreNode node) {}

    /// @param root where the walk begins
    IgnoreRules(Path root) {
        var above = new ArrayList<Path>();
        var repository = repositoryOf(root);
        if (repository != null) {
            for (var folder = root.getParent();
                    folder != null && folder.startsWith(repository);
                    folder = folder.getParent()) {
                above.addFirst(folder);
            }
        }
        for (var folder : above) {
            try {
                enter(folder);
            } catch (IOException e) {
                // A file of rules above the folder that may not be read: git could not heed it either.
            }
        }
    }

    private static @Nullable Path repositoryOf(Path folder) {
        for (@Nullable Path at = folder; at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(".git"))) {
                return at;
            }
        }
        return null;
    }

    void enter(Path folder) throws IOException {
        while (!rules.isEmpty() && !folder.startsWith(rules.peek().folder())) {
            rules.pop();
        }
        var file = folder.resolve(".gitignore");
        if (Files.isRegularFile(file)) {
            var node = new IgnoreNode();
            try (var in = Files.newInputStream(file)) {
                node.parse(in);
            }
            rules.push(new Rules(folder, node));
        }
    }

    boolean ignores(Path path, boolean isFolder) {
        if (path.endsWith(".git")) {
            return true;
        }
        for (var rule : rules) {
            if (!path.startsWith(rule.folder())) {
                continue;
            }
            var relative = rule.folder().relativize(path).toString().replace('\\', '/');
            var verdict = rule.node().checkIgnored(relative, isFolder);
            if (verdict != null) {
                return verdict;
            }
        }
        return false;
    }
}
