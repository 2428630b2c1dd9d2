package dev.quarry.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.quarry.run.Access;
import dev.quarry.run.ConnectionOptions;
import dev.quarry.run.Guardrail;
import dev.quarry.run.ParameterChoices;
import dev.quarry.run.ServiceTier;
import dev.quarry.settings.Settings.Theme;
import dev.quarry.settings.Settings.WindowBounds;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {

    private static final ConnectionOptions WORK = new ConnectionOptions(
            ConnectionOptions.Kind.BEDROCK,
            "work",
            "dev",
            "eu-central-1",
            URI.create("https://vpce.example"),
            URI.create("https://control.example"),
            URI.create("http://proxy.example:3128"),
            Access.sso(new Access.Sso("https://company.example/start", "eu-west-1", "111122223333", "Developer"))
                    .withRole("arn:aws:iam::111122223333:role/Coder"));

    @TempDir
    Path home;

    private Path file;
    private SettingsFile settings;

    @BeforeEach
    void open() {
        var folders = new AppFolders(home.resolve("config/quarry"), home.resolve("data"));
        file = folders.config().resolve("settings.json");
        settings = new SettingsFile(folders);
    }

    @Test
    void theFirstLookIsThatOfTheWholeSettings() throws IOException {
        assertThat(settings.firstLook()).isEqualTo(Settings.DEFAULTS);
        var kept = Settings.DEFAULTS
                .withTheme(Theme.DARK)
                .withEditorFontSize(17)
                .withWindow(new WindowBounds(10, 20.5, 900, 640, true));
        settings.save(kept.withModel("some.model").withConnections(new SavedConnections("work", List.of(WORK))));
        assertThat(settings.firstLook()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{\"theme\": \"dark\"",
                "{\"theme\": \"purple\"}",
                "{\"theme\": \"dark\", \"editorFontSize\": 500}",
                "{\"theme\": \"dark\", \"editorFontSize\": \"large\"}",
                "{\"theme\": \"dark\", \"window\": {\"x\": 1}}",
                "{\"window\": null, \"theme\": null}"
            })
    void theFirstLookAtAFileThatCannotBeUsedIsThatOfTheDefaults(String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        assertThat(settings.firstLook()).isEqualTo(Settings.DEFAULTS);
        assertThat(file).hasContent(content);
    }

    @Test
    void aFirstStartHasTheDefaultsAndWritesNothing() {
        assertThat(settings.load()).isEqualTo(new SettingsFile.Loaded(Settings.DEFAULTS, null));
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void everythingSavedComesBack() throws IOException {
        var all = new Settings(
                Theme.DARK,
                "some.model-v1:0",
                "Translate",
                0.3,
                new SavedConnections("work", List.of(WORK)),
                List.of("some.model-v1:0"),
                new ParameterChoices(
                        0.9,
                        3000,
                        List.of("END"),
                        "high",
                        ServiceTier.FLEX,
                        true,
                        true,
                        new Guardrail("gr-1", "2"),
                        Map.of("team", "a")),
                List.of(Path.of("/team/presets"), Path.of("mine")),
                new WindowBounds(-1200, 20, 1280, 800, true),
                15.5,
                new Settings.Checks(Map.of("go", "gofmt -e", "ruby", ""), 30, 0),
                new Settings.History(false, 90, 100),
                new Settings.Differences(true, true, "ignore_all"));
        settings.save(all);
        assertThat(settings.load()).isEqualTo(new SettingsFile.Loaded(all, null));
    }

    @Test
    void whatIsNotInTheFileHasItsDefault() throws IOException {
        write("{\"theme\": \"Dark\", \"connections\": {\"active\": \"samples\"}, \"window\": null}");
        assertThat(settings.load().settings())
                .isEqualTo(Settings.DEFAULTS
                        .withTheme(Theme.DARK)
                        .withConnections(SavedConnections.NONE.activate("samples")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"kind":"bedrock","profile":"dev","region":"eu-west-1"}      | dev            | BEDROCK | dev | eu-west-1 |
            {"kind":"automatic","profile":null,"region":"us-west-2"}     | Amazon Bedrock |         |     | us-west-2 |
            {"kind":"Bedrock","profile":"bedrock"}                       | Amazon Bedrock | BEDROCK | bedrock |       |
            {"kind":"bedrock","endpoint":"https://vpce.example"}         | Amazon Bedrock | BEDROCK |     |           | https://vpce.example
            """)
    void theOneConnectionOfFormerVersionsBecomesANamedOneThatIsUsed(
            String former, String name, ConnectionOptions.Kind kind, String profile, String region, URI endpoint)
            throws IOException {
        write("{\"theme\": \"dark\", \"connection\": " + former + "}");
        var expected = new ConnectionOptions(kind, profile, region, endpoint).withName(name);

        assertThat(settings.load())
                .isEqualTo(new SettingsFile.Loaded(
                        Settings.DEFAULTS
                                .withTheme(Theme.DARK)
                                .withConnections(new SavedConnections(name, List.of(expected))),
                        null));
        settings.save(settings.load().settings());
        assertThat(Files.readString(file)).doesNotContain("\"connection\"");
        assertThat(settings.load().settings().connections().activeOptions()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"kind":"samples","profile":"dev"}                            | samples
            {"kind":"bedrock","profile":null,"region":null}               | bedrock
            {"kind":"automatic","profile":null}                           |
            {}                                                            |
            "oops"                                                        |
            """)
    void whatAFormerVersionChoseOfThoseThatAreAlwaysThereIsChosen(String former, String active) throws IOException {
        write("{\"connection\": " + former + "}");

        assertThat(settings.load().settings().connections()).isEqualTo(new SavedConnections(active, List.of()));
    }

    @Test
    void aFormerConnectionDoesNotComeBackOverThoseThatThereAre() throws IOException {
        write("{\"connection\": {\"region\": \"us-west-2\"}, \"connections\": {\"active\": \"samples\"}}");

        assertThat(settings.load().settings().connections()).isEqualTo(SavedConnections.NONE.activate("samples"));
    }

    @Test
    void keysOfANewerVersionAreKept() throws IOException {
        write("{\"theme\": \"dark\", \"sidebar\": {\"open\": true}, \"connections\": {\"proxy\": \"p\"}}");
        settings.save(settings.load().settings().withTheme(Theme.LIGHT).withModel("m"));
        assertThat(Files.readString(file))
                .contains("\"sidebar\"", "\"open\" : true", "\"proxy\" : \"p\"", "\"theme\" : \"light\"");
    }

    @Test
    void aChoiceTakenBackLeavesNoKey() throws IOException {
        settings.save(Settings.DEFAULTS.withModel("m"));
        settings.save(settings.load().settings().withModel(null));
        assertThat(Files.readString(file)).doesNotContain("model");
        assertThat(settings.load().settings()).isEqualTo(Settings.DEFAULTS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"theme\": \"dark\"",
                "[]",
                "",
                "\u0000\u0001",
                "{} trailing",
                "{\"theme\": \"purple\"}",
                "{\"temperature\": 7}",
                "{\"editorFontSize\": \"huge\"}",
                "{\"window\": {\"width\": 0, \"height\": 0}}",
                "{\"connections\": {\"saved\": [{\"name\": \"x\", \"endpoint\": \"https://user:word@example.org\"}]}}",
            })
    void aFileThatCannotBeUsedIsMovedAsideWhole(String content) throws IOException {
        write(content);
        var loaded = settings.load();
        assertThat(loaded.settings()).isEqualTo(Settings.DEFAULTS);
        assertThat(loaded.problem()).contains("moved to", "settings.json.broken-");
        assertThat(file).doesNotExist();
        assertThat(aside()).singleElement().satisfies(f -> assertThat(f).hasContent(content));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{;  `theme`: `dark`,;  oops;}       | line 3 is not JSON",
                "[]                                  | it is not a JSON object",
                "{`connection`: {`endpoint`: `{`}}   | the value of `connections.saved.endpoint` does not fit",
                "{`theme`: `purple`}                 | the value of `theme` does not fit",
                "{`connections`: {`saved`: [{`endpoint`: `{`}]}}   | the value of `connections.saved.endpoint` does not fit",
                "{`temperature`: 7}                  | temperature must be from 0 to 1, is 7.0",
            })
    void theProblemSaysWhatIsWrong(String content, String reason) throws IOException {
        write(content.replace(';', '\n').replace('`', '"'));
        assertThat(settings.load().problem()).contains(": " + reason.replace('`', '"') + ".");
    }

    @Test
    void afterMovingAsideSavingWorksAgain() throws IOException {
        write("oops");
        settings.load();
        settings.save(Settings.DEFAULTS.withModel("m"));
        assertThat(settings.load().settings().model()).isEqualTo("m");
        assertThat(aside()).hasSize(1);
    }

    @Test
    void aFileBrokenWhileQuarryRunsIsNotSavedOver() throws IOException {
        settings.save(Settings.DEFAULTS);
        write("half an ed");
        assertThatIOException()
                .isThrownBy(() -> settings.save(Settings.DEFAULTS.withModel("m")))
                .withMessage("Settings are not saved: " + file + " was changed, and now line 1 is not JSON.");
        assertThat(file).hasContent("half an ed");
    }

    @Test
    void onlyTheUserMayReadIt() throws IOException {
        assumeThat(home.getFileSystem().supportedFileAttributeViews()).contains("posix");
        settings.save(Settings.DEFAULTS);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void anEndpointWithAPasswordIsNotTaken() {
        var endpoint = URI.create("https://user:word@example.org");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConnectionOptions.bedrock(null, null, endpoint))
                .withMessageNotContaining("word@");
    }

    private void write(String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    private List<Path> aside() throws IOException {
        try (Stream<Path> files = Files.list(file.getParent())) {
            return files.filter(f -> f.getFileName().toString().contains(".broken-"))
                    .toList();
        }
    }

    @Test
    void aCommandThatIsTakenAwayStaysAway() throws IOException {
        var checks = new Settings.Checks(Map.of("go", "gofmt -e", "ruby", ""), 10, 2);
        settings.save(Settings.DEFAULTS.withChecks(checks));
        settings.save(Settings.DEFAULTS.withChecks(checks.withCommands(Map.of("go", "gofmt -l"))));

        assertThat(settings.load().settings().checks().commands()).isEqualTo(Map.of("go", "gofmt -l"));
    }
}
