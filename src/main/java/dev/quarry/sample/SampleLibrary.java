package dev.quarry.sample;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The samples, in the order of a menu. The first one is what a new window opens with. Immutable.
public final class SampleLibrary {
    private static final String FOLDER = "/dev/quarry/samples/";

    private final List<Sample> samples;

    private SampleLibrary(List<Sample> samples) {
        this.samples = samples;
    }

    /// The samples that come with the application. Reads them anew on every call: about a dozen small files.
    ///
    /// @throws IllegalStateException when one of them is broken, which the build does not let pass
    public static SampleLibrary bundled() {
        try {
            return read(SampleLibrary::resource);
        } catch (IOException e) {
            throw new IllegalStateException("The bundled samples cannot be read: " + e.getMessage(), e);
        }
    }

    /// Reads the index, a text with one sample ID per line, and the folder of each sample it names.
    static SampleLibrary read(SampleSource source) throws IOException {
        var samples = new ArrayList<Sample>();
        for (var id :
                source.text("index").lines().filter(line -> !line.isBlank()).toList()) {
            if (samples.stream().anyMatch(s -> s.id().equals(id))) {
                throw new IOException("index: " + id + " is listed twice");
            }
            samples.add(SampleFolder.read(id, source));
        }
        if (samples.isEmpty()) {
            throw new IOException("index: lists no sample");
        }
        return new SampleLibrary(List.copyOf(samples));
    }

    /// At least one.
    public List<Sample> samples() {
        return samples;
    }

    public Sample opening() {
        return samples.getFirst();
    }

    public Optional<Sample> withId(String id) {
        return samples.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    private static String resource(String name) throws IOException {
        try (var stream = SampleLibrary.class.getResourceAsStream(FOLDER + name)) {
            if (stream == null) {
                throw new FileNotFoundException(name + ": is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
