package dev.quarry.bedrock;

import dev.quarry.model.ModelEntry;
import dev.quarry.model.ModelEntry.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.bedrock.model.FoundationModelSummary;
import software.amazon.awssdk.services.bedrock.model.InferenceProfileSummary;

/// Makes one list of the two that the service gives: models, and the profiles by which some of them are called.
/// They are joined by the models' ARNs; the prefix of a profile's ID says nothing that can be relied on.
final class ModelJoin {
    private final Map<String, FoundationModelSummary> byArn = new HashMap<>();
    private final List<ModelEntry> entries = new ArrayList<>();

    private ModelJoin() {}

    static List<ModelEntry> of(List<FoundationModelSummary> models, List<InferenceProfileSummary> profiles) {
        var join = new ModelJoin();
        models.forEach(join::add);
        profiles.forEach(join::add);
        return join.entries;
    }

    private void add(FoundationModelSummary model) {
        byArn.put(withoutRegion(model.modelArn()), model);
        // The enum of the SDK does not know INFERENCE_PROFILE, so the words themselves are asked.
        if (writesText(model) && model.inferenceTypesSupportedAsStrings().contains("ON_DEMAND")) {
            entries.add(new ModelEntry(
                    model.modelId(),
                    name(model),
                    provider(model),
                    Kind.ON_DEMAND,
                    model.modelId(),
                    isLegacy(model),
                    model.modelArn(),
                    List.of()));
        }
    }

    private void add(InferenceProfileSummary profile) {
        if (!"ACTIVE".equals(profile.statusAsString())) {
            return;
        }
        var own = "APPLICATION".equals(profile.typeAsString());
        var destinations = profile.models().stream()
                .map(m -> m.modelArn())
                .filter(arn -> arn != null)
                .toList();
        var model = destinations.stream()
                .map(arn -> byArn.get(withoutRegion(arn)))
                .filter(found -> found != null)
                .findFirst()
                .orElse(null);
        if (model == null ? !own : !writesText(model)) {
            return; // of another kind of model; one of the account's own is shown even where its model is not
        }
        entries.add(new ModelEntry(
                own ? profile.inferenceProfileArn() : profile.inferenceProfileId(),
                profile.inferenceProfileName() == null ? profile.inferenceProfileId() : profile.inferenceProfileName(),
                model == null ? "" : provider(model),
                own ? Kind.APPLICATION : Kind.PROFILE,
                model == null ? base(destinations) : model.modelId(),
                model != null && isLegacy(model),
                profile.inferenceProfileArn(),
                destinations));
    }

    private static boolean writesText(FoundationModelSummary model) {
        return model.outputModalitiesAsStrings().contains("TEXT")
                && Boolean.TRUE.equals(model.responseStreamingSupported());
    }

    private static boolean isLegacy(FoundationModelSummary model) {
        return model.modelLifecycle() != null
                && "LEGACY".equals(model.modelLifecycle().statusAsString());
    }

    private static String name(FoundationModelSummary model) {
        return model.modelName() == null ? model.modelId() : model.modelName();
    }

    private static String provider(FoundationModelSummary model) {
        return model.providerName() == null ? "" : model.providerName();
    }

    private static String base(List<String> destinations) {
        return destinations.isEmpty()
                ? ""
                : destinations.getFirst().substring(destinations.getFirst().lastIndexOf('/') + 1);
    }

    /// The same model has another ARN in each region, and a global profile names none.
    private static String withoutRegion(@Nullable String arn) {
        var parts = arn == null ? new String[0] : arn.split(":", 6);
        return parts.length < 6 ? String.valueOf(arn) : parts[1] + ":" + parts[2] + ":" + parts[5];
    }
}
