package dev.quarry.language.syntax;

import dev.quarry.language.TokenKind;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the names of captures in highlight queries stand for.
final class CaptureKinds {

    /// Longer names first win over shorter ones: `string.escape` before `string`.
    private static final Map<String, TokenKind> KINDS = Map.ofEntries(
            Map.entry("keyword", TokenKind.KEYWORD),
            Map.entry("conditional", TokenKind.KEYWORD),
            Map.entry("repeat", TokenKind.KEYWORD),
            Map.entry("include", TokenKind.KEYWORD),
            Map.entry("exception", TokenKind.KEYWORD),
            Map.entry("storageclass", TokenKind.KEYWORD),
            Map.entry("keyword.operator", TokenKind.KEYWORD),
            Map.entry("keyword.directive", TokenKind.ANNOTATION),
            Map.entry("preproc", TokenKind.ANNOTATION),
            Map.entry("define", TokenKind.ANNOTATION),
            Map.entry("type", TokenKind.TYPE),
            Map.entry("constructor", TokenKind.TYPE),
            Map.entry("module", TokenKind.TYPE),
            Map.entry("namespace", TokenKind.TYPE),
            Map.entry("function", TokenKind.FUNCTION),
            Map.entry("function.macro", TokenKind.FUNCTION),
            Map.entry("method", TokenKind.FUNCTION),
            Map.entry("variable", TokenKind.VARIABLE),
            Map.entry("variable.builtin", TokenKind.KEYWORD),
            Map.entry("variable.member", TokenKind.PROPERTY),
            Map.entry("parameter", TokenKind.VARIABLE),
            Map.entry("property", TokenKind.PROPERTY),
            Map.entry("field", TokenKind.PROPERTY),
            Map.entry("constant", TokenKind.CONSTANT),
            Map.entry("boolean", TokenKind.CONSTANT),
            Map.entry("label", TokenKind.CONSTANT),
            Map.entry("string", TokenKind.STRING),
            Map.entry("character", TokenKind.STRING),
            Map.entry("escape", TokenKind.ESCAPE),
            Map.entry("string.escape", TokenKind.ESCAPE),
            Map.entry("string.special.key", TokenKind.PROPERTY),
            Map.entry("string.special.symbol", TokenKind.CONSTANT),
            Map.entry("number", TokenKind.NUMBER),
            Map.entry("float", TokenKind.NUMBER),
            Map.entry("comment", TokenKind.COMMENT),
            Map.entry("comment.documentation", TokenKind.DOC_COMMENT),
            Map.entry("operator", TokenKind.OPERATOR),
            Map.entry("punctuation", TokenKind.PUNCTUATION),
            Map.entry("delimiter", TokenKind.PUNCTUATION),
            Map.entry("attribute", TokenKind.ANNOTATION),
            Map.entry("annotation", TokenKind.ANNOTATION),
            Map.entry("decorator", TokenKind.ANNOTATION),
            Map.entry("tag", TokenKind.TAG),
            Map.entry("tag.attribute", TokenKind.ATTRIBUTE),
            Map.entry("markup.heading", TokenKind.HEADING),
            Map.entry("text.title", TokenKind.HEADING),
            Map.entry("text.emphasis", TokenKind.EMPHASIS),
            Map.entry("text.uri", TokenKind.LINK));

    private CaptureKinds() {}

    /// What a capture means.
    ///
    /// @param kind null for text that is plain whatever it lies in, such as code within a string
    record Meaning(@Nullable TokenKind kind) {}

    /// Empty for a capture that says nothing about colour.
    static Optional<Meaning> of(String capture) {
        if (capture.equals("embedded") || capture.equals("none")) {
            return Optional.of(new Meaning(null));
        }
        for (var name = capture; !name.isEmpty(); name = parent(name)) {
            var kind = KINDS.get(name);
            if (kind != null) {
                return Optional.of(new Meaning(kind));
            }
        }
        return Optional.empty();
    }

    private static String parent(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }
}
