package dev.quarry.cli;

import com.fasterxml.jackson.core.JsonFactory;
import dev.quarry.model.ModelEntry;
import dev.quarry.model.ModelList;
import dev.quarry.run.ConnectionOptions;
import dev.quarry.run.RunException;
import dev.quarry.settings.ModelChoice;
import dev.quarry.settings.Settings;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `quarry models`: what the account can call.
@Command(
        name = "models",
        description = "Lists the models that this account can call in its region: models, and inference profiles.",
        footer = {"Examples:", "  quarry models claude", "  quarry models --format json --profile dev"})
final class ModelsCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "WORD", description = "Only models with these words in name or ID.")
    private List<String> words = List.of();

    @Option(names = "--cached", description = "The list that was kept, however old; asks nobody.")
    private boolean cached;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            converter = Format.Converter.class,
            description = "json: one object with the list and its date.")
    private Format format = Format.TEXT;

    @Mixin
    private ConnectionArguments place = new ConnectionArguments();

    private final Surroundings surroundings;

    ModelsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException, RunException, UsageException {
        var settings = surroundings.settings().get();
        var options = place.over(settings.connections());
        if (options.kind() == ConnectionOptions.Kind.SAMPLES) {
            throw new UsageException("The samples have no models; name another --connection.");
        }
        var accounts = surroundings.accounts().get();
        var catalog = accounts.catalogs().of(options);
        var err = surroundings.streams().err();
        var list = accounts.known().kept(catalog);
        var failed = false;
        if (!cached) {
            var asked = accounts.known().refreshed(catalog);
            list = asked.list();
            if (asked.problem() != null) {
                failed = !list.isKnown();
                err.println((failed ? "Failed: " : "") + asked.problem());
            }
        }
        if (!list.isKnown()) {
            err.println(
                    cached
                            ? "No list was kept for " + catalog.place() + "."
                            : "Any model ID, inference profile ID or"
                                    + " ARN of your account may still be named with --model.");
            return ExitCode.FAILED.number();
        }
        if (list.note() != null) {
            err.println(list.note());
        }
        var search = String.join(" ", words);
        var shown =
                list.entries().stream().filter(entry -> entry.matches(search)).toList();
        surroundings.streams().print(format == Format.JSON ? json(list, shown, catalog.place()) : text(shown));
        err.println(catalog.place() + " · " + shown.size() + " of "
                + list.entries().size() + " models · as of " + list.asOf());
        err.println("Used where a preset names none: " + used(settings));
        return ExitCode.COMPLETE.number();
    }

    private String used(Settings settings) {
        var choice = ModelChoice.of(null, null, surroundings.environment().get(ModelChoice.VARIABLE), settings);
        return choice.model() + " ("
                + switch (choice.source()) {
                    case ENVIRONMENT -> ModelChoice.VARIABLE;
                    case SETTINGS -> "settings";
                    case ASKED, PRESET, DEFAULT -> "built-in default";
                }
                + ")";
    }

    private static CharSequence text(List<ModelEntry> shown) {
        var text = new StringBuilder();
        for (var entry : shown) {
            text.append(entry.id())
                    .append("  (")
                    .append(entry.name())
                    .append(entry.provider().isEmpty() ? "" : ", " + entry.provider())
                    .append(
                            switch (entry.kind()) {
                                case ON_DEMAND -> "";
                                case PROFILE -> ", inference profile";
                                case APPLICATION -> ", your profile";
                            })
                    .append(entry.legacy() ? ", LEGACY" : "")
                    .append(")\n");
        }
        return text;
    }

    private static CharSequence json(ModelList list, List<ModelEntry> shown, String place) throws IOException {
        var line = new StringWriter();
        try (var json = new JsonFactory().createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("connection", place);
            json.writeStringField("asOf", list.asOf().toString());
            json.writeStringField("note", list.note());
            json.writeArrayFieldStart("models");
            for (var entry : shown) {
                json.writeStartObject();
                json.writeStringField("id", entry.id());
                json.writeStringField("name", entry.name());
                json.writeStringField("provider", entry.provider());
                json.writeStringField("kind", kind(entry));
                json.writeStringField("base", entry.base());
                json.writeBooleanField("legacy", entry.legacy());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return line + "\n";
    }

    private static @Nullable String kind(ModelEntry entry) {
        return switch (entry.kind()) {
            case ON_DEMAND -> "model";
            case PROFILE -> "profile";
            case APPLICATION -> "application-profile";
        };
    }
}
