package dev.quarry.language.syntax;

import dev.quarry.language.Language;
import java.util.regex.Pattern;

/// Whether a declaration is for others to use.
final class Visibility {
    private static final Pattern HIDDEN = Pattern.compile("\\b(?:private|fileprivate|internal|local|defp)\\b");
    private static final Pattern PUBLIC = Pattern.compile("\\b(?:public|protected)\\b");
    private static final Pattern STATIC = Pattern.compile("\\bstatic\\b");

    private Visibility() {}

    /// @param before what stands before the name: modifiers, annotations, a result type
    static boolean of(Language language, String name, String before) {
        return switch (language.id()) {
            case "go" -> Character.isUpperCase(name.codePointAt(0));
            case "rust" -> before.contains("pub");
            case "java", "c-sharp" -> PUBLIC.matcher(before).find();
            case "c" -> !STATIC.matcher(before).find();
            default ->
                !name.startsWith("_")
                        && !name.startsWith("#")
                        && !HIDDEN.matcher(before).find();
        };
    }
}
