package dev.quarry.bedrock;

import dev.quarry.run.RunException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/// Knocks at an endpoint without saying who asks, and reads its clock.
///
/// @param time null where it told none
record ServerTime(int status, @Nullable Instant time) {
    private static final Logger log = LoggerFactory.getLogger(ServerTime.class);

    /// @throws RunException why the endpoint was not reached
    static ServerTime of(Account account, Patience patience) throws RunException {
        try (var http = account.network().waiting(patience)) {
            var request = SdkHttpRequest.builder()
                    .method(SdkHttpMethod.GET)
                    .uri(account.target())
                    .build();
            var answer = http.prepareRequest(
                            HttpExecuteRequest.builder().request(request).build())
                    .call();
            answer.responseBody().ifPresent(body -> body.abort());
            return new ServerTime(
                    answer.httpResponse().statusCode(),
                    answer.httpResponse()
                            .firstMatchingHeader("Date")
                            .map(ServerTime::parsed)
                            .orElse(null));
        } catch (IOException | RuntimeException e) {
            var explained = Causes.first(e, Explained.class);
            throw explained != null
                    ? explained.explanation()
                    : NetworkErrors.notReached(
                            e, account.host(), account.region().id());
        }
    }

    private static @Nullable Instant parsed(String date) {
        try {
            return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            log.debug("not a date: {}", date);
            return null;
        }
    }
}
