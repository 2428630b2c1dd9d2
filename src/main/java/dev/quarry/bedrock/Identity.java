package dev.quarry.bedrock;

import dev.quarry.run.ConnectionDoctor.Finding;
import dev.quarry.run.ConnectionDoctor.Result;
import dev.quarry.run.ConnectionDoctor.Step;
import dev.quarry.run.RunException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.StsException;

/// Whose credentials a connection has, and until when.
///
/// @param account twelve digits; empty where it was not told
/// @param usable whether requests can be signed at all
record Identity(Finding finding, String account, boolean usable) {
    private static final Duration SOON = Duration.ofMinutes(10);

    static Identity of(Account account, Patience patience, Instant now) {
        return switch (account.credentials()) {
            case Credentials.ApiKey _ ->
                found(Result.GOOD, "An API key of Amazon Bedrock. AWS does not say whose it is.", null, "");
            case Credentials.None _ -> found(Result.GOOD, "None are needed here.", null, "");
            case Credentials.Keys keys -> ofKeys(keys, account, patience, now);
        };
    }

    private static Identity ofKeys(Credentials.Keys keys, Account account, Patience patience, Instant now) {
        AwsCredentials resolved;
        try {
            resolved =
                    Deadline.within(patience.credentials(), "doctor-credentials", keys.provider()::resolveCredentials);
        } catch (Explained e) {
            return unusable(e.explanation());
        } catch (Deadline.Missed e) {
            return unusable(new RunException(
                    RunException.Reason.TIMEOUT,
                    "The credentials (" + keys.label() + ") did not come within "
                            + patience.credentials().toSeconds() + " s.",
                    true,
                    null,
                    e));
        }
        var until = resolved.expirationTime().orElse(null);
        var owner = "Keys " + CallContext.owner(keys);
        try (var sts = StsClient.builder()
                .region(account.region())
                .credentialsProvider(keys.provider())
                .httpClient(account.network().waiting(patience))
                .build()) {
            var caller = sts.getCallerIdentity();
            var sentence = owner + ": account " + caller.account() + ", as " + caller.arn() + expiry(until) + ".";
            if (until != null && until.isBefore(now.plus(SOON))) {
                return found(Result.WARNING, sentence, "Renew them: they expire soon.", caller.account());
            }
            return found(Result.GOOD, sentence, null, caller.account());
        } catch (StsException e) {
            var known = AccessErrors.credentials(keys, ServiceErrors.code(e), null);
            return known == null
                    ? found(
                            Result.WARNING,
                            owner + expiry(until) + ". AWS would not say whose they are (" + ServiceErrors.code(e)
                                    + ").",
                            null,
                            "")
                    : unusable(known);
        } catch (SdkException e) {
            return found(
                    Result.WARNING,
                    owner + expiry(until) + ". Whose they are is not known: the Security Token Service was not"
                            + " reached.",
                    null,
                    "");
        }
    }

    private static String expiry(@Nullable Instant until) {
        return until == null ? "" : ", valid until " + until.truncatedTo(ChronoUnit.MINUTES);
    }

    private static Identity found(Result result, String sentence, @Nullable String advice, String account) {
        return new Identity(new Finding(Step.CREDENTIALS, result, sentence, advice), account, true);
    }

    private static Identity unusable(RunException e) {
        return new Identity(new Finding(Step.CREDENTIALS, Result.BAD, e.sentence(), null), "", false);
    }
}
