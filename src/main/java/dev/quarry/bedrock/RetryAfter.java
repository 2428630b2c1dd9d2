package dev.quarry.bedrock;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/// The pause that the service asks for by the header of that name, as RFC 9110 section 10.2.3 has it.
final class RetryAfter {

    private RetryAfter() {}

    /// Null when it asks for none, or in neither of the two forms; never negative.
    static @Nullable Duration of(AwsServiceException error) {
        var details = error.awsErrorDetails();
        var response = details == null ? null : details.sdkHttpResponse();
        var header = response == null
                ? null
                : response.firstMatchingHeader("Retry-After").orElse(null);
        if (header == null) {
            return null;
        }
        if (header.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(header));
        }
        try {
            var date = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME);
            var pause = Duration.between(Instant.now(), date.toInstant());
            return pause.isNegative() ? Duration.ZERO : pause;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
