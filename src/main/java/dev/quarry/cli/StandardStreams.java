package dev.quarry.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.function.BooleanSupplier;

/// Where a command reads and writes.
///
/// @param out takes answers and lists, nothing else
/// @param outCharset for what goes to `out`
/// @param err takes everything that is said about a run
/// @param inIsTerminal whether a person would have to type the input; asked only when there is no other input
public record StandardStreams(
        InputStream in, OutputStream out, Charset outCharset, PrintStream err, BooleanSupplier inIsTerminal) {

    /// The same without the streams that a person sees: nothing is read and what is written is thrown away.
    public StandardStreams toNowhere() {
        var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, outCharset);
        return new StandardStreams(InputStream.nullInputStream(), nowhere, outCharset, nowhere, () -> false);
    }

    void print(CharSequence text) throws IOException {
        out.write(text.toString().getBytes(outCharset));
        out.flush();
    }
}
