package dev.quarry.cli;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// What an answer looks like on standard output.
enum Format {
    TEXT,
    JSON;

    static final class Converter implements ITypeConverter<Format> {
        @Override
        public Format convert(String value) {
            for (var format : values()) {
                if (format.name().toLowerCase(Locale.ROOT).equals(value)) {
                    return format;
                }
            }
            throw new TypeConversionException("--format is text or json, not " + value + ".");
        }
    }
}
