package dev.quarry.bedrock;

import dev.quarry.model.ModelCatalog;
import dev.quarry.model.ModelList;
import dev.quarry.run.ApiKeys;
import dev.quarry.run.ConnectionOptions;
import dev.quarry.run.RunException;
import dev.quarry.run.RunException.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.model.BedrockException;
import software.amazon.awssdk.services.bedrock.model.InferenceProfileSummary;
import software.amazon.awssdk.services.bedrock.model.InferenceProfileType;

/// The models of one account in one region, asked of the control plane of Amazon Bedrock. The client is built
/// for one list and closed after it: lists are asked for once in hours.
public final class BedrockCatalog implements ModelCatalog {
    private static final Logger log = LoggerFactory.getLogger(BedrockCatalog.class);
    private static final int PAGE = 100;
    private static final int MOST = 20_000; // a service that never ends its pages is not followed for ever

    private final Account account;
    private final Patience patience;

    BedrockCatalog(Account account, Patience patience) {
        this.account = account;
        this.patience = patience;
    }

    /// Finds out where credentials and region come from; asks the service nothing.
    ///
    /// @param apiKeys asked for the key where the options say that there is one
    public static BedrockCatalog of(ConnectionOptions options, ApiKeys apiKeys) throws RunException {
        return new BedrockCatalog(Account.of(options, apiKeys), Patience.USUAL);
    }

    @Override
    public String place() {
        return account.label() + (account.controlEndpoint() == null ? "" : " · " + account.controlEndpoint());
    }

    @Override
    public ModelList fetch() throws RunException {
        try (var client = ControlClients.build(account, patience)) {
            var models = client.listFoundationModels(_ -> {}).modelSummaries();
            var profiles = new ArrayList<InferenceProfileSummary>();
            var note = profiles(client, profiles);
            return new ModelList(ModelJoin.of(models, profiles), Instant.now(), note);
        } catch (SdkException | Explained e) {
            throw explained(e, "bedrock:ListFoundationModels");
        }
    }

    /// Models without their profiles are worth showing, so what fails here is a note on the list.
    ///
    /// @return null when all went well
    private @Nullable String profiles(BedrockClient client, List<InferenceProfileSummary> into) {
        try {
            for (var type : List.of(InferenceProfileType.SYSTEM_DEFINED, InferenceProfileType.APPLICATION)) {
                client
                        .listInferenceProfilesPaginator(
                                list -> list.typeEquals(type).maxResults(PAGE))
                        .inferenceProfileSummaries()
                        .stream()
                        .limit(MOST)
                        .forEach(into::add);
            }
            return null;
        } catch (SdkException e) {
            log.info("profiles not listed: {}", e.getClass().getSimpleName());
            return "Inference profiles are missing from the list. "
                    + explained(e, "bedrock:ListInferenceProfiles").sentence();
        }
    }

    private RunException explained(RuntimeException error, String action) {
        var known = Causes.first(error, Explained.class);
        if (known != null) {
            return known.explanation();
        }
        var refused = Causes.first(error, BedrockException.class);
        if (refused == null) {
            return NetworkErrors.notReached(
                    error,
                    account.controlTarget().getRawAuthority(),
                    account.region().id());
        }
        var code = ServiceErrors.code(refused);
        if (code.startsWith("AccessDenied")) {
            return new RunException(
                    Reason.ACCESS_DENIED,
                    "The credentials " + CallContext.owner(account.credentials()) + " may not list models in "
                            + account.region().id() + ". They need the permission " + action + ".",
                    false,
                    null,
                    refused);
        }
        if (code.startsWith("Throttling")) {
            return new RunException(
                    Reason.THROTTLED,
                    "Amazon Bedrock is asked too often for its models. Try again in a minute.",
                    true,
                    null,
                    refused);
        }
        var credentials = AccessErrors.credentials(account.credentials(), code, refused);
        return credentials != null
                ? credentials
                : new RunException(
                        Reason.UNAVAILABLE,
                        "Amazon Bedrock did not list its models in "
                                + account.region().id() + " ("
                                + (code.isEmpty() ? "HTTP " + refused.statusCode() : code) + "). Try again later.",
                        refused.statusCode() >= 500,
                        null,
                        refused);
    }
}
