package dev.quarry.language.syntax;

import dev.quarry.language.Language;
import io.github.treesitter.jtreesitter.Node;
import io.github.treesitter.jtreesitter.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds what a tree declares. The grammars agree on names well enough that one rule serves them all: a node whose
/// type says that it is a function or a type, and which has a name.
final class TreeDeclarations {

    private static final int UNIT = 2;
    private static final int MOST = 5_000;

    private static final Pattern FUNCTION = Pattern.compile("(?:.*_)?(?:function|method|constructor|func|macro)"
            + "(?:_definition|_declaration|_item|_signature|_signature_item|_spec|_elem)?|singleton_method"
            + "|(?:abstract_)?method_signature|compact_constructor_declaration");
    private static final Pattern TYPE = Pattern.compile(
            "(?:.*_)?(?:class|interface|struct|enum|trait|record|object|protocol|module|mixin|union|type"
                    + "|namespace|extension)(?:_definition|_declaration|_item|_spec|_specifier|_alias_declaration)"
                    + "|annotation_type_declaration|type_alias");
    private static final Set<String> NOT_NAMES = Set.of(
            "function_type",
            "generic_type",
            "type",
            "class",
            "function",
            "object",
            "interface",
            "struct",
            "enum",
            "union",
            "extension_type",
            "object_type",
            "union_type",
            "array_type",
            "type_spec_list",
            "func_literal");
    private static final Set<String> FUNCTION_VALUES = Set.of(
            "arrow_function",
            "function_expression",
            "function",
            "generator_function",
            "anonymous_function",
            "lambda",
            "lambda_literal");

    private final String text;
    private final Language language;
    private final List<Declaration> found = new ArrayList<>();

    private TreeDeclarations(String text, Language language) {
        this.text = text;
        this.language = language;
    }

    /// In the order of the text.
    static List<Declaration> of(Tree tree, String text, Language language) {
        var finder = new TreeDeclarations(text, language);
        try (var cursor = tree.walk()) {
            var local = 0; // how many functions are around the node
            var locals = new ArrayList<Boolean>();
            var down = true;
            while (finder.found.size() < MOST) {
                if (down) {
                    var isFunction = finder.visit(cursor.getCurrentNode(), local > 0);
                    if (cursor.gotoFirstChild()) {
                        locals.add(isFunction);
                        local += isFunction ? 1 : 0;
                        continue;
                    }
                }
                if (cursor.gotoNextSibling()) {
                    down = true;
                } else if (cursor.gotoParent()) {
                    local -= locals.removeLast() ? 1 : 0;
                    down = false;
                } else {
                    break;
                }
            }
        }
        return ModuleExports.applied(finder.found, text, language);
    }

    /// @return whether what it declares is local to a function
    private boolean visit(Node node, boolean local) {
        var type = node.getType();
        if (!node.isNamed()) {
            return false;
        }
        if (FUNCTION_VALUES.contains(type)) {
            return true;
        }
        if (type.equals("method_signature") && language.id().equals("dart")) {
            return false; // the signature inside of it has the name
        }
        if (type.equals("variable_declarator") || type.equals("assignment_expression") || type.equals("pair")) {
            assigned(node, local);
            return false;
        }
        var isFunction = FUNCTION.matcher(type).matches() || (type.equals("method") && isRuby());
        var isType = !isFunction
                && (TYPE.matcher(type).matches()
                        || (isRuby() && Set.of("class", "module").contains(type)));
        if ((!isFunction && !isType) || (NOT_NAMES.contains(type) && !isRuby())) {
            return false;
        }
        name(node)
                .ifPresent(
                        name -> add(node, name, isFunction ? Declaration.Kind.FUNCTION : Declaration.Kind.TYPE, local));
        return isFunction;
    }

    private boolean isRuby() {
        return language.id().equals("ruby");
    }

    /// `const f = () => 1` declares a function too.
    private void assigned(Node node, boolean local) {
        var value = node.getChildByFieldName("value").or(() -> node.getChildByFieldName("right"));
        if (value.isEmpty() || !FUNCTION_VALUES.contains(value.get().getType())) {
            return;
        }
        var name = node.getChildByFieldName("name")
                .or(() -> node.getChildByFieldName("key"))
                .or(() -> node.getChildByFieldName("left")
                        .map(l -> l.getChildByFieldName("property").orElse(l)));
        if (name.filter(n -> textOf(n).equals("exports")).isPresent()) {
            // A module that is one function is called what the function is.
            name = value.get().getChildByFieldName("name");
        }
        var called = name;
        called.map(this::textOf).filter(n -> n.matches("[\\w$#]+")).ifPresent(n -> {
            var body = value.get().getChildByFieldName("body");
            found.add(new Declaration(
                    Declaration.Kind.FUNCTION,
                    n,
                    !local && Visibility.of(language, n, before(node, called.get())),
                    start(node),
                    end(node),
                    body.map(this::start).orElse(0),
                    body.map(this::end).orElse(0)));
        });
    }

    private void add(Node node, Node name, Declaration.Kind kind, boolean local) {
        var said = textOf(name);
        var cut = Math.max(said.lastIndexOf(':'), said.lastIndexOf('.'));
        var plain = said.substring(cut + 1).strip();
        if (plain.isEmpty()) {
            return;
        }
        var body = node.getChildByFieldName("body").or(() -> body(node));
        if (kind == Declaration.Kind.TYPE && node.getType().endsWith("_specifier") && body.isEmpty()) {
            return; // C: `struct foo *p` uses the type
        }
        found.add(new Declaration(
                kind,
                plain,
                !local && Visibility.of(language, plain, before(node, name)),
                start(node),
                Math.max(end(node), body.map(this::end).orElse(0)),
                body.map(this::start).orElse(0),
                body.map(this::end).orElse(0)));
    }

    private Optional<Node> body(Node node) {
        return node.getNamedChildren().stream()
                .filter(c -> c.getType().equals("function_body") || c.getType().equals("body_statement"))
                .findFirst()
                .or(() -> language.id().equals("dart") ? bodyBeside(node) : Optional.empty());
    }

    /// Dart's grammar puts a body beside its signature.
    private static Optional<Node> bodyBeside(Node signature) {
        var next = signature.getNextNamedSibling();
        if (next.isEmpty()) {
            next = signature.getParent().flatMap(Node::getNextNamedSibling);
        }
        return next.filter(n -> n.getType().equals("function_body"));
    }

    private static Optional<Node> name(Node node) {
        var named = node.getChildByFieldName("name");
        if (named.isPresent()) {
            return named;
        }
        var at = node.getChildByFieldName("declarator");
        while (at.isPresent()) {
            var inner = at.get().getChildByFieldName("declarator");
            if (inner.isEmpty()) {
                var type = at.get().getType();
                return type.endsWith("identifier") || type.endsWith("_name")
                        ? at
                        : at.get().getChildByFieldName("name");
            }
            at = inner;
        }
        return node.getNamedChildren().stream()
                .filter(c ->
                        c.getType().equals("simple_identifier") || c.getType().equals("type_identifier"))
                .findFirst();
    }

    private String before(Node node, Node name) {
        return text.substring(start(node), Math.max(start(node), start(name)));
    }

    private String textOf(Node node) {
        return text.substring(start(node), end(node));
    }

    private int start(Node node) {
        return Math.min(text.length(), node.getStartByte() / UNIT);
    }

    private int end(Node node) {
        return Math.min(text.length(), node.getEndByte() / UNIT);
    }
}
