package dev.quarry.bedrock;

import dev.quarry.run.RunException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileLocation;

/// The AWS configuration files of this user: `config` and `credentials`, wherever the environment says they
/// are.
record ProfileFiles(ProfileFile content) {
    private static final Pattern LINE = Pattern.compile("on line (\\d+)");
    private static final int MOST_NAMES = 8;

    static final ProfileFiles NONE = new ProfileFiles(ProfileFile.aggregator().build());

    /// Files that do not exist are empty.
    ///
    /// @throws RunException names the file and the line that cannot be understood
    static ProfileFiles read() throws RunException {
        var all = ProfileFile.aggregator();
        add(all, ProfileFileLocation.configurationFileLocation(), ProfileFile.Type.CONFIGURATION);
        add(all, ProfileFileLocation.credentialsFileLocation(), ProfileFile.Type.CREDENTIALS);
        return new ProfileFiles(all.build());
    }

    Optional<Profile> named(String name) {
        return content.profile(name);
    }

    /// A sentence that lists the profiles there are, to be put behind another one.
    String names() {
        var names = content.profiles().keySet();
        if (names.isEmpty()) {
            return "No profile is set up on this machine: `aws configure sso` makes one.";
        }
        return "Profiles there are: "
                + names.stream().sorted().limit(MOST_NAMES).collect(Collectors.joining(", "))
                + (names.size() > MOST_NAMES ? ", …" : ".");
    }

    private static void add(ProfileFile.Aggregator all, Optional<Path> file, ProfileFile.Type type)
            throws RunException {
        if (file.isEmpty()) {
            return;
        }
        try {
            all.addFile(ProfileFile.builder().type(type).content(file.get()).build());
        } catch (IllegalArgumentException e) {
            // The SDK's message names the line and what is wrong with it, and never quotes it.
            var line = LINE.matcher(String.valueOf(e.getMessage()));
            throw refusal(
                    "The AWS configuration file " + file.get() + " cannot be understood"
                            + (line.find() ? " from line " + line.group(1) + " on" : "")
                            + ". Correct it and try again.",
                    e);
        } catch (RuntimeException e) {
            throw refusal(
                    "The AWS configuration file " + file.get() + " cannot be read. Check that it is a file that you"
                            + " may read.",
                    e);
        }
    }

    private static RunException refusal(String sentence, RuntimeException cause) {
        return new RunException(RunException.Reason.VALIDATION, sentence, false, null, cause);
    }
}
