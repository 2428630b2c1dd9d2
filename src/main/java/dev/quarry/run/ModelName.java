package dev.quarry.run;

import java.util.List;
import java.util.regex.Pattern;

/// What a model is called, without the place it is called in.
public final class ModelName {

    /// An inference profile's ID is a model's with a geography of AWS before it.
    private static final Pattern GEOGRAPHY =
            Pattern.compile("(?:us|us-gov|eu|apac|jp|au|ca|in|global|amer|sa|me|uk|il|kr)\\.");

    private ModelName() {}

    /// The names to look a price up by, the most exact first: as it was named; the ID at the end of an ARN;
    /// the model that an inference profile of the service's own is for. What the profile of an account is for
    /// its name does not tell.
    ///
    /// @param model a model ID, an inference profile ID or an ARN
    public static List<String> candidates(String model) {
        var id = id(model);
        return List.of(model, id, withoutGeography(id));
    }

    /// The ID of the model itself, as counting tokens wants it.
    public static String ofModel(String model) {
        return withoutGeography(id(model));
    }

    private static String id(String model) {
        return model.startsWith("arn:") ? model.substring(model.lastIndexOf('/') + 1) : model;
    }

    private static String withoutGeography(String id) {
        var match = GEOGRAPHY.matcher(id);
        return match.lookingAt() ? id.substring(match.end()) : id;
    }
}
