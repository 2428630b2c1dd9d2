package dev.quarry.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretScannerTest {

    /// Drawn evenly, from an alphabet given; put together here so that no file of this project has the shape
    /// of a key.
    private static String drawn(int length, String alphabet) {
        var text = new StringBuilder();
        for (long i = 0, state = 88172645463325252L; i < length; i++) {
            state ^= state << 13;
            state ^= state >>> 7;
            state ^= state << 17;
            text.append(alphabet.charAt((int) Math.floorMod(state, (long) alphabet.length())));
        }
        return text.toString();
    }

    private static final String SMALL = "abcdefghijklmnopqrstuvwxyz";
    private static final String BIG = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String WORDS = SMALL + BIG + "0123456789";
    private static final String HEX = "0123456789abcdef";

    static List<Arguments> credentials() {
        var made = new ArrayList<Arguments>();
        made.add(Arguments.of("AWS access key ID", "AKIA" + drawn(16, BIG + "234567")));
        made.add(Arguments.of("AWS access key ID", "ASIA" + drawn(16, BIG + "234567")));
        made.add(Arguments.of("Amazon Bedrock API key", "ABSK" + drawn(128, WORDS)));
        made.add(Arguments.of("GitHub token", "ghp_" + drawn(36, WORDS)));
        made.add(Arguments.of("GitHub token", "github_pat_" + drawn(22, WORDS) + "_" + drawn(59, WORDS)));
        made.add(Arguments.of("GitLab token", "glpat-" + drawn(20, WORDS)));
        made.add(Arguments.of("Slack token", "xoxb-" + drawn(12, "123456789") + "-" + drawn(24, WORDS)));
        made.add(Arguments.of("Stripe key", "sk_live_" + drawn(24, WORDS)));
        made.add(Arguments.of("Google API key", "AIza" + drawn(35, WORDS)));
        made.add(Arguments.of("OpenAI key", "sk-proj-" + drawn(24, WORDS) + "T3Blbk" + "FJ" + drawn(24, WORDS)));
        made.add(Arguments.of("Anthropic key", "sk-ant-api03-" + drawn(95, WORDS)));
        made.add(Arguments.of("npm token", "npm_" + drawn(36, WORDS)));
        made.add(Arguments.of("PyPI token", "pypi-AgE" + drawn(60, WORDS)));
        made.add(Arguments.of("Hugging Face token", "hf_" + drawn(34, SMALL + BIG)));
        made.add(Arguments.of("SendGrid key", "SG." + drawn(22, WORDS) + "." + drawn(43, WORDS)));
        made.add(Arguments.of("DigitalOcean token", "dop_v1_" + drawn(64, HEX)));
        made.add(Arguments.of("Databricks token", "dapi" + drawn(32, HEX)));
        made.add(Arguments.of(
                "JSON web token", "eyJ" + drawn(20, WORDS) + ".eyJ" + drawn(30, WORDS) + "." + drawn(43, WORDS)));
        return made;
    }

    @ParameterizedTest
    @MethodSource("credentials")
    void aCredentialIsFoundWithItsKindAndPlace(String kind, String credential) {
        var text = "class A {\n    // no\n    String value = \"" + credential + "\";\n}\n";
        var start = text.indexOf(credential);
        assertThat(SecretScanner.scan(text)).containsExactly(new Finding(kind, start, start + credential.length(), 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "String apiKey = \"%s\";",
                "  \"client_secret\": \"%s\",",
                "password: '%s'",
                "export SERVICE_TOKEN=%s",
                "db.password=%s",
                "config['secretKey'] = '%s'",
                "Authorization: Bearer %s",
                "postgres://app:%s@db.internal/orders",
            })
    void aValueThatLooksDrawnIsFoundWhereItsNameOrPlaceTells(String line) {
        var value = drawn(32, WORDS);
        assertThat(SecretScanner.scan(line.formatted(value)))
                .singleElement()
                .satisfies(f -> assertThat(f.in(line.formatted(value))).isEqualTo(value));
    }

    @Test
    void aSecretKeyOfAwsIsFound() {
        var key = drawn(40, WORDS + "/+");
        assertThat(SecretScanner.scan("aws_secret_access_key = " + key))
                .singleElement()
                .extracting(Finding::kind)
                .isEqualTo("AWS secret key");
    }

    @Test
    void aPrivateKeyIsFoundWhole() {
        var body = (drawn(64, WORDS + "+/") + "\n").repeat(20);
        var key = "-----BEGIN RSA PRIVATE" + " KEY-----\n" + body + "-----END RSA PRIVATE" + " KEY-----";
        var text = "a\n" + key + "\nb";
        assertThat(SecretScanner.scan(text)).containsExactly(new Finding("private key", 2, 2 + key.length(), 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "String password = getPassword(user);",
                "password = \"changeme\"",
                "\"apiKey\": \"YOUR_API_KEY_HERE_0123\"",
                "AKIAIOSFODNN7EXAMPLE",
                "token = \"<your token>\"",
                "secret: ${DATABASE_SECRET_42}",
                "private static final String TOKEN_URI = \"https://login.example.com/oauth2/v2.0/token\";",
                "if (line.contains(\"-----BEGIN PRIVATE KEY-----\")) { parseThePrivateKeyFromTheFileThatWasGiven(); }",
                "\"integrity\": \"sha512-oJbf3kPqTnDLkQ5yW1cS0bZqUQ3yJ0b1m9VvQ2r5==\"",
                "commit 9fceb02d0ae598e95dc970b74767f19372d61af8",
                "password_reset_token_expires_in_minutes = 30",
                "tokens: 'identifier-expression-list-v2'",
                "id: \"7488a646-e31f-11e4-aace-600308960662\" # token",
            })
    void ordinaryCodeIsLeftAlone(String line) {
        assertThat(SecretScanner.scan(line)).isEmpty();
    }

    /// This project's own sources, as a body of real code.
    @Test
    void theSourcesOfThisProjectRaiseNoFalseAlarm() throws IOException {
        var project = Path.of(System.getProperty("quarry.project.dir", "."));
        var found = new ArrayList<String>();
        try (var files = Files.walk(project.resolve("src"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                for (var finding : SecretScanner.scan(Files.readString(file))) {
                    found.add(file.getFileName() + ": " + finding.kind());
                }
            }
        }
        // That test is about passwords in the addresses of proxies.
        assertThat(found)
                .filteredOn(f -> !f.equals("ProxyLookupTest.java: password in an address"))
                .isEmpty();
    }

    @Test
    void aLargeTextIsScannedInASmallTime() {
        var text = "    var token = lexer.next(password, apiKey); // the secret of a key is its token\n".repeat(12_500);
        assertThat(text.length()).isGreaterThan(1_000_000);
        var start = System.nanoTime();
        assertThat(SecretScanner.scan(text)).isEmpty();
        assertThat((System.nanoTime() - start) / 1_000_000).as("ms").isLessThan(3_000);
    }

    @Test
    void aFindingDoesNotTellWhatWasFound() {
        var key = "ghp_" + drawn(36, WORDS);
        assertThat(SecretScanner.scan(key).toString()).doesNotContain(key.substring(8, 20));
    }
}
