package dev.quarry.preset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing a preset asks for besides the input; the task form shows one field for it.
///
/// @param name the name used in the template, a letter followed by letters, digits or underscores
/// @param defaultValue what the field starts with; null for an empty field
/// @param choices for [Type#CHOICE], what may be chosen, at least one; else empty
/// @param optional whether the field may stay empty
public record Parameter(
        String name, String label, Type type, @Nullable String defaultValue, List<String> choices, boolean optional) {

    /// What kind of field it is.
    public enum Type {
        TEXT,
        MULTILINE,
        CHOICE,
        LANGUAGE,
        NUMBER,
        BOOLEAN
    }

    public Parameter {
        choices = List.copyOf(choices);
    }
}
