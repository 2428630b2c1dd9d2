package dev.quarry.cli;

import dev.quarry.preset.Parameter;
import dev.quarry.preset.Preset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What `-p name=value` says, held against the parameters of a preset.
final class ParameterValues {

    private ParameterValues() {}

    /// @param given already, by a sample
    /// @param assignments go before what is given; the later one of two for the same name holds
    /// @throws UsageException when one names no parameter, or one is missing that the preset cannot do without
    static Map<String, String> of(Preset preset, Map<String, String> given, List<String> assignments)
            throws UsageException {
        var names = preset.parameters().stream().map(Parameter::name).toList();
        var values = new LinkedHashMap<>(given);
        for (var assignment : assignments) {
            var equals = assignment.indexOf('=');
            if (equals < 1) {
                throw new UsageException("-p takes name=value, not " + assignment + ".");
            }
            var name = assignment.substring(0, equals);
            if (!names.contains(name)) {
                throw new UsageException("The preset " + preset.name() + " has no parameter " + name + "."
                        + (names.isEmpty() ? " It has none." : " It has: " + String.join(", ", names) + ".")
                        + Nearest.offer(name, names));
            }
            values.put(name, assignment.substring(equals + 1));
        }
        requireAll(preset, values);
        return values;
    }

    private static void requireAll(Preset preset, Map<String, String> values) throws UsageException {
        var missing = preset.parameters().stream()
                .filter(p -> !p.optional() && p.defaultValue() == null && p.type() != Parameter.Type.BOOLEAN)
                .filter(p -> values.getOrDefault(p.name(), "").isBlank())
                .toList();
        if (!missing.isEmpty()) {
            throw new UsageException("The preset " + preset.name() + " needs "
                    + missing.stream().map(Parameter::label).collect(Collectors.joining(" and ")) + ": add "
                    + missing.stream().map(p -> "-p " + p.name() + "=VALUE").collect(Collectors.joining(" ")) + ".");
        }
    }
}
