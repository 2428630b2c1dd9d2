package dev.quarry.language;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The table of languages.
public final class Languages {

    /// For text in no language we know: shown plain.
    public static final Language PLAIN_TEXT =
            new Language("text", "Plain text", List.of("txt"), List.of("text", "txt", "plaintext"));

    private static final List<Language> ALL = List.of(
            of("java", "Java", "java", "java"),
            of("python", "Python", "py pyi pyw", "python py python3"),
            of("javascript", "JavaScript", "js mjs cjs jsx", "javascript js jsx node"),
            of("typescript", "TypeScript", "ts mts cts", "typescript ts"),
            of("tsx", "TSX", "tsx", "tsx"),
            of("go", "Go", "go", "go golang"),
            of("rust", "Rust", "rs", "rust rs"),
            of("c", "C", "c h", "c"),
            of("cpp", "C++", "cpp cc cxx hpp hh hxx", "cpp c++ cxx"),
            of("c-sharp", "C#", "cs csx", "csharp c# cs"),
            of("kotlin", "Kotlin", "kt kts", "kotlin kt"),
            of("swift", "Swift", "swift", "swift"),
            of("ruby", "Ruby", "rb rake gemspec", "ruby rb"),
            of("php", "PHP", "php phtml", "php"),
            of("scala", "Scala", "scala sc", "scala"),
            of("sql", "SQL", "sql", "sql postgresql mysql sqlite"),
            of("bash", "Bash", "sh bash zsh", "bash sh shell zsh"),
            of("html", "HTML", "html htm xhtml", "html"),
            of("css", "CSS", "css", "css"),
            of("json", "JSON", "json jsonc", "json jsonc"),
            of("yaml", "YAML", "yaml yml", "yaml yml"),
            of("toml", "TOML", "toml", "toml"),
            of("xml", "XML", "xml xsd xsl svg pom fxml", "xml svg"),
            of("markdown", "Markdown", "md markdown", "markdown md"),
            of("dart", "Dart", "dart", "dart"),
            of("lua", "Lua", "lua", "lua"),
            of("r", "R", "r", "r"),
            of("haskell", "Haskell", "hs", "haskell hs"),
            of("elixir", "Elixir", "ex exs", "elixir ex"),
            of("dockerfile", "Dockerfile", "dockerfile containerfile", "dockerfile docker"),
            of("hcl", "HCL", "tf hcl tfvars", "hcl terraform tf"),
            of("cobol", "COBOL", "cob cbl cpy", "cobol"),
            of("perl", "Perl", "pl pm", "perl pl"));

    private Languages() {}

    /// Every language but plain text, in the order of the table.
    public static List<Language> all() {
        return ALL;
    }

    /// The language of that ID or name, whatever the case.
    public static Optional<Language> named(String idOrName) {
        return ALL.stream()
                .filter(l -> l.id().equalsIgnoreCase(idOrName) || l.name().equalsIgnoreCase(idOrName))
                .findFirst()
                .or(() -> ofFence(idOrName));
    }

    /// The language a Markdown fence's label names.
    public static Optional<Language> ofFence(String label) {
        var wanted = label.toLowerCase(Locale.ROOT);
        return ALL.stream().filter(l -> l.fenceLabels().contains(wanted)).findFirst();
    }

    /// The language of a file of that name, by its extension.
    public static Optional<Language> ofFileName(String fileName) {
        var name = fileName.toLowerCase(Locale.ROOT);
        var extension = name.substring(name.lastIndexOf('.') + 1);
        return ALL.stream().filter(l -> l.extensions().contains(extension)).findFirst();
    }

    private static Language of(String id, String name, String extensions, String fenceLabels) {
        return new Language(id, name, List.of(extensions.split(" ")), List.of(fenceLabels.split(" ")));
    }
}
