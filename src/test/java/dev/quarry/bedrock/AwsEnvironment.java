package dev.quarry.bedrock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// What the AWS tools would find on a machine, set by system properties, which the SDK asks before the
/// environment. Put back on close.
final class AwsEnvironment implements AutoCloseable {
    private final Map<String, String> before = new HashMap<>();
    private final Path folder;

    AwsEnvironment(Path folder) {
        this.folder = folder;
        set("aws.configFile", folder.resolve("config").toString());
        set("aws.sharedCredentialsFile", folder.resolve("credentials").toString());
    }

    AwsEnvironment config(String content) {
        return file("config", content);
    }

    AwsEnvironment credentials(String content) {
        return file("credentials", content);
    }

    AwsEnvironment set(String property, String value) {
        if (!before.containsKey(property)) { // null where it was not set: putIfAbsent would take it for absent
            before.put(property, System.getProperty(property));
        }
        System.setProperty(property, value);
        return this;
    }

    @Override
    public void close() {
        before.forEach((property, value) -> {
            if (value == null) {
                System.clearProperty(property);
            } else {
                System.setProperty(property, value);
            }
        });
    }

    private AwsEnvironment file(String name, String content) {
        try {
            Files.writeString(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }
}
