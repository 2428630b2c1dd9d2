package dev.quarry.check;

import dev.quarry.language.Language;
import java.util.Optional;
import java.util.regex.Pattern;

/// What is known of the compilers that check other languages: what they may not be given, and which of their errors
/// only say that something from outside of the answer is not there.
final class ToolRules {

    /// What reads other files at compile time. Any mention of it counts, comments included: a macro can hide the rest.
    private static final Pattern RUST_READS =
            Pattern.compile("\\binclude(?:_str|_bytes)?\\b|#!?\\s*\\[\\s*path\\b|\\bpath\\s*=\\s*\"");

    private static final Pattern C_MENTIONS =
            Pattern.compile("include|embed|import|incbin|pragma\\s+GCC\\s+(?:plugin|poison)");
    private static final Pattern C_HEADER = Pattern.compile(
            "(?m)^[ \\t]*#[ \\t]*include[ \\t]*<(?!/)(?![^>\\n]*\\.\\.)[\\w./+-]+>[ \\t]*(?://[^\\n]*)?\\r?$");
    private static final Pattern C_OWN_HEADER = Pattern.compile("(?m)^[ \\t]*#[ \\t]*include[ \\t]*\"");

    private static final Pattern OUTSIDE = Pattern.compile(String.join(
            "|",
            "error\\[E0(?:432|433|463|583|658|554)\\]", // rustc: crates, files and features that are not here
            "cannot find (?:macro|attribute|derive macro)",
            "No such file or directory",
            "file not found",
            "error TS(?:2307|2304|2580|2582|2591|2792|2875|7016|17004|2686|5097)\\b",
            "no such module"));

    private ToolRules() {}

    /// Why the code is not handed to a compiler, if it is not.
    static Optional<String> refuses(Language language, String code) {
        return switch (language.id()) {
            case "rust" ->
                RUST_READS.matcher(code).find()
                        ? Optional.of(
                                "The code may read other files while it is compiled, so it is not given to rustc.")
                        : Optional.empty();
            case "c", "cpp" -> ofC(code);
            default -> Optional.empty();
        };
    }

    private static Optional<String> ofC(String code) {
        var joined = code.replaceAll("\\\\[ \\t]*\\r?\\n", "");
        if (C_OWN_HEADER.matcher(joined).find()) {
            return Optional.of("The code includes headers of its own project, which are not here.");
        }
        var rest = C_HEADER.matcher(joined).replaceAll("");
        return C_MENTIONS.matcher(rest).find() || rest.contains("??/")
                ? Optional.of("The code may read other files while it is compiled, so it is not given to the compiler.")
                : Optional.empty();
    }

    /// Whether an error says that something outside of the answer is not there.
    static boolean isOutside(String line) {
        return OUTSIDE.matcher(line).find();
    }

    /// Node reads no JSX.
    static boolean isOtherDialect(Language language, String output, String code) {
        return language.id().equals("javascript")
                && output.contains("Unexpected token '<'")
                && Pattern.compile("<[A-Za-z][\\w.]*[^<>]*/?>|<>").matcher(code).find();
    }

    /// What the text is called in its folder. Never a name of the answer's choosing.
    static String fileName(Language language, String code) {
        var module = language.id().equals("javascript")
                && Pattern.compile("(?m)^\\s*(?:import\\s+[\\w{*\"']|export\\s+[\\w{*])")
                        .matcher(code)
                        .find();
        return "answer." + (module ? "mjs" : language.extensions().getFirst());
    }
}
