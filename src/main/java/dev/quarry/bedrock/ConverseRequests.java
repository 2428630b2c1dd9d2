package dev.quarry.bedrock;

import dev.quarry.run.InferenceSettings;
import dev.quarry.run.Message;
import dev.quarry.run.RunRequest;
import java.util.List;
import software.amazon.awssdk.services.bedrockruntime.model.CachePointBlock;
import software.amazon.awssdk.services.bedrockruntime.model.CachePointType;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamRequest;
import software.amazon.awssdk.services.bedrockruntime.model.InferenceConfiguration;
import software.amazon.awssdk.services.bedrockruntime.model.SystemContentBlock;

/// Our request in the words of the Converse API. What is null or empty is left out, not sent as null.
final class ConverseRequests {

    private static final CachePointBlock HERE =
            CachePointBlock.builder().type(CachePointType.DEFAULT).build();

    private ConverseRequests() {}

    static ConverseStreamRequest of(RunRequest request) {
        var converse = ConverseStreamRequest.builder()
                .modelId(request.model())
                .messages(request.messages().stream()
                        .map(ConverseRequests::message)
                        .toList());
        var settings = request.settings();
        if (!request.system().isEmpty()) {
            var text = SystemContentBlock.fromText(request.system());
            // What changes from run to run comes after the system prompt, so that is what can be kept.
            converse.system(
                    settings.caching() ? List.of(text, SystemContentBlock.fromCachePoint(HERE)) : List.of(text));
        }
        if (settings.temperature() != null
                || settings.topP() != null
                || settings.maxTokens() != null
                || !settings.stopSequences().isEmpty()) {
            converse.inferenceConfig(inference(settings));
        }
        RequestExtras.add(settings, converse);
        return converse.build();
    }

    private static software.amazon.awssdk.services.bedrockruntime.model.Message message(Message message) {
        var role = switch (message.role()) {
            case USER -> ConversationRole.USER;
            case ASSISTANT -> ConversationRole.ASSISTANT;
        };
        return software.amazon.awssdk.services.bedrockruntime.model.Message.builder()
                .role(role)
                .content(ContentBlock.fromText(message.text()))
                .build();
    }

    private static InferenceConfiguration inference(InferenceSettings settings) {
        var inference = InferenceConfiguration.builder();
        var temperature = settings.temperature();
        if (temperature != null) {
            inference.temperature(temperature.floatValue());
        }
        var topP = settings.topP();
        if (topP != null) {
            inference.topP(topP.floatValue());
        }
        var maxTokens = settings.maxTokens();
        if (maxTokens != null) {
            inference.maxTokens(maxTokens);
        }
        if (!settings.stopSequences().isEmpty()) {
            inference.stopSequences(settings.stopSequences());
        }
        return inference.build();
    }
}
