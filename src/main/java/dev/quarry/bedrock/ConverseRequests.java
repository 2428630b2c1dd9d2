package dev.quarry.bedrock;

import dev.quarry.run.InferenceSettings;
import dev.quarry.run.Message;
import dev.quarry.run.RunRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamRequest;
import software.amazon.awssdk.services.bedrockruntime.model.InferenceConfiguration;
import software.amazon.awssdk.services.bedrockruntime.model.SystemContentBlock;

/// Our request in the words of the Converse API. What is null or empty is left out, not sent as null.
final class ConverseRequests {

    private ConverseRequests() {}

    static ConverseStreamRequest of(RunRequest request) {
        var converse = ConverseStreamRequest.builder()
                .modelId(request.model())
                .messages(request.messages().stream()
                        .map(ConverseRequests::message)
                        .toList());
        if (!request.system().isEmpty()) {
            converse.system(SystemContentBlock.fromText(request.system()));
        }
        if (!request.settings().equals(InferenceSettings.MODEL_DEFAULTS)) {
            converse.inferenceConfig(inference(request.settings()));
        }
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
