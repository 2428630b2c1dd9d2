package dev.quarry.sample;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/// The format of one sample: a folder named by its ID, with the input under the name a developer would give
/// that file, `answer.md`, and `sample.properties` with these keys:
///
/// | key | value |
/// |---|---|
/// | `title`, `task`, `language` | as in [Sample] |
/// | `input` | the name of the input file |
/// | `parameter.NAME` | the value of one parameter |
final class SampleFolder {
    private static final String PARAMETER = "parameter.";

    private SampleFolder() {}

    static Sample read(String id, SampleSource source) throws IOException {
        var keys = id + "/sample.properties";
        var properties = new Properties();
        try {
            properties.load(new StringReader(source.text(keys)));
        } catch (IllegalArgumentException e) {
            throw new IOException(keys + ": " + e.getMessage(), e);
        }
        var parameters = takeParameters(properties);
        var title = take(properties, "title", keys);
        var task = take(properties, "task", keys);
        var language = take(properties, "language", keys);
        var input = text(id + "/" + take(properties, "input", keys), source);
        if (!properties.isEmpty()) {
            throw new IOException(keys + ": unknown key " + properties.stringPropertyNames());
        }
        return new Sample(id, title, task, language, parameters, input, text(id + "/answer.md", source));
    }

    private static Map<String, String> takeParameters(Properties properties) {
        var parameters = new HashMap<String, String>();
        for (var key : properties.stringPropertyNames()) {
            if (key.startsWith(PARAMETER)) {
                parameters.put(key.substring(PARAMETER.length()), properties.getProperty(key));
                properties.remove(key);
            }
        }
        return parameters;
    }

    private static String take(Properties properties, String key, String file) throws IOException {
        var value = properties.getProperty(key, "").strip();
        if (value.isEmpty()) {
            throw new IOException(file + ": has no " + key);
        }
        properties.remove(key);
        return value;
    }

    /// The text as an editor holds it, whatever line ends the checkout has: a prompt is compared byte for byte.
    private static String text(String name, SampleSource source) throws IOException {
        var text = source.text(name).replace("\r\n", "\n").stripTrailing();
        if (text.isEmpty()) {
            throw new IOException(name + ": is empty");
        }
        return text;
    }
}
