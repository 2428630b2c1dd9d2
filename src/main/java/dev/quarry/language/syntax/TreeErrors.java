package dev.quarry.language.syntax;

import dev.quarry.language.ErrorTrust;
import io.github.treesitter.jtreesitter.Node;
import io.github.treesitter.jtreesitter.Tree;
import io.github.treesitter.jtreesitter.TreeCursor;
import java.util.ArrayList;
import java.util.List;

/// Finds the errors of a tree. Of an error that spans others only those are told: they are where the trouble
/// is.
final class TreeErrors {

    /// Enough to see that a text is in another language.
    private static final int MOST = 200;

    private static final int UNIT = 2;
    private static final int SHOWN = 24;
    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";
    private static final String QUOTES = "\"'`";

    private final String text;
    private final ErrorTrust trust;
    private final List<SyntaxError> errors = new ArrayList<>();

    private TreeErrors(String text, ErrorTrust trust) {
        this.text = text;
        this.trust = trust;
    }

    /// In the order of the text.
    static List<SyntaxError> of(Tree tree, String text, ErrorTrust trust) {
        if (!tree.getRootNode().hasError()) {
            return List.of();
        }
        var finder = new TreeErrors(text, trust);
        try (var cursor = tree.walk()) {
            finder.visit(cursor);
        }
        return List.copyOf(finder.errors);
    }

    private void visit(TreeCursor cursor) {
        var node = cursor.getCurrentNode();
        if (errors.size() >= MOST) {
            return;
        }
        if (node.isMissing()) {
            add(start(node), start(node), "missing " + (node.isNamed() ? name(node) : "'" + node.getType() + "'"));
            return;
        }
        if (!node.hasError()) {
            return;
        }
        var before = errors.size();
        if (cursor.gotoFirstChild()) {
            do {
                visit(cursor);
            } while (cursor.gotoNextSibling());
            cursor.gotoParent();
        }
        if (node.isError() && errors.size() == before) {
            tell(node);
        }
    }

    private void tell(Node error) {
        var open = new ArrayList<Node>();
        for (var child : error.getChildren()) {
            var type = child.getType();
            if (child.isNamed()) {
                continue;
            }
            if (OPENING.contains(type)) {
                open.add(child);
            } else if (CLOSING.contains(type)) {
                if (open.isEmpty()) {
                    add(start(child), end(child), "unexpected '" + type + "'");
                    return;
                }
                open.removeLast();
            } else if (QUOTES.contains(type)) {
                if (!open.isEmpty() && open.getLast().getType().equals(type)) {
                    open.removeLast();
                } else {
                    open.add(child);
                }
            }
        }
        if (!open.isEmpty()) {
            add(start(open.getLast()), end(open.getLast()), "'" + open.getLast().getType() + "' is not closed");
            return;
        }
        var start = start(error);
        var end = endOfLine(start, end(error));
        var shown = text.substring(start, end).strip();
        add(start, end, shown.isEmpty() ? "unexpected end" : "unexpected '" + shorten(shown) + "'");
    }

    private void add(int start, int end, String message) {
        errors.add(SyntaxError.at(text, start, end, message, trust));
    }

    private int endOfLine(int start, int end) {
        var line = text.indexOf('\n', start);
        return line < 0 || line > end ? end : line;
    }

    private int start(Node node) {
        return Math.min(text.length(), node.getStartByte() / UNIT);
    }

    private int end(Node node) {
        return Math.min(text.length(), node.getEndByte() / UNIT);
    }

    private static String name(Node node) {
        return node.getType().replace('_', ' ');
    }

    private static String shorten(String shown) {
        return shown.length() <= SHOWN ? shown : shown.substring(0, SHOWN) + "\u2026";
    }
}
