package dev.quarry.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Short texts that use most of what a language has, one for each.
public final class Samples {

    private Samples() {}

    /// Valid, and formatted as its community does.
    public static String of(Language language) {
        var file = "samples/" + language.id() + ".txt";
        try (var in = Samples.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no sample of " + language);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
