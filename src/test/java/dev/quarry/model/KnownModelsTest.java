package dev.quarry.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.run.ConnectionOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
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
    void aListIsStaleAfterHoursAndIsShownUntilANewOneComes() throws Exception {
        var made = Instant.parse("2026-11-24T08:00:00Z");
        var accounts = new FakeAccounts();
        var catalog = accounts.in(folder).catalogs().of(ConnectionOptions.bedrock(null, null, null));
        new ModelListFile(folder, catalog.place()).write(new ModelList(List.of(entry("a.model")), made, null));

        assertThat(at(made.plusSeconds(5 * 3600)).isStale(at(made).kept(catalog)))
                .isFalse();
        var later = at(made.plusSeconds(7 * 3600));
        assertThat(later.isStale(later.kept(catalog))).isTrue();
        assertThat(later.kept(catalog).entries()).extracting(ModelEntry::id).containsExactly("a.model");

        assertThat(later.refreshed(catalog).problem()).contains("bedrock:ListFoundationModels");
        assertThat(later.kept(catalog).asOf()).isEqualTo(made);
        accounts.models.put("", List.of(entry("b.model")));
        assertThat(later.refreshed(catalog).problem()).isNull();
        assertThat(later.kept(catalog).entries()).extracting(ModelEntry::id).containsExactly("b.model");
    }

    private KnownModels at(Instant time) {
        return new KnownModels(folder, Clock.fixed(time, ZoneOffset.UTC));
    }

    private static ModelEntry entry(String id) {
        return new ModelEntry(id, id, "P", ModelEntry.Kind.ON_DEMAND, id, false, null, List.of());
    }

    @Test
    void withoutListsAModelIsWhatItIsCalled() {
        assertThat(new KnownModels(folder.resolve("none")).modelBehind(PROFILE)).isEqualTo(PROFILE);
    }
}
