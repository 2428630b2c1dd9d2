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
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
    ///
    /// @param renewal null where it cannot be renewed without the user
    record Token(
            String accessToken, Instant expiresAt, @Nullable Renewal renewal) {

        @Override
        public String toString() {
            return "Token[until " + expiresAt + "]";
        }
    }

    /// What renews a sign-in. Never says its secrets.
    ///
    /// @param registeredUntil when the service forgets the client
    record Renewal(String refreshToken, String clientId, String clientSecret, Instant registeredUntil) {

        boolean isGoodAt(Instant time) {
            return registeredUntil.isAfter(time);
        }

        /// The service may give another one for the next time.
        Renewal with(String another) {
            return new Renewal(another, clientId, clientSecret, registeredUntil);
        }

        @Override
        public String toString() {
            return "Renewal[until " + registeredUntil + "]";
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
                            token, Instant.parse(tree.path("expiresAt").asText("")), renewal(tree)));
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

    private static @Nullable Renewal renewal(JsonNode tree) {
        for (var needed : List.of("refreshToken", "clientId", "clientSecret", "registrationExpiresAt")) {
            if (tree.path(needed).asText("").isEmpty()) {
                return null;
            }
        }
        return new Renewal(
                tree.path("refreshToken").asText(),
                tree.path("clientId").asText(),
                tree.path("clientSecret").asText(),
                Instant.parse(tree.path("registrationExpiresAt").asText()));
    }

    /// Puts a sign-in in the place of the last one, readable by the user alone.
    void write(SsoSession session, Token token) throws IOException {
        var kept = JSON.createObjectNode();
        kept.put("startUrl", session.startUrl());
        kept.put("region", session.region());
        kept.put("accessToken", token.accessToken());
        kept.put("expiresAt", seconds(token.expiresAt()));
        var renewal = token.renewal();
        if (renewal != null) {
            kept.put("refreshToken", renewal.refreshToken());
            kept.put("clientId", renewal.clientId());
            kept.put("clientSecret", renewal.clientSecret());
            kept.put("registrationExpiresAt", seconds(renewal.registeredUntil()));
        }
        write(kept);
    }

    /// The AWS command line understands no fractions of seconds.
    private static String seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /// The same, of what is known already.
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
