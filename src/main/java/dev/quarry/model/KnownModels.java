package dev.quarry.model;

import dev.quarry.run.RunException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The lists of models, kept on disk for each place. Blocks its caller; may be used from any thread.
public final class KnownModels {
    private static final Logger log = LoggerFactory.getLogger(KnownModels.class);

    /// Models come and go by the week; a list is asked for anew once in a while, and whenever the user says
    /// so.
    private static final Duration FRESH = Duration.ofHours(6);

    /// What is known.
    ///
    /// @param problem why the list could not be asked for now, in a sentence; null when it was, or need not
    ///     be
    public record Known(ModelList list, @Nullable String problem) {}

    private final Path folder;
    private final Clock clock;

    /// @param folder where the lists are kept
    public KnownModels(Path folder) {
        this(folder, Clock.systemUTC());
    }

    KnownModels(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /// The list that was kept, at once.
    public ModelList kept(ModelCatalog catalog) {
        return new ModelListFile(folder, catalog.place()).read();
    }

    /// The model that an account's own profile is for, as far as any list that was kept tells.
    ///
    /// @param called what a request names
    /// @return the ID of the model; what was given when no list knows it
    public String modelBehind(String called) {
        if (!called.startsWith("arn:")) {
            return called;
        }
        return ModelListFile.all(folder).stream()
                .flatMap(list -> list.named(called).stream())
                .findFirst()
                .map(ModelEntry::base)
                .orElse(called);
    }

    /// Whether a list is too old to be shown without asking again.
    public boolean isStale(ModelList list) {
        return list.asOf().plus(FRESH).isBefore(clock.instant());
    }

    /// Asks the service; when that fails, what was kept stays, with the reason.
    public Known refreshed(ModelCatalog catalog) {
        try {
            var list = catalog.fetch();
            new ModelListFile(folder, catalog.place()).write(list);
            return new Known(list, null);
        } catch (RunException e) {
            log.info("models not listed: {}", e.reason());
            return new Known(kept(catalog), e.sentence());
        }
    }
}
