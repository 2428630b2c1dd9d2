package dev.quarry.bedrock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.run.RunException;
import dev.quarry.run.RunException.Reason;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the service refuses before it streams, over the real wire.
class BedrockRefusalTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        400 | ValidationException         | Malformed input request: stopSequences | VALIDATION | false | Amazon Bedrock refused the request to eu.amazon.nova-pro-v1:0: Malformed input request: stopSequences.
        400 | ValidationException         | The provided model identifier is invalid. | MODEL_NOT_FOUND | false | There is no model eu.amazon.nova-pro-v1:0 in us-east-1. Check its ID, or choose a region that has it.
        400 | ValidationException         | Invocation of model ID x with on-demand throughput isn’t supported. Retry your request with the ID or ARN of an inference profile that contains this model. | VALIDATION | false | The model eu.amazon.nova-pro-v1:0 cannot be called by this ID in us-east-1. Choose its inference profile: the same ID behind a place, such as eu. or global.
        400 | ValidationException         | Input is too long for requested model. | VALIDATION | false | The input is too long for eu.amazon.nova-pro-v1:0. Shorten it, or choose a model with a larger context window.
        400 | ValidationException         | The model returned the following errors: input length and `max_tokens` exceed context limit: 1 + 2 > 2 | VALIDATION | false | The input is too long for eu.amazon.nova-pro-v1:0. Shorten it, or choose a model with a larger context window.
        400 | ValidationException         | The maximum tokens you requested exceeds the model limit of 4096. | VALIDATION | false | The model eu.amazon.nova-pro-v1:0 does not write as many tokens as were asked for. Lower the maximum of tokens.
        400 | ValidationException         | `temperature` and `top_p` cannot both be specified for this model. | VALIDATION | false | The model eu.amazon.nova-pro-v1:0 does not take this temperature or topP. Leave them to the model.
        400 | ValidationException         | Operation not allowed | ACCESS_DENIED | false | AWS does not allow this account to call eu.amazon.nova-pro-v1:0 in us-east-1. New accounts are opened by AWS Support.
        403 | AccessDeniedException       | User: arn:aws:iam::1:user/x is not authorized to perform: bedrock:InvokeModelWithResponseStream | ACCESS_DENIED | false | The credentials of this endpoint may not call eu.amazon.nova-pro-v1:0 in us-east-1. They need the permission bedrock:InvokeModelWithResponseStream for it.
        403 | AccessDeniedException       | You don't have access to the model with the specified model ID. | ACCESS_DENIED | false | This account has no access to the model eu.amazon.nova-pro-v1:0 in us-east-1. Ask for it on the Model access page of the Amazon Bedrock console.
        403 | AccessDeniedException       | Authentication failed: Please make sure your API Key is valid. | EXPIRED_CREDENTIALS | false | AWS refused the API key: it is not valid, or has expired. Create a new API key in the Amazon Bedrock console.
        403 | ExpiredTokenException       | The security token included in the request is expired | EXPIRED_CREDENTIALS | false | The credentials of this endpoint have expired. Renew them, then try again.
        403 | UnrecognizedClientException | The security token included in the request is invalid. | EXPIRED_CREDENTIALS | false | AWS does not know the credentials of this endpoint, or has withdrawn them. Renew them, then try again.
        403 | InvalidSignatureException   | Signature expired | EXPIRED_CREDENTIALS | false | AWS refused the signature of the credentials of this endpoint. Check the secret key, and the clock of this machine.
        404 | ResourceNotFoundException   | Could not resolve the foundation model | MODEL_NOT_FOUND | false | The model eu.amazon.nova-pro-v1:0 was not found in us-east-1. Check its ID, or choose a region that has it.
        404 | ResourceNotFoundException   | This model version has reached the end of its life. | MODEL_NOT_FOUND | false | The model eu.amazon.nova-pro-v1:0 is retired for this account in us-east-1. Choose a newer one.
        408 | ModelTimeoutException       | slow | TIMEOUT | false | The model eu.amazon.nova-pro-v1:0 took too long to answer. Ask for less at a time, or choose a faster model.
        413 | RequestEntityTooLarge       | big | VALIDATION | false | The input is too long for eu.amazon.nova-pro-v1:0. Shorten it, or choose a model with a larger context window.
        424 | ModelErrorException         | oops | UNAVAILABLE | false | The model eu.amazon.nova-pro-v1:0 failed while it worked on the request. Run again, or ask for less at a time.
        429 | ThrottlingException         | Too many requests, please wait before trying again. | THROTTLED | true | Amazon Bedrock is throttling this account for eu.amazon.nova-pro-v1:0 in us-east-1. Wait a little, lower the maximum of tokens, or ask AWS for a higher quota.
        429 | ThrottlingException         | Too many tokens per day, please wait before trying again. | QUOTA | false | The quota of this account for eu.amazon.nova-pro-v1:0 in us-east-1 is used up. Wait until it is renewed, choose another model, or ask AWS for a higher quota.
        429 | ModelNotReadyException      | loading | MODEL_NOT_READY | true | The model eu.amazon.nova-pro-v1:0 is still being made ready in us-east-1. Run again in a minute.
        400 | ServiceQuotaExceededException | full | QUOTA | false | The quota of this account for eu.amazon.nova-pro-v1:0 in us-east-1 is used up. Wait until it is renewed, choose another model, or ask AWS for a higher quota.
        500 | InternalServerException     | oops | UNAVAILABLE | true | Amazon Bedrock has a problem of its own in us-east-1 (InternalServerException). Run again in a moment.
        503 | ServiceUnavailableException | busy | UNAVAILABLE | true | Amazon Bedrock has a problem of its own in us-east-1 (ServiceUnavailableException). Run again in a moment.
        502 | BadGateway                  | oops | UNAVAILABLE | true | Amazon Bedrock has a problem of its own in us-east-1 (BadGateway). Run again in a moment.
        407 | ProxyAuthenticationRequired | who | ACCESS_DENIED | false | The proxy on the way to ENDPOINT asks for a sign-in.
        418 | Teapot                      | short | UNAVAILABLE | false | ENDPOINT gave an answer that is not Amazon Bedrock's (HTTP 418). Check the endpoint and the proxy.
        """)
    void refusalIsExplained(int status, String type, String message, Reason reason, boolean retryable, String sentence)
            throws Exception {
        try (var endpoint = FaultEndpoint.answering(Script.refusal(status, type, message));
                var connection = endpoint.connection()) {
            var asked = Asked.of(connection);

            assertThat(asked.events()).isEmpty();
            assertThat(asked.refusal())
                    .hasMessage(sentence.replace("ENDPOINT", endpoint.uri().getAuthority()));
            assertThat(asked.refusal().reason()).isEqualTo(reason);
            assertThat(asked.refusal().retryable()).isEqualTo(retryable);
            assertThat(endpoint.requests()).as("attempts of the SDK").hasSize(1);
        }
    }

    @Test
    void pauseThatTheServiceAsksForIsPassedOn() throws Exception {
        assertThat(throttled("Retry-After: 7").retryAfter()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void pauseMayBeADate() throws Exception {
        var date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(60));

        assertThat(throttled("Retry-After: " + date).retryAfter())
                .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60));
    }

    @Test
    void pauseThatIsNeitherIsPassedOver() throws Exception {
        assertThat(throttled("Retry-After: soon").retryAfter()).isNull();
    }

    @Test
    void longTextOfTheServiceIsCut() throws Exception {
        var asked = ask(Script.refusal(400, "ValidationException", "wrong ".repeat(200)), "Hi");

        assertThat(asked.refusal().sentence()).hasSizeLessThan(400).endsWith("…");
    }

    @Test
    void promptThatTheServiceQuotesIsNeitherShownNorLogged() throws Exception {
        var asked = ask(
                Script.refusal(400, "ValidationException", "Invalid text: `my secret algorithm` at line 1"),
                "int x; // my secret algorithm");

        assertThat(asked.refusal())
                .hasMessage("Amazon Bedrock refused the request to eu.amazon.nova-pro-v1:0 as not valid. Check the"
                        + " model's settings and the length of the input.");
        assertThat(stackTraceOf(asked.refusal())).doesNotContain("secret algorithm");
    }

    @Test
    void shortPromptIsNotShownEither() throws Exception {
        var asked = ask(Script.refusal(400, "ValidationException", "Cannot handle hunter2"), "hunter2");

        assertThat(stackTraceOf(asked.refusal())).doesNotContain("hunter2");
    }

    private static RunException throttled(String header) throws InterruptedException {
        return ask(Script.refusal(429, "ThrottlingException", "slow down", header), "Hi")
                .refusal();
    }

    private static Asked ask(Script script, String prompt) throws InterruptedException {
        try (var endpoint = FaultEndpoint.answering(script);
                var connection = endpoint.connection()) {
            return Asked.of(connection, Asked.request(prompt));
        }
    }

    private static String stackTraceOf(Throwable error) {
        var text = new java.io.StringWriter();
        error.printStackTrace(new java.io.PrintWriter(text));
        return text.toString();
    }
}
