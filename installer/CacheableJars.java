import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
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
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Makes all classes of jars such that a cache of loaded classes takes them, for it leaves out those
///
/// - compiled for Java 5 or earlier, as those of picocli are, which each command loads first: they get the form of Java 8,
///   with the stack maps that go with it, and do the same as before;
/// - of a signed jar, such as JGit's: reading its list of checksums and verifying the signature took 0.4 s of each start.
///   The signature is left out; that the jar is the publisher's was seen by Maven when it was fetched.
///
/// A jar that needs neither is left alone. Run as `java CacheableJars.java FOLDER`.
void main(String[] arguments) throws IOException {
    try (var files = Files.list(Path.of(arguments[0]))) {
        for (var file : files.filter(f -> f.toString().endsWith(".jar")).sorted().toList()) {
            try (var jar = new ZipFile(file.toFile())) {
                if (!isCacheable(jar)) {
                    prepare(jar, file);
                }
            }
        }
    }
}

boolean isCacheable(ZipFile jar) throws IOException {
    for (var entry : Collections.list(jar.entries())) {
        if (isSignature(entry.getName()) || isOld(jar, entry)) {
            return false;
        }
    }
    return true;
}

boolean isOld(ZipFile jar, ZipEntry entry) throws IOException {
    if (!entry.getName().endsWith(".class")) {
        return false;
    }
    try (var in = jar.getInputStream(entry)) {
        return majorVersion(in.readNBytes(8)) < ClassFile.JAVA_6_VERSION;
    }
}

void prepare(ZipFile jar, Path file) throws IOException {
    var prepared = file.resolveSibling(file.getFileName() + ".prepared");
    try (var out = new ZipOutputStream(Files.newOutputStream(prepared))) {
        var classes = ClassFile.of(
                StackMapsOption.GENERATE_STACK_MAPS,
                ClassHierarchyResolverOption.of(hierarchy(jar).orElse(ClassHierarchyResolver.defaultResolver())));
        for (var entry : Collections.list(jar.entries())) {
            if (isSignature(entry.getName())) {
                continue;
            }
            var bytes = jar.getInputStream(entry).readAllBytes();
            if (isOld(jar, entry)) {
                bytes = lift(classes, bytes);
            } else if (entry.getName().equals(JarFile.MANIFEST_NAME)) {
                bytes = withoutChecksums(bytes);
            }
            // Same bytes from two builds: the entry keeps its time, and the order is the jar's.
            var copy = new ZipEntry(entry.getName());
            copy.setTimeLocal(entry.getTimeLocal());
            out.putNextEntry(copy);
            out.write(bytes);
            out.closeEntry();
        }
    }
    Files.move(prepared, file, StandardCopyOption.REPLACE_EXISTING);
}

boolean isSignature(String entry) {
    return entry.matches("META-INF/[^/]+[.](SF|RSA|DSA|EC)");
}

/// The main section alone: the others hold the checksum of one entry each.
byte[] withoutChecksums(byte[] manifest) throws IOException {
    var main = new Manifest();
    main.getMainAttributes().putAll(new Manifest(new ByteArrayInputStream(manifest)).getMainAttributes());
    var out = new ByteArrayOutputStream();
    main.write(out);
    return out.toByteArray();
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
