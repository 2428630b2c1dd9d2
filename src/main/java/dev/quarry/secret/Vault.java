package dev.quarry.secret;

import dev.quarry.run.Message;
import dev.quarry.run.PieceFilter;
import dev.quarry.run.RunRequest;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The credentials that were found since the start, and the placeholder of each: the same one for the same
/// credential, whatever text it is in. Kept in memory only, never written or shown. May be used from any
/// thread.
///
/// A placeholder is a word that is at home in any language of programs, such as `QUARRY_SECRET_48210001`: four digits
/// of the vault, drawn by lot, then those of the credential. Texts with placeholders are kept from one sitting to the
/// next, and those of another vault must not come back with this one's credentials.
public final class Vault {
    private static final String SHAPE = "QUARRY_SECRET_";
    private static final int LENGTH = SHAPE.length() + 8;
    private static final Pattern PLACEHOLDER = Pattern.compile(SHAPE + "\\d{8}");
    private static final int MOST = 9999;

    private final Map<String, String> placeholders = new LinkedHashMap<>(); // by credential; guarded by this
    private final Map<String, String> secrets = new LinkedHashMap<>(); // by placeholder; guarded by this
    private final int lot;
    private int last; // guarded by this

    /// One with a lot of its own.
    public Vault() {
        this(ThreadLocalRandom.current().nextInt(MOST + 1));
    }

    /// @param lot 0 to 9,999
    Vault(int lot) {
        this.lot = lot;
    }

    /// Whether there is a placeholder of any vault in the text.
    public static boolean isMasked(String text) {
        return text.contains(SHAPE);
    }

    /// Takes in what was found in a text. From then on the placeholders stand for it.
    ///
    /// @throws IllegalStateException after 9,999 different ones
    public synchronized void keep(String text, List<Finding> findings) {
        for (var finding : findings) {
            var secret = finding.in(text);
            if (!placeholders.containsKey(secret)) {
                var placeholder = next(text);
                placeholders.put(secret, placeholder);
                secrets.put(placeholder, secret);
            }
        }
    }

    private String next(String text) {
        String placeholder;
        do {
            if (last == MOST) {
                throw new IllegalStateException("too many secrets");
            }
            placeholder = SHAPE + "%04d%04d".formatted(lot, ++last);
        } while (text.contains(placeholder)); // what the user wrote stays what the user wrote
        return placeholder;
    }

    /// Another one that knows the same placeholders. What it takes in later stays its own.
    public synchronized Vault copy() {
        var copy = new Vault(lot);
        copy.placeholders.putAll(placeholders);
        copy.secrets.putAll(secrets);
        copy.last = last;
        return copy;
    }

    public synchronized boolean isEmpty() {
        return secrets.isEmpty();
    }

    /// The text with a placeholder for each credential that is known, wherever it stands.
    public synchronized String mask(String text) {
        var masked = text;
        // The longest first: one may be a part of another.
        for (var secret : placeholders.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList()) {
            masked = masked.replace(secret, placeholders.get(secret));
        }
        return masked;
    }

    /// The values with placeholders, by the same names.
    public Map<String, String> mask(Map<String, String> values) {
        var masked = new HashMap<String, String>();
        values.forEach((name, value) -> masked.put(name, mask(value)));
        return masked;
    }

    /// The request with placeholders in all its texts.
    public RunRequest mask(RunRequest request) {
        return new RunRequest(
                request.model(),
                mask(request.system()),
                request.messages().stream()
                        .map(m -> new Message(m.role(), mask(m.text())))
                        .toList(),
                request.settings());
    }

    /// The text with the credentials back in their places. A placeholder that stands for nothing stays.
    public synchronized String unmask(String text) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(secrets.getOrDefault(match.group(), match.group())));
    }

    /// Puts the credentials back into a text that streams, wherever it is cut.
    public PieceFilter unmasking() {
        return new Unmasking();
    }

    private final class Unmasking implements PieceFilter {
        private String held = "";

        @Override
        public String take(String piece) {
            var text = held + piece;
            var from = lastBeginning(text);
            held = text.substring(from);
            return unmask(text.substring(0, from));
        }

        @Override
        public String finish() {
            var rest = unmask(held);
            held = "";
            return rest;
        }

        /// Where a placeholder begins that is not whole yet; the end of the text when none does.
        private static int lastBeginning(String text) {
            for (var from = Math.max(0, text.length() - LENGTH + 1); from < text.length(); from++) {
                if (isBeginning(text, from)) {
                    return from;
                }
            }
            return text.length();
        }

        private static boolean isBeginning(String text, int from) {
            for (var i = from; i < text.length(); i++) {
                var c = text.charAt(i);
                var at = i - from;
                if (at < SHAPE.length() ? c != SHAPE.charAt(at) : c < '0' || c > '9') {
                    return false;
                }
            }
            return true;
        }
    }
}
