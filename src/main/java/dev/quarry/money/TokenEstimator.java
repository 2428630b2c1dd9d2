package dev.quarry.money;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import dev.quarry.run.RunRequest;
import java.util.Locale;

/// Estimates tokens with the tokenizer `o200k_base`, as no vendor on Bedrock publishes its own for Java.
/// Other tokenizers cut code finer; how much finer is set here from what their vendors say, on the safe side.
/// Any thread; the first use takes some hundred milliseconds.
public final class TokenEstimator {

    /// Tokens around each turn.
    private static final int TURN = 8;

    private TokenEstimator() {}

    private static final class Tokenizer {
        static final Encoding O200K = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);

        private Tokenizer() {}
    }

    /// Of all that is sent.
    public static TokenCount of(RunRequest request) {
        long tokens = count(request.system());
        tokens += TURN;
        for (var message : request.messages()) {
            tokens += TURN;
            tokens += count(message.text());
        }
        return estimate(tokens, request.model());
    }

    /// Of an answer, where the service did not count it.
    public static long ofAnswer(String text, String model) {
        return estimate(count(text), model).tokens();
    }

    private static int count(String text) {
        return Tokenizer.O200K.countTokensOrdinary(text);
    }

    private static TokenCount estimate(long tokens, String model) {
        // Anthropic says that the tokenizer of its later models makes up to 1.35 times as many tokens.
        var finer = model.toLowerCase(Locale.ROOT).contains("anthropic") ? 1.2 : 1.05;
        return new TokenCount(
                Math.round(tokens * finer), (long) Math.ceil(tokens * finer * 1.25), TokenCount.Source.ESTIMATED);
    }
}
