package dev.quarry.preset;

import dev.quarry.language.Language;
import dev.quarry.language.Languages;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One thing a preset asks for besides the input; the task form shows one field for it.
///
/// @param name the name used in the template, a letter followed by letters, digits or underscores
/// @param label what the form calls it, one line
/// @param defaultValue what the field starts with; null for an empty field
/// @param choices for [Type#CHOICE], what may be chosen, at least one; else empty
/// @param optional whether the field may stay empty
public record Parameter(
        String name, String label, Type type, @Nullable String defaultValue, List<String> choices, boolean optional) {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d{1,30}(\\.\\d{0,30})?|\\.\\d{1,30})");

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
        label = label.strip();
        defaultValue = defaultValue == null || defaultValue.isBlank() ? null : Preset.withPlainLineEnds(defaultValue);
        choices = choices.stream().map(String::strip).toList();
    }

    /// Checks what was entered, as the form and the command line do while the user can still mend it.
    ///
    /// @return the value as it goes into the prompt: without white space around it, a choice as its author spelt
    /// it, a language by its name, a boolean as `true` or `false`; empty when nothing was entered and nothing
    /// has to be
    /// @throws PresetException when the value is missing or does not fit; the sentence names the field by its label
    public String checked(String value) throws PresetException {
        if (value.isBlank()) {
            return empty();
        }
        var entered = value.strip();
        return switch (type) {
            case TEXT -> entered;
            case MULTILINE -> value.stripTrailing();
            case CHOICE -> choice(entered);
            case LANGUAGE -> language(entered);
            case NUMBER -> number(entered);
            case BOOLEAN -> bool(entered);
        };
    }

    /// The same with another default. A value that does not fit, or null, changes nothing; an empty one takes the
    /// default
    /// away.
    Parameter startingWith(@Nullable String value) {
        if (value == null) {
            return this;
        }
        if (value.isBlank()) {
            return new Parameter(name, label, type, null, choices, optional);
        }
        try {
            return new Parameter(name, label, type, checked(value), choices, optional);
        } catch (PresetException e) {
            return this; // the author's default is better than one that the file would be refused for
        }
    }

    private String empty() throws PresetException {
        if (type == Type.BOOLEAN) {
            return "false";
        }
        if (!optional) {
            throw wrong("is empty. Fill it in.");
        }
        return "";
    }

    private String choice(String entered) throws PresetException {
        for (var choice : choices) {
            if (choice.equalsIgnoreCase(entered)) {
                return choice;
            }
        }
        throw wrong("must be one of: " + String.join(", ", choices) + ".");
    }

    private String language(String entered) throws PresetException {
        if (entered.equalsIgnoreCase(Languages.PLAIN_TEXT.id())) {
            return Languages.PLAIN_TEXT.name();
        }
        return Languages.named(entered)
                .map(Language::name)
                .orElseThrow(() -> wrong("must be the name of a language, such as Go or C#."));
    }

    private String number(String entered) throws PresetException {
        if (!NUMBER.matcher(entered).matches()) {
            throw wrong("must be a number, such as 10 or 0.5.");
        }
        return entered;
    }

    private String bool(String entered) throws PresetException {
        var lower = entered.toLowerCase(Locale.ROOT);
        if (!lower.equals("true") && !lower.equals("false")) {
            throw wrong("must be true or false.");
        }
        return lower;
    }

    private PresetException wrong(String what) {
        return new PresetException(label + " " + what, 0);
    }
}
