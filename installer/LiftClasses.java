import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Gives the classes of a jar that were compiled for Java 5 or earlier the form of Java 8, with the stack maps that
/// go with it. A cache of loaded classes takes no class older than Java 6, and picocli, which each command loads first,
/// is compiled for Java 5. What the classes do stays the same. A jar without such classes is left alone.
///
/// Run as `java LiftClasses.java JAR`.
void main(String[] arguments) throws IOException {
    var jar = Path.of(arguments[0]);
    var lifted = jar.resolveSibling(jar.getFileName() + ".lifted");
    var count = 0;
    try (var in = new ZipFile(jar.toFile());
            var out = new ZipOutputStream(Files.newOutputStream(lifted))) {
        var classes = ClassFile.of(
                StackMapsOption.GENERATE_STACK_MAPS,
                ClassHierarchyResolverOption.of(hierarchy(in).orElse(ClassHierarchyResolver.defaultResolver())));
        for (var entry : Collections.list(in.entries())) {
            var bytes = in.getInputStream(entry).readAllBytes();
            if (entry.getName().endsWith(".class") && majorVersion(bytes) < ClassFile.JAVA_6_VERSION) {
                bytes = lift(classes, bytes);
                count++;
            }
            // Same bytes from two builds: the entry keeps its time, and the order is the jar's.
            var copy = new ZipEntry(entry.getName());
            copy.setTimeLocal(entry.getTimeLocal());
            out.putNextEntry(copy);
            out.write(bytes);
            out.closeEntry();
        }
    }
    if (count == 0) {
        Files.delete(lifted);
    } else {
        Files.move(lifted, jar, StandardCopyOption.REPLACE_EXISTING);
    }
}

int majorVersion(byte[] classFile) {
    return (classFile[6] & 0xFF) << 8 | classFile[7] & 0xFF;
}

byte[] lift(ClassFile classes, byte[] old) {
    ClassTransform version = (builder, element) -> {
        if (element instanceof ClassFileVersion) {
            builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
        } else {
            builder.with(element);
        }
    };
    // Bodies go through the builder too, since only a body that is written anew gets a stack map.
    var bodies = ClassTransform.transformingMethodBodies((builder, element) -> builder.with(element));
    return classes.transformClass(classes.parse(old), version.andThen(bodies));
}

ClassHierarchyResolver hierarchy(ZipFile jar) {
    return ClassHierarchyResolver.ofResourceParsing(type -> {
        var descriptor = type.descriptorString();
        var entry = jar.getEntry(descriptor.substring(1, descriptor.length() - 1) + ".class");
        try {
            return entry == null ? null : jar.getInputStream(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    });
}
