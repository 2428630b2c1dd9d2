package dev.quarry.sample;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;

/// An error the endpoint answers with, in the form of Bedrock's own.
///
/// @param type a modeled exception of Bedrock Runtime
record Refusal(int status, String type, String message) {

    /// The request is fine, but it is not one of the samples.
    static final Refusal NO_MODEL = new Refusal(
            400,
            "ValidationException",
            "No model is connected: the samples answer their own code only. To connect one, set AWS_PROFILE (or"
                    + " AWS_BEARER_TOKEN_BEDROCK) and AWS_REGION and start Quarry again; on the command line --profile"
                    + " and --region do the same.");

    static final Refusal NOT_LOOPBACK =
            new Refusal(403, "AccessDeniedException", "Only programs of this machine are served.");

    static final Refusal NOT_SERVED =
            new Refusal(404, "ResourceNotFoundException", "Only POST /model/{modelId}/converse-stream is served here.");

    static Refusal malformed(String sentence) {
        return new Refusal(400, "ValidationException", sentence);
    }

    byte[] body() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("message", message)
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }
}
