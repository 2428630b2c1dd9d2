package dev.quarry.ui.window;

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
                .append("\n\n");
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

    private static String value(@Nullable Object value) {
        return value == null ? Texts.of("request.notSent") : value.toString();
    }
}
