package dev.quarry.bedrock;

import dev.quarry.run.InferenceSettings;
import dev.quarry.run.ServiceTier;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamRequest;
import software.amazon.awssdk.services.bedrockruntime.model.PerformanceConfigLatency;
import software.amazon.awssdk.services.bedrockruntime.model.ServiceTierType;

/// What a request asks of the service and of the model's family, besides the usual parameters.
final class RequestExtras {

    private RequestExtras() {}

    static void add(InferenceSettings settings, ConverseStreamRequest.Builder converse) {
        var reasoning = settings.reasoning();
        if (reasoning != null && !reasoning.fields().isEmpty()) {
            converse.additionalModelRequestFields(document(reasoning.fields()));
        }
        if (reasoning != null && reasoning.effort() != null) {
            converse.outputConfig(output -> output.effort(reasoning.effort()));
        }
        var tier = settings.tier();
        if (tier != null) {
            converse.serviceTier(service -> service.type(type(tier)));
        }
        if (settings.fast()) {
            converse.performanceConfig(performance -> performance.latency(PerformanceConfigLatency.OPTIMIZED));
        }
        var guardrail = settings.guardrail();
        if (guardrail != null) {
            converse.guardrailConfig(
                    guard -> guard.guardrailIdentifier(guardrail.id()).guardrailVersion(guardrail.version()));
        }
        if (!settings.metadata().isEmpty()) {
            converse.requestMetadata(settings.metadata());
        }
    }

    private static ServiceTierType type(ServiceTier tier) {
        return switch (tier) {
            case FLEX -> ServiceTierType.FLEX;
            case DEFAULT -> ServiceTierType.DEFAULT;
            case PRIORITY -> ServiceTierType.PRIORITY;
        };
    }

    private static Document document(Map<?, ?> fields) {
        var converted = new LinkedHashMap<String, Document>();
        fields.forEach((name, value) -> converted.put(String.valueOf(name), value(value)));
        return Document.fromMap(converted);
    }

    private static Document value(Object value) {
        return switch (value) {
            case Map<?, ?> inner -> document(inner);
            case Integer number -> Document.fromNumber(number);
            default -> Document.fromString(value.toString());
        };
    }
}
