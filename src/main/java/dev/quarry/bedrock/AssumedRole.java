package dev.quarry.bedrock;

import dev.quarry.run.RunException;
import java.net.URI;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/// Keys of a role, got with other keys.
final class AssumedRole {
    private static final Pattern ARN =
            Pattern.compile("arn:[a-z-]+:iam::\\d{12}:role/(?:[\\w+=,.@/-]*/)?([\\w+=,.@-]+)");

    private AssumedRole() {}

    /// @param source what may assume the role
    /// @param region whose Security Token Service is asked
    static Credentials over(Credentials source, String roleArn, Region region) throws RunException {
        var arn = ARN.matcher(roleArn.strip());
        if (!arn.matches()) {
            throw refusal("There is no role with such an ARN. Write it like arn:aws:iam::111122223333:role/Name.");
        }
        if (!(source instanceof Credentials.Keys keys)) {
            throw refusal("An API key cannot assume a role. Choose a profile or keys, or leave the role out.");
        }
        var name = arn.group(1);
        return new Credentials.Keys(
                "role " + name, "", new RoleProvider(keys, roleArn.strip(), region).explained("role " + name));
    }

    /// Builds its client when the keys are first wanted.
    private record RoleProvider(Credentials.Keys source, String arn, Region region) {

        ExplainedCredentials explained(String owner) {
            var lazy = new LazyKeys(() -> {
                var sts = StsClient.builder()
                        .region(region)
                        .credentialsProvider(source.provider())
                        .httpClientBuilder(Network.USUAL.waiting(
                                URI.create("https://sts." + region.id() + ".amazonaws.com"), Patience.USUAL))
                        .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.standardRetryStrategy()))
                        .build();
                return StsAssumeRoleCredentialsProvider.builder()
                        .stsClient(sts)
                        .refreshRequest(request -> request.roleArn(arn).roleSessionName("quarry"))
                        .build();
            });
            return new ExplainedCredentials(lazy, "", owner);
        }
    }

    private static RunException refusal(String sentence) {
        return new RunException(RunException.Reason.VALIDATION, sentence, false, null, null);
    }
}
