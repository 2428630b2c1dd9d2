package dev.quarry.check;

import dev.quarry.language.syntax.Declaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/// Parts what javac says into errors of the answer and names that come from outside of it, such as the classes of a
/// library or of the project the answer is for.
final class JavaDiagnostics {

    private static final Pattern SYMBOL = Pattern.compile("symbol:\\s+(?<kind>\\w+) (?<name>[\\w.$]+)");
    private static final Pattern LOCATION = Pattern.compile("location:\\s+(?<kind>\\w+) (?<name>\\S+)");
    private static final Pattern VARIABLE_TYPE = Pattern.compile("location: variable \\S+ of type (?<name>\\S+)");

    private static final Pattern WORD = Pattern.compile("[\\w$]+");

    private static final Pattern WHOLE_SYMBOL = Pattern.compile("(?m)^\\s*symbol:\\s+(?<what>.+)$");
    private static final Pattern WHOLE_LOCATION = Pattern.compile("(?m)^\\s*location:\\s+(?<where>.+)$");

    /// What follows from a type that is not known.
    private static final Set<String> FOLLOWING = Set.of(
            "compiler.err.method.does.not.override.superclass",
            "compiler.err.static.methods.cannot.be.annotated.with.override",
            "compiler.err.cant.access",
            "compiler.err.cant.inherit.from.sealed",
            "compiler.err.not.def.public.cant.access",
            "compiler.err.unreported.exception.need.to.catch.or.throw",
            "compiler.err.except.never.thrown.in.try",
            "compiler.err.unreported.exception.default.constructor",
            "compiler.err.does.not.override.abstract",
            "compiler.err.not.encl.class",
            "compiler.err.encl.class.required",
            "compiler.err.incompatible.thrown.types.in.mref",
            "compiler.err.unreported.exception.implicit.close",
            "compiler.err.not.exhaustive",
            "compiler.err.not.exhaustive.statement",
            "compiler.err.annotation.type.not.applicable",
            "compiler.err.not.annotation.type",
            "compiler.err.attribute.value.must.be.constant",
            "compiler.err.call.must.only.appear.in.ctor",
            "compiler.err.cant.ref.non.effectively.final.var",
            "compiler.err.ref.ambiguous",
            "compiler.err.cant.infer.local.var.type",
            "compiler.err.cant.apply.diamond",
            "compiler.err.cant.apply.diamond.1",
            "compiler.err.unexpected.mref",
            "compiler.err.unexpected.lambda",
            "compiler.err.recursive.ctor.invocation",
            "compiler.err.non-static.cant.be.ref",
            "compiler.err.default.and.both.boolean.values");

    /// A constant is written otherwise, so what is written like a type in front of a dot is one.
    private static final Pattern TYPE_NAME = Pattern.compile("\\p{Lu}[\\w$]*\\p{Ll}[\\w$]*");

    /// What javac only says of a file that is a program of its own.
    private static final Set<String> OF_FRAGMENTS = Set.of(
            "compiler.err.unnamed.class.does.not.have.main.method",
            "compiler.err.unnamed.class.should.not.have.package.declaration",
            "compiler.err.duplicate.class",
            "compiler.err.module.not.found",
            "compiler.err.cls.pub.in.unnamed.module");

    private final List<Finding> errors = new ArrayList<>();
    private final Set<String> outside = new LinkedHashSet<>();
    private final Set<String> declared = new HashSet<>();
    private final List<Diagnostic<? extends JavaFileObject>> waiting = new ArrayList<>();
    private final Map<String, String> headers = new HashMap<>();
    private final boolean importsStatically;

    JavaDiagnostics(List<Piece> pieces) {
        importsStatically = pieces.stream().anyMatch(p -> p.bare().code().contains("import static "));
        pieces.forEach(p -> p.declarations().stream()
                .filter(d -> d.kind() == Declaration.Kind.TYPE)
                .forEach(d -> {
                    declared.add(d.name());
                    headers.put(d.name(), p.bare().code().substring(d.start(), Math.max(d.start(), d.bodyStart())));
                }));
    }

    /// @param line how many lines stand before the text in the answer's code
    void take(List<Diagnostic<? extends JavaFileObject>> diagnostics, int line) {
        waiting.clear();
        for (var diagnostic : diagnostics) {
            if (diagnostic.getKind() != Diagnostic.Kind.ERROR || OF_FRAGMENTS.contains(diagnostic.getCode())) {
                continue;
            }
            if (!isOutside(diagnostic)) {
                waiting.add(diagnostic);
            }
        }
        for (var diagnostic : waiting) {
            var follows =
                    !outside.isEmpty() && (FOLLOWING.contains(diagnostic.getCode()) || speaksOfOutside(diagnostic));
            if (!follows && !(isCall(diagnostic) && mayBeInherited(diagnostic))) {
                errors.add(new Finding(
                        (int) Math.max(0, diagnostic.getLineNumber()) + line,
                        (int) Math.max(0, diagnostic.getColumnNumber()),
                        sentence(diagnostic),
                        Finding.Weight.FAILURE));
            }
        }
    }

    List<Finding> errors() {
        return errors;
    }

    /// Names, in the order they came.
    Set<String> outside() {
        return outside;
    }

    private boolean isOutside(Diagnostic<?> diagnostic) {
        var code = String.valueOf(diagnostic.getCode());
        var message = diagnostic.getMessage(Locale.ENGLISH);
        if (code.equals("compiler.err.doesnt.exist") || code.equals("compiler.err.package.not.visible")) {
            var name = message.replaceFirst("^package ", "").replaceFirst(" .*", "");
            outside.add(name.strip());
            return true;
        }
        if (code.equals("compiler.err.static.imp.only.classes.and.interfaces")) {
            return true; // of a class that is not here, which is told by itself
        }
        if (code.startsWith("compiler.err.cant.resolve")) {
            if (code.contains("static.import") || message.contains("static import")) {
                return true;
            }
            var symbol = SYMBOL.matcher(message);
            if (!symbol.find()) {
                return code.equals("compiler.err.cant.resolve");
            }
            var name = symbol.group("name");
            var type = symbol.group("kind").equals("class")
                    || (symbol.group("kind").equals("variable")
                            && TYPE_NAME.matcher(name).matches());
            var location = LOCATION.matcher(message);
            var ofKnown = location.find()
                    && Set.of("class", "interface", "enum", "record").contains(location.group("kind"))
                    && !declared.contains(plain(location.group("name")))
                    && !plain(location.group("name")).equals("Answer");
            if (type && !ofKnown) {
                outside.add(name);
                return true;
            }
        }
        return false;
    }

    /// Whether a type that is not known plays a part in an error.
    private boolean speaksOfOutside(Diagnostic<?> diagnostic) {
        var message = diagnostic.getMessage(Locale.ENGLISH);
        return message.contains("is not a functional interface")
                || message.contains("cannot infer type")
                || message.contains("of type java.lang.Object")
                || message.contains("<java.lang.Object>")
                || WORD.matcher(message)
                        .results()
                        .anyMatch(m -> outside.contains(m.group()) || descendsFromOutside(m.group()));
    }

    /// Whether what a type of the answer extends is not here.
    private boolean descendsFromOutside(String type) {
        return WORD.matcher(headers.getOrDefault(type, "")).results().anyMatch(m -> outside.contains(m.group()));
    }

    private static boolean isCall(Diagnostic<?> diagnostic) {
        var code = String.valueOf(diagnostic.getCode());
        return code.startsWith("compiler.err.cant.resolve");
    }

    /// A method or field that is not found in a class of the answer may come from a class that is not here.
    private boolean mayBeInherited(Diagnostic<?> diagnostic) {
        if (outside.isEmpty() && !importsStatically) {
            return false;
        }
        var message = diagnostic.getMessage(Locale.ENGLISH);
        var variable = VARIABLE_TYPE.matcher(message);
        if (variable.find()) {
            return declared.contains(plain(variable.group("name")));
        }
        var location = LOCATION.matcher(message);
        return !location.find() || declared.contains(plain(location.group("name")));
    }

    private static String plain(String name) {
        var raw = name.replaceFirst("<.*", "");
        return raw.substring(raw.lastIndexOf('.') + 1);
    }

    private static String sentence(Diagnostic<?> diagnostic) {
        var message = diagnostic.getMessage(Locale.ENGLISH);
        var symbol = WHOLE_SYMBOL.matcher(message);
        if (symbol.find()) {
            var location = WHOLE_LOCATION.matcher(message);
            return "cannot find " + symbol.group("what").replaceAll("\\s+", " ")
                    + (location.find() ? " in " + location.group("where") : "");
        }
        return message.lines().map(String::strip).collect(Collectors.joining("; "));
    }
}
