package dev.quarry.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.run.InferenceSettings;
import dev.quarry.run.Message;
import dev.quarry.run.ModelConnection;
import dev.quarry.run.Outcome;
import dev.quarry.run.RunEvent;
import dev.quarry.run.RunRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class MaskedConnectionTest {

    // Put together here, so that this file holds none.
    private static final String KEY = "AKIA" + "Q3EGRM5TLPOK7WXB";

    /// Sends back what it was asked, a character at a time.
    private static final class Echo implements ModelConnection {
        private final List<RunRequest> asked = new ArrayList<>();

        @Override
        public String label() {
            return "echo";
        }

        @Override
        public void warm() {}

        @Override
        public Outcome converse(RunRequest request, Consumer<? super RunEvent> sink) {
            asked.add(request);
            request.messages()
                    .getFirst()
                    .text()
                    .chars()
                    .forEach(c -> sink.accept(new RunEvent.Text(String.valueOf((char) c))));
            return new Outcome.Complete("end_turn");
        }

        @Override
        public void close() {}
    }

    private static String answer(ModelConnection to, String text) throws Exception {
        var answer = new StringBuilder();
        var request = new RunRequest("m", "", List.of(Message.user(text)), InferenceSettings.MODEL_DEFAULTS);
        to.converse(request, event -> {
            if (event instanceof RunEvent.Text piece) {
                answer.append(piece.piece());
            }
        });
        return answer.toString();
    }

    @Test
    void aCredentialStaysHereAndIsBackInTheAnswer() throws Exception {
        var echo = new Echo();
        var text = "id = \"" + KEY + "\"\nregion = \"eu-west-1\"";
        assertThat(answer(new MaskedConnection(echo, new Vault(4821)), text)).isEqualTo(text);
        assertThat(echo.asked.toString()).doesNotContain(KEY).contains("QUARRY_SECRET_48210001");
    }

    @Test
    void aTextWithoutCredentialsGoesOutAsItIs() throws Exception {
        var echo = new Echo();
        assertThat(answer(new MaskedConnection(echo, new Vault(4821)), "QUARRY_SECRET_48210001 and more"))
                .isEqualTo("QUARRY_SECRET_48210001 and more");
    }
}
