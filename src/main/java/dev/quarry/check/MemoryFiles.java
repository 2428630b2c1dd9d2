package dev.quarry.check;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/// What javac may see: the classes of the platform and the text it is given. No file of this machine, no class path, no
/// annotation processor, and nowhere to write to.
final class MemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {

    private volatile boolean cancelled;

    MemoryFiles(JavaFileManager platform) {
        super(platform);
    }

    /// From now on every question is answered by an exception, which soon ends the compiler.
    void cancel() {
        cancelled = true;
    }

    private void goOn() {
        if (cancelled) {
            throw new CancellationException();
        }
    }

    private static boolean isPlatform(Location location) {
        var name = location.getName();
        return location == StandardLocation.SYSTEM_MODULES
                || location == StandardLocation.PLATFORM_CLASS_PATH
                || name.startsWith("SYSTEM_MODULES");
    }

    @Override
    public ClassLoader getClassLoader(Location location) {
        // For plugins and processors: none.
        return new URLClassLoader(new URL[0], null);
    }

    @Override
    public Iterable<JavaFileObject> list(
            Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) throws IOException {
        goOn();
        return isPlatform(location) ? super.list(location, packageName, kinds, recurse) : List.of();
    }

    @Override
    public boolean hasLocation(Location location) {
        return isPlatform(location) && super.hasLocation(location);
    }

    @Override
    public @Nullable JavaFileObject getJavaFileForInput(Location location, String className, JavaFileObject.Kind kind)
            throws IOException {
        goOn();
        return isPlatform(location) ? super.getJavaFileForInput(location, className, kind) : null;
    }

    @Override
    public @Nullable FileObject getFileForInput(Location location, String packageName, String relativeName)
            throws IOException {
        return isPlatform(location) ? super.getFileForInput(location, packageName, relativeName) : null;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String className, JavaFileObject.Kind kind, FileObject sibling) throws IOException {
        throw new IOException("a check writes nothing");
    }

    @Override
    public FileObject getFileForOutput(Location location, String packageName, String relativeName, FileObject sibling)
            throws IOException {
        throw new IOException("a check writes nothing");
    }

    @Override
    public Iterable<Set<Location>> listLocationsForModules(Location location) throws IOException {
        goOn();
        return isPlatform(location) ? super.listLocationsForModules(location) : List.of();
    }

    /// A text that may be called anything, whatever its public class is called.
    static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(int number, String text) {
            super(URI.create("memory:///" + number + "/Answer.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }

        @Override
        public boolean isNameCompatible(String simpleName, Kind kind) {
            return kind == Kind.SOURCE;
        }
    }
}
