package dev.quarry.bedrock;

import dev.quarry.model.ModelEntry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/// The least that credentials have to be allowed, as an IAM policy: to call one model, and to list them all.
final class PolicyText {

    private PolicyText() {}

    /// @param account twelve digits; empty where it is not known
    /// @param entry of the model; null where it is not in the list
    static String of(Region region, String account, String model, @Nullable ModelEntry entry) {
        var resources = entry == null ? guessed(region, account, model) : known(entry);
        return """
                {
                  "Version": "2012-10-17",
                  "Statement": [
                    {
                      "Sid": "CallTheModel",
                      "Effect": "Allow",
                      "Action": ["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"],
                      "Resource": [
                %s
                      ]
                    },
                    {
                      "Sid": "ListModels",
                      "Effect": "Allow",
                      "Action": ["bedrock:ListFoundationModels", "bedrock:ListInferenceProfiles"],
                      "Resource": "*"
                    }
                  ]
                }
                """.formatted(
                        resources.stream().map(arn -> "        \"" + arn + "\"").collect(Collectors.joining(",\n")));
    }

    /// A profile needs itself and the models in every region that it may send a request to.
    private static List<String> known(ModelEntry entry) {
        var all = new LinkedHashSet<String>();
        if (entry.arn() != null) {
            all.add(entry.arn());
        }
        all.addAll(entry.destinations());
        return List.copyOf(all);
    }

    /// Without the list an ID may be a model's or a profile's, so both are named.
    private static List<String> guessed(Region region, String account, String model) {
        if (model.startsWith("arn:")) {
            return List.of(model);
        }
        var start = "arn:" + PartitionMetadata.of(region).id() + ":bedrock:" + region.id() + ":";
        var all = new ArrayList<String>();
        all.add(start + ":foundation-model/" + model);
        all.add(start + (account.isEmpty() ? "*" : account) + ":inference-profile/" + model);
        return all;
    }
}
