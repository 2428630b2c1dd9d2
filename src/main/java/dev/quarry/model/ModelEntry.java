package dev.quarry.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that can be called as a model.
///
/// @param id what a request names: a model ID, an inference profile ID, or the ARN of an application profile
/// @param name as its maker calls it
/// @param provider who made it; empty when that is not known
/// @param base the ID of the model behind it, which tells what it takes
/// @param legacy whether it is going to be retired
/// @param arn of the model or profile itself; null when the service gave none
/// @param destinations the ARNs of the models that a profile may send a request to; empty for a model
public record ModelEntry(
        String id,
        String name,
        String provider,
        Kind kind,
        String base,
        boolean legacy,
        @Nullable String arn,
        List<String> destinations) {

    /// What is called.
    public enum Kind {
        /// The model itself, in the connection's region.
        ON_DEMAND,
        /// A profile of AWS, which sends the request to one of several regions.
        PROFILE,
        /// A profile that the account has made.
        APPLICATION
    }

    public ModelEntry {
        destinations = destinations == null ? List.of() : List.copyOf(destinations);
    }

    /// Whether all words of a search are in the name, the ID or the provider, in any case.
    public boolean matches(String search) {
        var all = (name + " " + id + " " + provider + " " + base).toLowerCase(java.util.Locale.ROOT);
        for (var word : search.toLowerCase(java.util.Locale.ROOT).strip().split("\\s+", -1)) {
            if (!all.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
