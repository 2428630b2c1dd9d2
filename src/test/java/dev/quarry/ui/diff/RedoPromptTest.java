package dev.quarry.ui.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.diff.LineDiff;
import dev.quarry.diff.LineText;
import dev.quarry.language.Languages;
import dev.quarry.run.InferenceSettings;
import dev.quarry.run.Message;
import dev.quarry.run.RunRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

class RedoPromptTest {
    private static final RunRequest FIRST = new RunRequest(
            "model", "system", List.of(Message.user("refactor")), new InferenceSettings(0.2, null, 100, List.of()));

    private static RunRequest asked(String left, String right, String note) {
        var origin = new Version.Origin(FIRST, "the answer");
        var diff = LineDiff.compare(left, right);
        var comparison = Comparison.of(version(left, null), version(right, origin), diff);
        return RedoPrompt.of(origin, comparison, diff.hunks().getFirst(), note);
    }

    private static Version version(String text, Version.Origin origin) {
        return new Version("v", LineText.of(text), Languages.PLAIN_TEXT, null, origin);
    }

    @Test
    void conversationGoesOn() {
        var request = asked("a\nb\n", "a\nc\n", "");
        assertThat(request.messages().subList(0, 2))
                .containsExactly(Message.user("refactor"), Message.assistant("the answer"));
        assertThat(request.model()).isEqualTo("model");
        assertThat(request.system()).isEqualTo("system");
        assertThat(request.settings()).isEqualTo(FIRST.settings());
    }

    @Test
    void partItsSurroundingsAndTheNoteAreTold() {
        var text = asked("1\n2\n3\n4\nold\n5\n", "1\n2\n3\n4\nnew\n5\n", "shorter")
                .messages()
                .getLast()
                .text();
        assertThat(text)
                .contains("before your change:\n```\nold\n```")
                .contains("as it is now:\n```\nnew\n```")
                .contains("before it, which stay:\n```\n2\n3\n4\n```")
                .contains("after it, which stay:\n```\n5\n```")
                .contains("What I want instead: shorter\n");
    }

    @Test
    void fencesInTheCodeCannotCloseTheFence() {
        var text = asked("a\n", "````\n", "").messages().getLast().text();
        assertThat(text).contains("\n`````\n````\n`````\n");
    }
}
