package dev.quarry.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quarry.preset.PresetLibrary;
import dev.quarry.run.ConnectionOptions;
import dev.quarry.run.ConnectionOptions.Kind;
import dev.quarry.run.RunException;
import dev.quarry.run.RunException.Reason;
import dev.quarry.sample.SampleConnection;
import dev.quarry.sample.SampleLibrary;
import dev.quarry.settings.AppFolders;
import dev.quarry.settings.Settings;
import dev.quarry.settings.SettingsFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WiringTest {

    @TempDir
    Path home;

    private final List<String> problems = new ArrayList<>();
    private AppFolders folders;
    private Wiring wiring;

    @BeforeEach
    void wire() {
        folders = new AppFolders(home.resolve("config"), home.resolve("data"));
        wiring = new Wiring(folders, problems::add);
    }

    @AfterEach
    void close() {
        wiring.close();
    }

    @Test
    void withoutCredentialsTheSamplesAnswer() throws RunException {
        try (var connection = wiring.open(ConnectionOptions.AUTOMATIC)) {
            assertThat(connection.label()).isEqualTo(SampleConnection.LABEL);
            assertThat(connection.answerNotice()).contains(SampleConnection.NOTICE);
        }
    }

    @Test
    void whoAsksForBedrockIsNotGivenSamples() {
        assertThatExceptionOfType(RunException.class)
                .isThrownBy(() -> wiring.open(new ConnectionOptions(Kind.BEDROCK, null, "us-east-1", null)))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.NO_CREDENTIALS));
    }

    @Test
    void anEndpointThatWouldLeakIsRefusedEvenAutomatically() {
        var options = new ConnectionOptions(null, null, "us-east-1", URI.create("http://example.org"));
        assertThatExceptionOfType(RunException.class)
                .isThrownBy(() -> wiring.open(options))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.VALIDATION));
    }

    @Test
    void theUsersPresetsGoBeforeThoseOfTheirFoldersAndTheBuiltInOnes() throws IOException {
        var team = Files.createDirectories(home.resolve("team"));
        new SettingsFile(folders).save(Settings.DEFAULTS.withPresetFolders(List.of(team)));
        preset(team, "Review", "of the team");
        preset(team, "Explain", "of the team");
        preset(folders.config().resolve("presets"), "Review", "of the user");
        assertThat(description("Review")).isEqualTo("of the user");
        assertThat(description("Explain")).isEqualTo("of the team");
        assertThat(description("Translate")).isNotEmpty();
    }

    @Test
    void everySampleCanBeAskedByTheBuiltInPresets() {
        var samples = SampleLibrary.bundled().samples();
        assertThat(SampleScript.of(wiring.presets(), samples)).hasSameSizeAs(samples);
        assertThat(wiring.samples()).hasSameSizeAs(samples);
    }

    @Test
    void aSampleIsAskedTheWayOfTheUsersPresetAndLeftOutWhereThatCannotAskIt() throws IOException {
        var mine = Files.createDirectories(home.resolve("mine"));
        preset(mine, "Explain", "My way");
        preset(mine, "Translate", "Without a target");
        var samples = SampleLibrary.bundled().samples();
        var script = SampleScript.of(PresetLibrary.load(List.of(mine)), samples);
        assertThat(script)
                .hasSize((int) samples.stream()
                        .filter(s -> !s.task().equals("Translate"))
                        .count())
                .anySatisfy(e -> assertThat(e.user()).startsWith("My way"));
    }

    @Test
    void theProblemOfTheSettingsIsToldOnce() throws IOException {
        Files.createDirectories(folders.config());
        Files.writeString(folders.config().resolve("settings.json"), "oops");
        wiring.settings();
        wiring.settings();
        assertThat(problems).singleElement().asString().contains("could not be used");
    }

    private String description(String preset) {
        return wiring.presets().named(preset).orElseThrow().description();
    }

    private static void preset(Path folder, String name, String description) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name + ".md"), """
                ---
                name: %s
                description: %s
                input: code
                output: code
                ---
                # User
                %s {{{code}}}
                """.formatted(name, description, description));
    }
}
