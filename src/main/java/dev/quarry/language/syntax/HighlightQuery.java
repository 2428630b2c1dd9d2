package dev.quarry.language.syntax;

import dev.quarry.language.Highlighter;
import dev.quarry.language.Languages;
import dev.quarry.language.Span;
import dev.quarry.language.TokenKind;
import dev.quarry.language.lexer.LexerHighlighter;
import io.github.treesitter.jtreesitter.Language;
import io.github.treesitter.jtreesitter.Query;
import io.github.treesitter.jtreesitter.QueryCursor;
import io.github.treesitter.jtreesitter.Tree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Colours a range of a tree. Of patterns that match one node the last one wins, and inner nodes win over
/// outer ones, as the queries are written for. Safe to use from any thread.
final class HighlightQuery {

    private static final Logger LOG = LoggerFactory.getLogger(HighlightQuery.class);

    private static final String EMBEDDED = "embedded.";
    private static final Highlighter LEXERS = new LexerHighlighter();

    /// Bytes of a UTF-16 unit, which is what offsets are counted in here.
    private static final int UNIT = 2;

    private static final Comparator<Capture> OUTER_FIRST = Comparator.comparingInt(Capture::start)
            .thenComparing(Comparator.comparingInt(Capture::end).reversed())
            .thenComparingInt(Capture::pattern);

    private final Query query;
    private final Map<String, CaptureKinds.Meaning> meanings = new HashMap<>();

    /// Captures of code in another language, by the capture's name.
    private final Map<String, dev.quarry.language.Language> embedded = new HashMap<>();

    /// Patterns that hold for names that are not local, which nobody here knows.
    private final Set<Integer> unknowable = new HashSet<>();

    private record Capture(
            int start, int end, int pattern, @Nullable TokenKind kind) {}

    private HighlightQuery(Query query, boolean markup) {
        this.query = query;
        for (var name : query.getCaptureNames()) {
            if (name.startsWith(EMBEDDED)) {
                embedded.put(
                        name, Languages.named(name.substring(EMBEDDED.length())).orElseThrow());
            }
            CaptureKinds.of(name)
                    .map(m -> markup && m.kind() == TokenKind.ANNOTATION && name.startsWith("attribute")
                            ? new CaptureKinds.Meaning(TokenKind.ATTRIBUTE)
                            : m)
                    .ifPresent(m -> meanings.put(name, m));
        }
        for (var i = 0; i < query.getPatternCount(); i++) {
            if (query.getPatternAssertions(i, false).containsKey("local")) {
                unknowable.add(i);
            }
        }
    }

    /// @param name of the grammar and of its query
    static HighlightQuery of(Language language, String name) {
        var compiled = QueryFile.compile(language, QueryFile.basics(language) + QueryFile.read(name));
        if (!compiled.dropped().isEmpty()) {
            LOG.debug(
                    "query {}: {} patterns do not fit the grammar",
                    name,
                    compiled.dropped().size());
        }
        var markup = Set.of("html", "css", "tsx", "javascript").contains(name);
        return new HighlightQuery(compiled.query(), markup);
    }

    /// The coloured pieces that touch the range, in order, without overlap, and cut at its ends.
    ///
    /// @param text what the tree was made of; a closing tail may follow it in the tree
    List<Span> spans(Tree tree, String text, int start, int end) {
        var captures = new ArrayList<Capture>();
        try (var cursor = new QueryCursor(query).setByteRange(start * UNIT, end * UNIT)) {
            cursor.findMatches(tree.getRootNode()).forEach(match -> {
                if (unknowable.contains(match.patternIndex())) {
                    return;
                }
                for (var capture : match.captures()) {
                    var from = capture.node().getStartByte() / UNIT;
                    var to = Math.min(capture.node().getEndByte() / UNIT, text.length());
                    if (from >= end || to <= start || from == to) {
                        continue;
                    }
                    var meaning = meanings.get(capture.name());
                    if (meaning != null) {
                        captures.add(new Capture(from, to, match.patternIndex(), refine(meaning.kind(), text, from)));
                    }
                    var other = embedded.get(capture.name());
                    if (other != null) {
                        LEXERS.highlight(other, text.substring(from, Math.min(to, end)))
                                .forEach(s -> captures.add(
                                        new Capture(from + s.start(), from + s.end(), Integer.MAX_VALUE, s.kind())));
                    }
                }
            });
        }
        captures.sort(OUTER_FIRST);
        var paint = new Paint(start, end);
        captures.forEach(c -> paint.add(c.start, c.end, c.kind));
        return paint.spans();
    }

    /// Queries seldom part comments from those that document.
    private static @Nullable TokenKind refine(@Nullable TokenKind kind, String text, int at) {
        return kind == TokenKind.COMMENT
                        && (text.startsWith("/**", at) || text.startsWith("///", at) || text.startsWith("//!", at))
                ? TokenKind.DOC_COMMENT
                : kind;
    }
}
