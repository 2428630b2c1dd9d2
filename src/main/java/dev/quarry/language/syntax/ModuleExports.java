package dev.quarry.language.syntax;

import dev.quarry.language.Language;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// In a file that exports something by name, what is not exported is nobody else's.
final class ModuleExports {

    private static final Set<String> SCRIPTS = Set.of("javascript", "typescript", "tsx");
    private static final Pattern EXPORT = Pattern.compile("(?m)^export\\b");
    private static final Pattern LIST =
            Pattern.compile("(?m)^export\\s*(?:type\\s*)?\\{(?<names>[^}]*)\\}(?!\\s*from)");
    private static final Pattern DEFAULT = Pattern.compile("(?m)^export\\s*(?:default\\s|=)\\s*(?<said>[^\\n]*)");
    private static final Pattern STATEMENT = Pattern.compile(
            "(?:declare\\s|abstract\\s|async\\s)*(?:class|function|interface|type|enum|namespace|const|let|var)\\b.*");
    private static final Pattern WORD = Pattern.compile("[\\w$]+");

    private ModuleExports() {}

    /// The same, with what stays inside of the module hidden.
    static List<Declaration> applied(List<Declaration> found, String text, Language language) {
        if (!SCRIPTS.contains(language.id()) || !EXPORT.matcher(text).find()) {
            return List.copyOf(found);
        }
        var named = named(text);
        var inside = 0; // the end of the hidden statement that the ones that follow may be in
        var all = new ArrayList<Declaration>();
        for (var declaration : found) {
            var line = text.substring(text.lastIndexOf('\n', Math.max(0, declaration.start() - 1)) + 1);
            if (STATEMENT.matcher(line.lines().findFirst().orElse("")).matches()
                    && !named.contains(declaration.name())) {
                inside = Math.max(inside, declaration.end());
            }
            all.add(declaration.start() < inside ? hidden(declaration) : declaration);
        }
        return List.copyOf(all);
    }

    private static Declaration hidden(Declaration declaration) {
        return new Declaration(
                declaration.kind(),
                declaration.name(),
                false,
                declaration.start(),
                declaration.end(),
                declaration.bodyStart(),
                declaration.bodyEnd());
    }

    /// Names that are exported elsewhere than where they are declared.
    private static Set<String> named(String text) {
        var named = new HashSet<String>();
        LIST.matcher(text).results().forEach(m -> words(m.group("names"), named));
        DEFAULT.matcher(text).results().forEach(m -> words(m.group("said"), named));
        return named;
    }

    private static void words(String said, Set<String> to) {
        WORD.matcher(said).results().forEach(m -> to.add(m.group()));
    }
}
