package dev.quarry.sample;

import java.io.IOException;

/// Where the files of the samples are read from.
@FunctionalInterface
interface SampleSource {

    /// The text of one file, which must exist.
    ///
    /// @param name relative to the folder of all samples, parts separated by `/`
    String text(String name) throws IOException;
}
