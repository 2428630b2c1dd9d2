package dev.quarry.app;

import dev.quarry.cli.StandardStreams;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// The streams this process was started with.
final class Console {
    private static final boolean WINDOWS =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");

    private Console() {}

    static StandardStreams streams() {
        // Not System.out, which keeps quiet about a reader that is gone.
        return new StandardStreams(
                System.in, new FileOutputStream(FileDescriptor.out), outCharset(), System.err, () -> isTerminal(0));
    }

    /// Files and pipes get UTF-8 whatever the locale, since code is what goes there. A Windows terminal has its
    /// own idea of bytes; other terminals mean UTF-8.
    private static Charset outCharset() {
        return WINDOWS && isTerminal(1) ? System.out.charset() : StandardCharsets.UTF_8;
    }

    /// Asks the C library, because the JDK tells of input and output together only.
    ///
    /// @param descriptor 0 for standard input, 1 for standard output
    @SuppressWarnings("restricted") // the start script allows it
    private static boolean isTerminal(int descriptor) {
        var linker = Linker.nativeLinker();
        var symbol = linker.defaultLookup().find(WINDOWS ? "_isatty" : "isatty");
        if (symbol.isEmpty()) {
            return false;
        }
        var isatty =
                linker.downcallHandle(symbol.get(), FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        try {
            return (int) isatty.invokeExact(descriptor) != 0;
        } catch (Throwable e) { // a method handle may declare no less
            throw new IllegalStateException("isatty cannot fail", e);
        }
    }
}
