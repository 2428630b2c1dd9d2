package dev.quarry.language.syntax;

import dev.quarry.language.ErrorTrust;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// Which syntax errors are worth showing.
public final class SyntaxErrors {

    private record Kind(String message, String excerpt) {}

    private SyntaxErrors() {}

    /// What an answer has that its input did not: the errors of the output without as many of the same
    /// message on an equal line of the input. Where lines moved does not matter.
    public static List<SyntaxError> added(List<SyntaxError> input, List<SyntaxError> output) {
        var known = new HashMap<Kind, Integer>();
        input.forEach(e -> known.merge(kind(e), 1, Integer::sum));
        var added = new ArrayList<SyntaxError>();
        for (var error : output) {
            if (known.merge(kind(error), -1, Integer::sum) < 0) {
                added.add(error);
            }
        }
        return List.copyOf(added);
    }

    /// The errors of an output that may be shown: those of languages whose errors mean something, and of the
    /// others those that the input did not have, provided that the input had none at all: then the parser can
    /// read that code.
    ///
    /// @param input the errors of what the output was made of, in the same language
    public static List<SyntaxError> worthShowing(List<SyntaxError> input, List<SyntaxError> output) {
        var added = added(input, output);
        return output.stream()
                .filter(e -> e.trust() != ErrorTrust.NONE || (input.isEmpty() && added.contains(e)))
                .toList();
    }

    private static Kind kind(SyntaxError error) {
        return new Kind(error.message(), error.excerpt());
    }
}
