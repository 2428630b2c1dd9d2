package dev.quarry.bedrock;

import dev.quarry.run.RunException;
import java.util.regex.Pattern;
import software.amazon.awssdk.regions.Region;

/// Keys of a role that the connection names, got with other keys.
final class AssumedRole {
    private static final Pattern ARN =
            Pattern.compile("arn:[a-z-]+:iam::\\d{12}:role/(?:[\\w+=,.@/-]*/)?([\\w+=,.@-]+)");

    private AssumedRole() {}

    /// @param source what may assume the role
    /// @param region whose Security Token Service is asked
    static Credentials over(Credentials source, String roleArn, Region region, IdentityServices services)
            throws RunException {
        var arn = ARN.matcher(roleArn.strip());
        if (!arn.matches()) {
            throw refusal("There is no role with such an ARN. Write it like arn:aws:iam::111122223333:role/Name.");
        }
        if (!(source instanceof Credentials.Keys keys)) {
            throw refusal("An API key cannot assume a role. Choose a profile or keys, or leave the role out.");
        }
        return CredentialsLookup.keys(
                "role " + arn.group(1),
                services.role(
                        region,
                        keys.provider(),
                        request -> request.roleArn(arn.group()).roleSessionName("quarry")));
    }

    private static RunException refusal(String sentence) {
        return new RunException(RunException.Reason.VALIDATION, sentence, false, null, null);
    }
}
