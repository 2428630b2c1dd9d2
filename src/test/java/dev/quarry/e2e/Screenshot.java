package dev.quarry.e2e;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.paint.Color;
import javax.imageio.ImageIO;
import org.testfx.util.WaitForAsyncUtils;

/// Pictures of a scene, written to `target/screenshots`, or where the property `quarry.screenshots` says.
final class Screenshot {
    private static final Path FOLDER = Path.of(System.getProperty("quarry.screenshots", "target/screenshots"));

    private Screenshot() {}

    /// Waits for what is under way on the FX thread, and takes the picture there.
    static Path take(Scene scene, String name) {
        WaitForAsyncUtils.waitForFxEvents();
        // A popup has round corners and a shadow, through which whatever is behind the picture shows.
        var clear = scene.getFill() == null;
        var image = WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> clear ? scene.getRoot().snapshot(overNothing(), null) : scene.snapshot(null));
        var width = (int) image.getWidth();
        var height = (int) image.getHeight();
        var pixels = new BufferedImage(width, height, clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        var reader = image.getPixelReader();
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                pixels.setRGB(x, y, reader.getArgb(x, y));
            }
        }
        try {
            Files.createDirectories(FOLDER);
            var file = FOLDER.resolve(name + ".png");
            ImageIO.write(pixels, "png", file.toFile());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SnapshotParameters overNothing() {
        var parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        return parameters;
    }
}
