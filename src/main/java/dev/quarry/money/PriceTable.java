package dev.quarry.money;

import dev.quarry.run.ModelName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The prices that are known. A model that is not among them has no price, which is not the price 0.
///
/// @param date of the prices, such as `2026-09-22`; the latest where they come from several places
/// @param models by model ID, inference profile ID or ARN
public record PriceTable(String date, Map<String, Price> models) {

    public static final PriceTable EMPTY = new PriceTable("", Map.of());

    public PriceTable {
        models = Map.copyOf(models);
    }

    /// The price of a model, if it is known.
    ///
    /// @param model a model ID, an inference profile ID or an ARN
    public Optional<Price> of(String model) {
        return ModelName.candidates(model).stream()
                .filter(models::containsKey)
                .findFirst()
                .map(models::get);
    }

    /// The same, where the account knows what its own inference profiles stand for.
    ///
    /// @param profiles gives the model of a profile, or the name it was given
    public Optional<Price> of(String model, UnaryOperator<String> profiles) {
        return of(model).or(() -> of(profiles.apply(model)));
    }

    /// These prices over others.
    PriceTable over(PriceTable under) {
        var all = new LinkedHashMap<>(under.models);
        all.putAll(models);
        return new PriceTable(date.compareTo(under.date) >= 0 ? date : under.date, all);
    }
}
