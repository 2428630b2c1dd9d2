package dev.quarry.preset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.preset.PresetDrafts.Draft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PresetDraftsTest {

    @TempDir
    Path home;

    private Path folder;
    private PresetDrafts drafts;

    @BeforeEach
    void folder() {
        folder = home.resolve("drafts");
        drafts = new PresetDrafts(folder);
    }

    @Test
    void aDraftIsThereForTheNextSittingUntilItIsForgotten() throws IOException {
        assertThat(drafts.read()).isEmpty();
        var review = new Draft("Review", "---\nname: broken [\n\"é🚀\"", "---\nname: Review\n");
        var other = new Draft("../../etc/passwd", "x", "");
        drafts.keep(new Draft("review", "first", ""));
        drafts.keep(review);
        drafts.keep(other);
        assertThat(new PresetDrafts(folder).read()).containsExactly(other, review);
        drafts.forget("REVIEW");
        drafts.forget("never there");
        assertThat(new PresetDrafts(folder).read()).containsExactly(other);
        try (var outside = Files.list(home)) {
            assertThat(outside).containsExactly(folder);
        }
    }

    @Test
    void aFileThatIsNoDraftIsMovedAside() throws IOException {
        drafts.keep(new Draft("A", "a", ""));
        Files.writeString(folder.resolve("cut.json"), "{\"preset\": \"B\", \"te");
        Files.writeString(folder.resolve("empty.json"), "{}");
        Files.writeString(folder.resolve("null.json"), "null");
        assertThat(drafts.read()).containsExactly(new Draft("A", "a", ""));
        assertThat(folder.resolve("cut.json.broken")).hasContent("{\"preset\": \"B\", \"te");
        assertThat(folder.resolve("empty.json")).doesNotExist();
        assertThat(folder.resolve("null.json")).doesNotExist();
    }
}
