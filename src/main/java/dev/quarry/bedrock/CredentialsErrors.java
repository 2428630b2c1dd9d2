package dev.quarry.bedrock;

import dev.quarry.run.RunException;
import dev.quarry.run.RunException.Reason;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sso.auth.ExpiredTokenException;
import software.amazon.awssdk.services.sso.model.SsoException;
import software.amazon.awssdk.services.ssooidc.model.SsoOidcException;
import software.amazon.awssdk.services.sts.model.StsException;

/// Sentences for credentials that are set up and cannot be had. What a credential process or a service wrote is
/// never quoted, and not kept as a cause either: it may hold a secret.
final class CredentialsErrors {

    /// The HTTP status by which Identity Center says that it does not know the sign-in.
    private static final int SIGN_IN_REFUSED = 401;

    private CredentialsErrors() {}

    /// Why these credentials could not be had.
    ///
    /// @param profile empty when the credentials come from elsewhere
    /// @param source then what they are of
    static RunException explain(RuntimeException error, String profile, String source) {
        var owner = owner(profile, source);
        var known = Causes.first(error, Explained.class); // of what a role is assumed with
        if (known != null) {
            return known.explanation();
        }
        var stale = Causes.first(error, ProcessKeys.Stale.class);
        if (stale != null) {
            return refusal(
                    Reason.EXPIRED_CREDENTIALS,
                    "The credential_process " + owner + " gave keys that have expired at " + stale.since()
                            + ". Renew what it takes them from, or check the clock of this machine.");
        }
        var unreachable = NetworkErrors.onTheWay(error, owner);
        if (unreachable != null) {
            return unreachable;
        }
        var denied = Causes.first(error, SsoException.class);
        if (denied != null && denied.statusCode() != SIGN_IN_REFUSED) {
            return refusal(
                    Reason.ACCESS_DENIED,
                    "IAM Identity Center gives no keys " + owner + " (" + ServiceErrors.code(denied)
                            + "). Check the account and the role, or ask who runs it to let you in.");
        }
        if (isSignIn(error)) {
            return signInNeeded(profile, source);
        }
        var role = Causes.first(error, StsException.class);
        if (role != null) {
            return role(role, owner);
        }
        if (String.valueOf(error.getMessage()).contains("process-based credentials")) {
            return refusal(
                    Reason.NO_CREDENTIALS,
                    "The credential_process " + owner + " failed. Run its command in a terminal to see why.");
        }
        if (error instanceof IllegalArgumentException || error instanceof IllegalStateException) {
            // The SDK's checks of a profile: they name properties and profiles, never values.
            return refusal(
                    Reason.NO_CREDENTIALS,
                    "The credentials " + owner + " are not set up completely: " + withDot(error.getMessage())
                            + " Correct that, or choose another profile.");
        }
        return refusal(
                Reason.NO_CREDENTIALS,
                "The credentials " + owner + " could not be had. Check them with `aws sts get-caller-identity"
                        + (profile.isEmpty() ? "" : " --profile " + profile) + "`, or choose another profile.");
    }

    /// Nobody is signed in, or not any more.
    static RunException signInNeeded(String profile, String source) {
        return refusal(
                Reason.EXPIRED_CREDENTIALS,
                "The sign-in " + owner(profile, source) + " has expired or was never made. Run `aws sso login"
                        + (profile.isEmpty() ? "" : " --profile " + profile) + "`, then try again.");
    }

    private static String owner(String profile, String source) {
        return profile.isEmpty() ? "of the " + source : "of the AWS profile `" + profile + "`";
    }

    private static RunException role(StsException refused, String owner) {
        var code = ServiceErrors.code(refused);
        if (code.startsWith("Expired")) {
            return refusal(
                    Reason.EXPIRED_CREDENTIALS,
                    "The credentials " + owner + " have expired. Renew them, then try again.");
        }
        return refusal(
                Reason.ACCESS_DENIED,
                "AWS refused the role " + owner + " (" + code + "). Check that its source may assume it, and that the"
                        + " source's keys are valid.");
    }

    private static boolean isSignIn(RuntimeException error) {
        return Causes.first(error, ExpiredTokenException.class) != null
                || Causes.first(error, SsoException.class) != null
                || Causes.first(error, SsoOidcException.class) != null
                || Causes.any(error, cause -> {
                    var message = String.valueOf(cause.getMessage());
                    return message.contains("SSO token") || message.contains("Token is expired");
                });
    }

    private static String withDot(@Nullable String message) {
        var text = message == null ? "no reason given" : message.strip();
        return text.endsWith(".") ? text : text + ".";
    }

    private static RunException refusal(Reason reason, String sentence) {
        return new RunException(reason, sentence, false, null, null);
    }
}
