package dev.quarry.bedrock;

import dev.quarry.run.Access;
import dev.quarry.run.ApiKeys;
import dev.quarry.run.ConnectionOptions;
import dev.quarry.run.RunException;
import dev.quarry.run.RunException.Reason;
import java.util.Optional;

/// Credentials from the one place that a connection names. Nothing else is looked at when there are none.
final class NamedCredentials {
    private final ApiKeys apiKeys;
    private final IdentityServices services;

    NamedCredentials(ApiKeys apiKeys, IdentityServices services) {
        this.apiKeys = apiKeys;
        this.services = services;
    }

    Credentials apiKey(ConnectionOptions wanted) throws RunException {
        var variable = wanted.access().apiKeyVariable();
        if (variable != null) {
            var value = System.getenv(variable);
            if (value == null || value.isBlank()) {
                throw CredentialsLookup.refusal("The environment variable " + variable
                        + " holds no API key. Set it to a Bedrock API key, or name another variable.");
            }
            return Credentials.ApiKey.of(value.strip());
        }
        var name = wanted.name();
        var key = name == null ? Optional.<String>empty() : apiKeys.find(name);
        return Credentials.ApiKey.of(key.filter(k -> !k.isBlank())
                .orElseThrow(() -> CredentialsLookup.refusal("The API key of "
                        + (name == null ? "this connection" : "`" + name + "`")
                        + " is not here: it was kept for one sitting, or taken out of the keychain, or the keychain is"
                        + " locked. Unlock that, or enter the key again.")));
    }

    static Credentials environmentKeys() throws RunException {
        return CredentialsLookup.environmentKeys()
                .orElseThrow(() -> CredentialsLookup.refusal(
                        "AWS_ACCESS_KEY_ID is not set. Set it with AWS_SECRET_ACCESS_KEY, and AWS_SESSION_TOKEN for"
                                + " temporary keys, before Quarry starts; or choose another way to sign in."));
    }

    static Credentials process(Access access) throws RunException {
        var command = access.process();
        if (command == null || command.isBlank()) {
            throw CredentialsLookup.refusal("The connection names no command that prints keys. Enter one, or choose"
                    + " another way to sign in.");
        }
        return CredentialsLookup.keys("credential process", new LazyKeys(() -> new ProcessKeys(command)));
    }

    Credentials sso(Access access) throws RunException {
        var sso = access.sso();
        if (sso == null
                || sso.startUrl().isBlank()
                || sso.account().isBlank()
                || sso.role().isBlank()) {
            throw CredentialsLookup.refusal("The connection says too little for IAM Identity Center. It needs a start"
                    + " URL, the region of the identity centre, an account and a role.");
        }
        return CredentialsLookup.keys(
                "SSO " + sso.role(),
                services.sso(
                        SsoSession.of(sso),
                        sso.account(),
                        sso.role(),
                        () -> new Explained(new RunException(
                                Reason.EXPIRED_CREDENTIALS,
                                "The sign-in at " + sso.startUrl() + " has expired or was never made. Sign in again.",
                                false,
                                null,
                                null))));
    }
}
