package dev.quarry.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownModelsTest {
    private static final String PROFILE = "arn:aws:bedrock:eu-west-1:1:application-inference-profile/abc";

    @TempDir
    Path folder;

    @Test
    void theModelBehindAProfileIsToldByAnyListThatWasKept() throws Exception {
        var entry = new ModelEntry(
                PROFILE, "team", "Qwen", ModelEntry.Kind.APPLICATION, "qwen.qwen3", false, PROFILE, List.of());
        new ModelListFile(folder, "there").write(new ModelList(List.of(entry), Instant.EPOCH.plusSeconds(9), null));
        Files.writeString(folder.resolve("broken.json"), "{");
        Files.writeString(folder.resolve("odd.json"), "{\"place\": \"x\", \"asOf\": \"yesterday\", \"entries\": []}");
        var known = new KnownModels(folder);
        assertThat(known.modelBehind(PROFILE)).isEqualTo("qwen.qwen3");
        assertThat(known.modelBehind(PROFILE + "d")).isEqualTo(PROFILE + "d");
        assertThat(known.modelBehind("some.model")).isEqualTo("some.model");
    }

    @Test
    void withoutListsAModelIsWhatItIsCalled() {
        assertThat(new KnownModels(folder.resolve("none")).modelBehind(PROFILE)).isEqualTo(PROFILE);
    }
}
