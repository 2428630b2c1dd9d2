package dev.quarry.bedrock;

import dev.quarry.run.RunException;
import dev.quarry.run.RunException.Reason;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.bedrockruntime.model.AccessDeniedException;
import software.amazon.awssdk.services.bedrockruntime.model.InternalServerException;
import software.amazon.awssdk.services.bedrockruntime.model.ModelErrorException;
import software.amazon.awssdk.services.bedrockruntime.model.ModelNotReadyException;
import software.amazon.awssdk.services.bedrockruntime.model.ModelStreamErrorException;
import software.amazon.awssdk.services.bedrockruntime.model.ModelTimeoutException;
import software.amazon.awssdk.services.bedrockruntime.model.ResourceNotFoundException;
import software.amazon.awssdk.services.bedrockruntime.model.ServiceQuotaExceededException;
import software.amazon.awssdk.services.bedrockruntime.model.ServiceUnavailableException;
import software.amazon.awssdk.services.bedrockruntime.model.ThrottlingException;
import software.amazon.awssdk.services.bedrockruntime.model.ValidationException;

/// Sentences for what the service itself refuses, before or during a stream. The SDK's class is asked first,
/// then the error code, then the HTTP status.
final class ServiceErrors {

    private ServiceErrors() {}

    static RunException explain(AwsServiceException error, CallContext context) {
        var model = context.model();
        var place = " in " + context.region();
        return switch (error) {
            case ThrottlingException _ -> throttled(error, context);
            case ServiceQuotaExceededException _ -> quota(error, context);
            case ModelNotReadyException _ ->
                passing(
                        Reason.MODEL_NOT_READY,
                        "The model " + model + " is still being made ready" + place + ". Run again in a minute.",
                        error,
                        context);
            case ModelStreamErrorException _ ->
                passing(
                        Reason.UNAVAILABLE,
                        "The model " + model + " failed while it answered. Run again.",
                        error,
                        context);
            case ModelErrorException _ ->
                refusal(
                        Reason.UNAVAILABLE,
                        "The model " + model + " failed while it worked on the request. Run again, or ask for less"
                                + " at a time.",
                        error,
                        context);
            case ModelTimeoutException _ ->
                refusal(
                        Reason.TIMEOUT,
                        "The model " + model + " took too long to answer. Ask for less at a time, or choose a faster"
                                + " model.",
                        error,
                        context);
            case InternalServerException _, ServiceUnavailableException _ -> unavailable(error, context);
            case ResourceNotFoundException _ -> notFound(error, context);
            case ValidationException _ -> ValidationErrors.explain(error, context);
            case AccessDeniedException _ -> AccessErrors.denied(error, context);
            default -> byCode(error, context);
        };
    }

    /// The service's name for the error; empty when it gave none.
    static String code(AwsServiceException error) {
        var details = error.awsErrorDetails();
        return details == null || details.errorCode() == null ? "" : details.errorCode();
    }

    /// What the service wrote; empty when it wrote nothing.
    static String message(AwsServiceException error) {
        var details = error.awsErrorDetails();
        return details == null || details.errorMessage() == null ? "" : details.errorMessage();
    }

    static RunException refusal(Reason reason, String sentence, AwsServiceException error, CallContext context) {
        return new RunException(reason, sentence, false, null, loggable(error, context));
    }

    private static RunException passing(
            Reason reason, String sentence, AwsServiceException error, CallContext context) {
        return new RunException(reason, sentence, true, RetryAfter.of(error), loggable(error, context));
    }

    private static RunException byCode(AwsServiceException error, CallContext context) {
        var code = code(error).toLowerCase(Locale.ROOT);
        if (code.startsWith("throttl") || code.startsWith("toomanyrequests")) {
            return throttled(error, context);
        }
        if (code.startsWith("validation")) {
            return ValidationErrors.explain(error, context);
        }
        var credentials = AccessErrors.credentials(context.account().credentials(), code, loggable(error, context));
        if (credentials != null) {
            return credentials;
        }
        if (code.isEmpty() && (error.statusCode() == 403 || error.statusCode() >= 500)) {
            return errorPage(error, context);
        }
        return switch (error.statusCode()) {
            case 400, 422 -> ValidationErrors.explain(error, context);
            case 401, 403 -> AccessErrors.denied(error, context);
            case 404 -> notFound(error, context);
            case 407 ->
                refusal(
                        Reason.ACCESS_DENIED,
                        "The proxy on the way to " + context.account().host() + " asks for a sign-in.",
                        error,
                        context);
            case 413 -> ValidationErrors.tooLong(error, context);
            case 429 -> throttled(error, context);
            default ->
                error.statusCode() >= 500
                        ? unavailable(error, context)
                        : refusal(
                                Reason.UNAVAILABLE,
                                context.account().host() + " gave an answer that is not Amazon Bedrock's (HTTP "
                                        + error.statusCode() + "). Check the endpoint and the proxy.",
                                error,
                                context);
        };
    }

    /// Amazon Bedrock names its errors; a page without a name is somebody else's.
    private static RunException errorPage(AwsServiceException error, CallContext context) {
        var sentence = "A proxy or firewall on the way to " + context.account().host()
                + " answered in its place, with an error (HTTP " + error.statusCode() + "). ";
        return error.statusCode() >= 500
                ? passing(Reason.UNAVAILABLE, sentence + "Run again in a moment.", error, context)
                : refusal(Reason.ACCESS_DENIED, sentence + "Ask who runs it to let the host through.", error, context);
    }

    private static RunException throttled(AwsServiceException error, CallContext context) {
        if (message(error).contains("per day")) {
            return quota(error, context);
        }
        return passing(
                Reason.THROTTLED,
                "Amazon Bedrock is throttling this account for " + context.model() + " in " + context.region()
                        + ". Wait a little, lower the maximum of tokens, or ask AWS for a higher quota.",
                error,
                context);
    }

    private static RunException quota(AwsServiceException error, CallContext context) {
        return refusal(
                Reason.QUOTA,
                "The quota of this account for " + context.model() + " in " + context.region()
                        + " is used up. Wait until it is renewed, choose another model, or ask AWS for a higher quota.",
                error,
                context);
    }

    private static RunException unavailable(AwsServiceException error, CallContext context) {
        return passing(
                Reason.UNAVAILABLE,
                "Amazon Bedrock has a problem of its own in " + context.region() + " (" + label(error)
                        + "). Run again in a moment.",
                error,
                context);
    }

    private static RunException notFound(AwsServiceException error, CallContext context) {
        var message = message(error);
        var sentence = message.contains("Legacy") || message.contains("end of its life")
                ? "The model " + context.model() + " is retired for this account in " + context.region()
                        + ". Choose a newer one."
                : "The model " + context.model() + " was not found in " + context.region()
                        + ". Check its ID, or choose a region that has it.";
        return refusal(Reason.MODEL_NOT_FOUND, sentence, error, context);
    }

    /// Codes and statuses are the service's own short words; anything longer may be a text from elsewhere.
    private static String label(AwsServiceException error) {
        var code = code(error);
        return code.matches("[A-Za-z0-9._]{1,60}") ? code : "HTTP " + error.statusCode();
    }

    private static @Nullable AwsServiceException loggable(AwsServiceException error, CallContext context) {
        return context.quotesPrompt(message(error)) ? null : error;
    }
}
