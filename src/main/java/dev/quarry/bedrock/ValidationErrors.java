package dev.quarry.bedrock;

import dev.quarry.run.InferenceParameter;
import dev.quarry.run.InferenceSettings;
import dev.quarry.run.RunException;
import dev.quarry.run.RunException.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/// Sentences for requests that the service finds wrong. It tells them apart by its text only, so this looks for
/// the words it is known to use; a text it does not know is quoted, unless that would quote the prompt.
final class ValidationErrors {
    private static final int LONGEST_QUOTE = 300;

    private static final String TOO_LONG =
            "The input is too long for {model}. Shorten it, or choose a model with a larger context window.";

    private static final String SAMPLING =
            "The model {model} does not take this temperature or topP. Leave them to the model.";

    /// A complaint of the service.
    ///
    /// @param words one of which is in its text, in lower case
    /// @param sentence ours for it
    private record Complaint(Reason reason, String sentence, List<String> words) {
        boolean isIn(String message) {
            return words.stream().anyMatch(message::contains);
        }
    }

    /// The first one that fits counts.
    private static final List<Complaint> KNOWN = List.of(
            new Complaint(
                    Reason.VALIDATION,
                    "The model {model} cannot be called by this ID in {region}. Choose its inference profile: the same"
                            + " ID behind a place, such as eu. or global.",
                    List.of("on-demand throughput")),
            new Complaint(
                    Reason.MODEL_NOT_FOUND,
                    "There is no model {model} in {region}. Check its ID, or choose a region that has it.",
                    List.of("model identifier is invalid")),
            new Complaint(
                    Reason.ACCESS_DENIED,
                    "AWS does not allow this account to call {model} in {region}. New accounts are opened by AWS"
                            + " Support.",
                    List.of("operation not allowed")),
            new Complaint(
                    Reason.VALIDATION,
                    TOO_LONG,
                    List.of(
                            "too long",
                            "too many input tokens",
                            "exceed context limit",
                            "maximum context length",
                            "input tokens exceed",
                            "input token count")),
            new Complaint(
                    Reason.VALIDATION,
                    "The model {model} does not write as many tokens as were asked for. Lower the maximum of tokens.",
                    List.of("maximum tokens you requested", "maximum allowed number of output tokens")));

    private ValidationErrors() {}

    static RunException explain(AwsServiceException error, CallContext context) {
        var message = ServiceErrors.message(error).toLowerCase(Locale.ROOT);
        for (var complaint : KNOWN) {
            if (complaint.isIn(message)) {
                return refusal(complaint.reason(), complaint.sentence(), error, context);
            }
        }
        var refused = refused(message, context.request().settings());
        if (refused != null) {
            return RunException.refused(
                    refused,
                    ("The model " + context.model() + " does not take this " + refused.words() + ". Leave it to the"
                            + " model."),
                    context.quotesPrompt(message) ? null : error);
        }
        if (message.contains("temperature") || message.contains("top_p") || message.contains("topp")) {
            return refusal(Reason.VALIDATION, SAMPLING, error, context);
        }
        var quote = quote(error, context);
        return refusal(
                Reason.VALIDATION,
                quote.isEmpty()
                        ? "Amazon Bedrock refused the request to {model} as not valid. Check the model's settings and"
                                + " the length of the input."
                        : "Amazon Bedrock refused the request to {model}: " + quote,
                error,
                context);
    }

    /// The parameter that was sent and is complained about. Of temperature and top-p together it is top-p, because
    /// a temperature alone is what every such model takes.
    private static @Nullable InferenceParameter refused(String message, InferenceSettings sent) {
        var named = Arrays.stream(InferenceParameter.values())
                .filter(parameter -> sent.has(parameter) && parameter.isNamedIn(message))
                .toList();
        if (named.contains(InferenceParameter.TEMPERATURE) && named.contains(InferenceParameter.TOP_P)) {
            return message.contains("both") ? InferenceParameter.TOP_P : InferenceParameter.TEMPERATURE;
        }
        // Complaints about thinking name what does not go with it too.
        return named.contains(InferenceParameter.REASONING)
                ? InferenceParameter.REASONING
                : named.isEmpty() ? null : named.getFirst();
    }

    static RunException tooLong(AwsServiceException error, CallContext context) {
        return refusal(Reason.VALIDATION, TOO_LONG, error, context);
    }

    private static RunException refusal(
            Reason reason, String sentence, AwsServiceException error, CallContext context) {
        var filled = sentence.replace("{region}", context.region()).replace("{model}", context.model());
        return ServiceErrors.refusal(reason, filled, error, context);
    }

    private static String quote(AwsServiceException error, CallContext context) {
        var message = ServiceErrors.message(error).strip().replaceAll("\\s+", " ");
        if (message.isEmpty() || context.quotesPrompt(message)) {
            return "";
        }
        if (message.length() > LONGEST_QUOTE) {
            return message.substring(0, LONGEST_QUOTE) + "…";
        }
        return message.endsWith(".") ? message : message + ".";
    }
}
