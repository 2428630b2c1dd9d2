package dev.quarry.bedrock;

import dev.quarry.run.RunException;
import dev.quarry.run.RunException.Reason;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/// Sentences for requests that AWS turns away because of who makes them.
final class AccessErrors {

    private AccessErrors() {}

    static RunException denied(AwsServiceException error, CallContext context) {
        var message = ServiceErrors.message(error).toLowerCase(Locale.ROOT);
        var model = context.model();
        if (message.contains("api key") || message.contains("bearer token")) {
            return ServiceErrors.refusal(
                    Reason.EXPIRED_CREDENTIALS,
                    "AWS refused the API key: it is not valid, or has expired. Create a new API key in the Amazon"
                            + " Bedrock console.",
                    error,
                    context);
        }
        if (message.contains("access to the model") || message.contains("model access")) {
            return ServiceErrors.refusal(
                    Reason.ACCESS_DENIED,
                    "This account has no access to the model " + model + " in " + context.region()
                            + ". Ask for it on the Model access page of the Amazon Bedrock console.",
                    error,
                    context);
        }
        return ServiceErrors.refusal(
                Reason.ACCESS_DENIED,
                "The credentials " + context.credentials() + " may not call " + model + " in " + context.region()
                        + ". They need the permission bedrock:InvokeModelWithResponseStream for it.",
                error,
                context);
    }

    /// Explains the codes that are about credentials.
    ///
    /// @return null when the code is not about credentials
    /// @param cause what is kept for the log; null where that would quote the prompt
    static @Nullable RunException credentials(
            Credentials credentials, String anyCase, @Nullable AwsServiceException cause) {
        var code = anyCase.toLowerCase(Locale.ROOT);
        var owner = CallContext.owner(credentials);
        var renewal = CallContext.renewal(credentials);
        if (code.startsWith("expiredtoken")) {
            return expired("The credentials " + owner + " have expired. " + renewal + ", then try again.", cause);
        }
        if (code.startsWith("unrecognizedclient")
                || code.startsWith("invalidclienttoken")
                || code.startsWith("missingauthenticationtoken")) {
            return expired(
                    "AWS does not know the credentials " + owner + ", or has withdrawn them. " + renewal
                            + ", then try again.",
                    cause);
        }
        if (code.startsWith("invalidsignature")
                || code.startsWith("signaturedoesnotmatch")
                || code.startsWith("incompletesignature")
                || code.startsWith("requestexpired")) {
            return expired(
                    "AWS refused the signature of the credentials " + owner + ". Check the secret key, and the clock of"
                            + " this machine.",
                    cause);
        }
        return null;
    }

    private static RunException expired(String sentence, @Nullable AwsServiceException cause) {
        return new RunException(Reason.EXPIRED_CREDENTIALS, sentence, false, null, cause);
    }
}
