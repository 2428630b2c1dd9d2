package dev.quarry.bedrock;

import static software.amazon.awssdk.utils.UserHomeDirectoryUtils.userHomeDirectory;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The file in which the AWS tools keep a sign-in to IAM Identity Center: `~/.aws/sso/cache/` and the SHA-1 of the
/// session's name, or of its start URL. It is theirs, so a sign-in made here counts for them, and theirs here.
final class SsoTokenFile {
    private static final Logger log = LoggerFactory.getLogger(SsoTokenFile.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;
    private final Path file;

    /// @param key the name of the `sso_session`, or the start URL where there is none
    SsoTokenFile(String key) {
        var named = System.getProperty("quarry.sso.cache");
        folder = named == null ? Path.of(userHomeDirectory(), ".aws", "sso", "cache") : Path.of(named);
        file = folder.resolve(sha1(key) + ".json");
    }

    /// What is kept of a sign-in. Never says its secret.
    record Token(String accessToken, Instant expiresAt) {

        boolean hasExpired() {
            return !expiresAt.isAfter(Instant.now());
        }

        @Override
        public String toString() {
            return "Token[until " + expiresAt + "]";
        }
    }

    /// Empty when there is no sign-in, or none that can be understood.
    Optional<Token> read() {
        try {
            var tree = JSON.readTree(Files.readAllBytes(file));
            var token = tree.path("accessToken").asText("");
            return token.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Token(
                            token, Instant.parse(tree.path("expiresAt").asText(""))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JacksonException | DateTimeException e) {
            log.warn("the sign-in in {} is not understood", file); // the cause may quote it
            return Optional.empty();
        } catch (IOException e) {
            log.warn("the sign-in in {} cannot be read", file, e);
            return Optional.empty();
        }
    }

    /// Puts a sign-in in the place of the last one, readable by the user alone.
    void write(JsonNode token) throws IOException {
        Files.createDirectories(folder);
        var posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        var own = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        var staged = Files.createTempFile(folder, "sign-in", ".new", own);
        try {
            Files.write(staged, JSON.writeValueAsBytes(token));
            Files.move(staged, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(staged);
        }
    }

    private static String sha1(String key) {
        try {
            // The name that the AWS tools look for; it protects nothing.
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
