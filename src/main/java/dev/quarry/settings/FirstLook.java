package dev.quarry.settings;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.quarry.settings.Settings.Theme;
import dev.quarry.settings.Settings.WindowBounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads token by token what of the settings shows in the first frame of the window. What makes objects of JSON takes
/// a third of the time to that frame, and is not needed for three values.
final class FirstLook {
    private Theme theme = Settings.DEFAULTS.theme();
    private double editorFontSize = Settings.DEFAULTS.editorFontSize();
    private @Nullable WindowBounds window = Settings.DEFAULTS.window();

    private FirstLook() {}

    /// The defaults with the file's theme, size of text and bounds of the window; the defaults alone where the file
    /// cannot be used, which is told when it is read whole.
    static Settings at(Path file) {
        var look = new FirstLook();
        try (var json = new JsonFactory().createParser(Files.readAllBytes(file))) {
            look.read(json);
            return Settings.DEFAULTS
                    .withTheme(look.theme)
                    .withEditorFontSize(look.editorFontSize)
                    .withWindow(look.window);
        } catch (IOException | IllegalArgumentException e) {
            return Settings.DEFAULTS;
        }
    }

    private void read(JsonParser json) throws IOException {
        json.nextToken();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var name = json.currentName();
            var value = json.nextToken();
            switch (name) {
                case "theme" -> theme = value == JsonToken.VALUE_NULL ? theme : theme(json.getText());
                case "editorFontSize" -> editorFontSize = json.getDoubleValue();
                case "window" -> window = value == JsonToken.START_OBJECT ? bounds(json) : null;
                default -> json.skipChildren();
            }
        }
    }

    private static Theme theme(String name) {
        return Theme.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static WindowBounds bounds(JsonParser json) throws IOException {
        var x = 0.0;
        var y = 0.0;
        var width = 0.0;
        var height = 0.0;
        var maximized = false;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var name = json.currentName();
            json.nextToken();
            switch (name) {
                case "x" -> x = json.getDoubleValue();
                case "y" -> y = json.getDoubleValue();
                case "width" -> width = json.getDoubleValue();
                case "height" -> height = json.getDoubleValue();
                case "maximized" -> maximized = json.getBooleanValue();
                default -> json.skipChildren();
            }
        }
        return new WindowBounds(x, y, width, height, maximized);
    }
}
