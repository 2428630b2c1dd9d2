package dev.quarry.bedrock;

import dev.quarry.run.ModelName;
import dev.quarry.run.RunRequest;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseTokensRequest;
import software.amazon.awssdk.services.bedrockruntime.model.CountTokensRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ResourceNotFoundException;
import software.amazon.awssdk.services.bedrockruntime.model.ValidationException;

/// Has the service count the tokens of a request. Only the bare ID of a model can be counted for, and not
/// every model: one that was refused is not asked about again. May be used from any thread.
final class TokenCounter {
    private static final Logger log = LoggerFactory.getLogger(TokenCounter.class);

    private final LazyClient client;
    private final Duration patience;
    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    TokenCounter(LazyClient client, Duration patience) {
        this.client = client;
        this.patience = patience;
    }

    /// Empty when the service does not count for that model, or did not answer in time.
    OptionalLong count(RunRequest request) throws InterruptedException {
        var model = ModelName.ofModel(request.model());
        if (refused.contains(model)) {
            return OptionalLong.empty();
        }
        var converse = ConverseRequests.of(request);
        var asked = ConverseTokensRequest.builder().messages(converse.messages());
        if (converse.hasSystem()) {
            asked.system(converse.system());
        }
        var call = client.start()
                .thenCompose(built -> built.countTokens(CountTokensRequest.builder()
                        .modelId(model)
                        .input(input -> input.converse(asked.build()))
                        .build()));
        try {
            return OptionalLong.of(
                    call.get(patience.toMillis(), TimeUnit.MILLISECONDS).inputTokens());
        } catch (ExecutionException e) {
            if (Causes.first(e, ValidationException.class) != null
                    || Causes.first(e, ResourceNotFoundException.class) != null) {
                refused.add(model);
            }
            log.debug(
                    "tokens of {} were not counted: {}",
                    model,
                    String.valueOf(e.getCause()).split(":", 2)[0]);
            return OptionalLong.empty();
        } catch (TimeoutException e) {
            log.debug("tokens of {} were not counted in time", model);
            return OptionalLong.empty();
        } finally {
            call.cancel(true);
        }
    }
}
