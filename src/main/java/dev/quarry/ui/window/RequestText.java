package dev.quarry.ui.window;

import dev.quarry.run.InferenceSettings;
import dev.quarry.run.RunRequest;
import dev.quarry.ui.control.Texts;
import org.jspecify.annotations.Nullable;

/// A request as the user reads it: all that is sent, in the order it is sent.
final class RequestText {

    private RequestText() {}

    static String of(RunRequest request) {
        var settings = request.settings();
        var text = new StringBuilder();
        text.append(Texts.of("request.model", request.model())).append('\n');
        text.append(Texts.of("request.maxTokens", value(settings.maxTokens()))).append('\n');
        text.append(Texts.of("request.temperature", value(settings.temperature())))
                .append('\n');
        text.append(extras(settings)).append('\n');
        if (!request.system().isEmpty()) {
            text.append(Texts.of("request.system"))
                    .append("\n\n")
                    .append(request.system())
                    .append("\n\n");
        }
        for (var message : request.messages()) {
            text.append(Texts.of("request." + message.role().name()))
                    .append("\n\n")
                    .append(message.text())
                    .append("\n\n");
        }
        return text.toString();
    }

    /// What is sent besides; nothing is said of what is not.
    private static String extras(InferenceSettings settings) {
        var text = new StringBuilder();
        if (settings.topP() != null) {
            text.append(Texts.of("request.topP", settings.topP().toString())).append('\n');
        }
        if (!settings.stopSequences().isEmpty()) {
            text.append(Texts.of("request.stops", String.join(" | ", settings.stopSequences())))
                    .append('\n');
        }
        var reasoning = settings.reasoning();
        if (reasoning != null) {
            text.append(Texts.of(
                            "request.reasoning",
                            reasoning.level(),
                            reasoning.fields().toString()))
                    .append('\n');
        }
        if (settings.tier() != null) {
            text.append(Texts.of("request.tier", settings.tier().name())).append('\n');
        }
        if (settings.fast()) {
            text.append(Texts.of("request.fast")).append('\n');
        }
        if (settings.caching()) {
            text.append(Texts.of("request.caching")).append('\n');
        }
        var guardrail = settings.guardrail();
        if (guardrail != null) {
            text.append(Texts.of("request.guardrail", guardrail.id(), guardrail.version()))
                    .append('\n');
        }
        if (!settings.metadata().isEmpty()) {
            text.append(Texts.of("request.metadata", settings.metadata().toString()))
                    .append('\n');
        }
        return text.toString();
    }

    private static String value(@Nullable Object value) {
        return value == null ? Texts.of("request.notSent") : value.toString();
    }
}
