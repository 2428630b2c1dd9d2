package dev.quarry.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.run.InferenceSettings;
import dev.quarry.run.Message;
import dev.quarry.run.RunRequest;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VaultTest {
    private static final String ONE = "hunter2-is-not-enough-9Zq";
    private static final String TWO = "Zx81pQ77LmNtRe";

    private static Finding at(String text, String secret) {
        var start = text.indexOf(secret);
        return new Finding("secret value", start, start + secret.length(), 1);
    }

    private static Vault keeping(String... secrets) {
        var vault = new Vault(4821);
        for (var secret : secrets) {
            vault.keep(secret, List.of(at(secret, secret)));
        }
        return vault;
    }

    @Test
    void theSameSecretHasTheSamePlaceholderInEveryText() {
        var vault = keeping(ONE, TWO);
        vault.keep("again " + ONE, List.of(at("again " + ONE, ONE)));
        assertThat(vault.mask("a=" + ONE + " b=" + TWO + " c=" + ONE))
                .isEqualTo("a=QUARRY_SECRET_48210001 b=QUARRY_SECRET_48210002 c=QUARRY_SECRET_48210001");
    }

    @Test
    void aSecretWithinAnotherDoesNotLeaveARest() {
        var vault = keeping(TWO, TWO + "-long");
        assertThat(vault.mask(TWO + "-long " + TWO)).isEqualTo("QUARRY_SECRET_48210002 QUARRY_SECRET_48210001");
    }

    @Test
    void aCopyKnowsTheSamePlaceholdersAndKeepsWhatItFindsToItself() {
        var vault = keeping(ONE);
        var copy = vault.copy();
        copy.keep(TWO, List.of(at(TWO, TWO)));
        assertThat(copy.mask(ONE + " " + TWO)).isEqualTo("QUARRY_SECRET_48210001 QUARRY_SECRET_48210002");
        assertThat(vault.mask(ONE + " " + TWO)).isEqualTo("QUARRY_SECRET_48210001 " + TWO);
    }

    @Test
    void whatTheUserWroteIsNotTakenForAPlaceholder() {
        var vault = new Vault(4821);
        var text = "QUARRY_SECRET_48210001 " + ONE;
        vault.keep(text, List.of(at(text, ONE)));
        assertThat(vault.unmask(vault.mask(text))).isEqualTo(text);
        assertThat(vault.mask(text)).isEqualTo("QUARRY_SECRET_48210001 QUARRY_SECRET_48210002");
    }

    /// Runs and drafts of an earlier sitting hold placeholders, which stand for nothing any more.
    @Test
    void aPlaceholderOfAnotherVaultIsNotFilledIn() {
        var earlier = new Vault(1111);
        earlier.keep(ONE, List.of(at(ONE, ONE)));
        var kept = earlier.mask("key = " + ONE);
        assertThat(keeping(TWO).unmask(kept)).isEqualTo(kept);
        assertThat(Vault.isMasked(kept)).isTrue();
    }

    @Test
    void everyTextOfARequestIsMasked() {
        var request = new RunRequest(
                "m", "Use " + ONE, List.of(Message.user("And " + TWO)), InferenceSettings.MODEL_DEFAULTS);
        assertThat(keeping(ONE, TWO).mask(request).toString()).doesNotContain(ONE, TWO);
    }

    @Test
    void secretsComeBackWhereverTheAnswerIsCut() {
        var vault = keeping(ONE, TWO);
        var whole = "QUARRY QUARRY_SECRET_48210001_X QUARRY_SECRETQUARRY_SECRET_48210002\n"
                + "QUARRY_SECRET_48210003QUARRY_SECRET_482100";
        var expected = "QUARRY " + ONE + "_X QUARRY_SECRET" + TWO + "\nQUARRY_SECRET_48210003QUARRY_SECRET_482100";
        var random = new Random(1);
        for (var round = 0; round < 2_000; round++) {
            var filter = vault.unmasking();
            var out = new StringBuilder();
            for (var at = 0; at < whole.length(); ) {
                var next = Math.min(whole.length(), at + 1 + random.nextInt(25));
                out.append(filter.take(whole.substring(at, next)));
                at = next;
            }
            assertThat(out.append(filter.finish())).hasToString(expected);
        }
    }

    @Test
    void textWithoutPlaceholdersIsNotHeldUp() {
        var filter = keeping(ONE).unmasking();
        assertThat(filter.take("int a = 1;")).isEqualTo("int a = 1;");
    }
}
