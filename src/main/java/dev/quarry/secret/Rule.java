package dev.quarry.secret;

import java.util.List;
import java.util.regex.Pattern;

/// How one kind of credential looks.
///
/// @param marks one of them is in every match, in just these letters; the text is searched for them first,
///     which is much faster than the pattern
/// @param pattern the group `s` is the credential, else all of it
/// @param check what else has to hold
record Rule(String kind, List<String> marks, Pattern pattern, Check check) {

    /// What a shape alone does not tell.
    enum Check {
        /// The shape is enough.
        SHAPE,
        /// Letters and digits look drawn by chance.
        RANDOM
    }

    /// Whether a match goes over several lines.
    boolean isLong() {
        return marks.contains("PRIVATE KEY");
    }

    static Rule shaped(String kind, String pattern, String... marks) {
        return new Rule(kind, List.of(marks), Pattern.compile(pattern), Check.SHAPE);
    }

    static Rule random(String kind, String pattern, String... marks) {
        return new Rule(kind, List.of(marks), Pattern.compile(pattern), Check.RANDOM);
    }
}
