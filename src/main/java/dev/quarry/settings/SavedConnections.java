package dev.quarry.settings;

import dev.quarry.run.ConnectionOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The connections that the user has set up, and the one that is used.
///
/// @param active a name of [#saved], [#BEDROCK] or [#SAMPLES]; null to take Amazon Bedrock when credentials are
///     found, else the samples
/// @param saved each with a name of its own, in the order they were made in
public record SavedConnections(@Nullable String active, List<ConnectionOptions> saved) {

    /// Amazon Bedrock as the AWS tools would call it.
    public static final String BEDROCK = "bedrock";

    /// The built-in samples.
    public static final String SAMPLES = "samples";

    public static final SavedConnections NONE = new SavedConnections(null, List.of());

    public SavedConnections {
        saved = saved == null ? List.of() : List.copyOf(saved);
        var names = new ArrayList<String>();
        for (var one : saved) {
            var name = one.name();
            if (name == null || !isName(name) || names.contains(name)) {
                throw new IllegalArgumentException("each saved connection has a name of its own");
            }
            names.add(name);
        }
    }

    /// Whether a connection may be called that.
    public static boolean isName(String name) {
        return !name.isBlank() && name.equals(name.strip()) && !name.equals(BEDROCK) && !name.equals(SAMPLES);
    }

    /// What is to be opened. A name that is not there any more counts as none.
    public ConnectionOptions activeOptions() {
        return active == null ? ConnectionOptions.AUTOMATIC : named(active).orElse(ConnectionOptions.AUTOMATIC);
    }

    /// The connection of that name, the two that are always there included.
    public Optional<ConnectionOptions> named(String name) {
        return switch (name) {
            case BEDROCK -> Optional.of(ConnectionOptions.bedrock(null, null, null));
            case SAMPLES -> Optional.of(new ConnectionOptions(ConnectionOptions.Kind.SAMPLES, null, null, null));
            default -> saved.stream().filter(one -> name.equals(one.name())).findFirst();
        };
    }

    public SavedConnections activate(@Nullable String name) {
        return new SavedConnections(name, saved);
    }

    /// Puts a connection in the place of the one that was called so, or at the end.
    public SavedConnections put(@Nullable String before, ConnectionOptions options) {
        var all = new ArrayList<ConnectionOptions>();
        var placed = false;
        for (var one : saved) {
            if (one.name() != null && one.name().equals(before)) {
                all.add(options);
                placed = true;
            } else if (one.name() != null && !one.name().equals(options.name())) {
                all.add(one);
            }
        }
        if (!placed) {
            all.add(options);
        }
        return new SavedConnections(before != null && before.equals(active) ? options.name() : active, all);
    }

    public SavedConnections without(String name) {
        return new SavedConnections(
                name.equals(active) ? null : active,
                saved.stream().filter(one -> !name.equals(one.name())).toList());
    }
}
