package dev.quarry.bedrock;

import dev.quarry.run.RunException;
import java.util.List;

/// The profiles in the AWS configuration files of this user.
public final class AwsProfiles {

    private AwsProfiles() {}

    /// In alphabetical order. Blocks while the files are read.
    ///
    /// @throws RunException names the file and the line that cannot be understood
    public static List<String> names() throws RunException {
        return ProfileFiles.read().content().profiles().keySet().stream()
                .sorted()
                .toList();
    }
}
