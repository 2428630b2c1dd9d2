package dev.quarry.e2e;

import static dev.quarry.e2e.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.bedrock.BedrockConnection;
import dev.quarry.bedrock.FaultEndpoint;
import dev.quarry.bedrock.Script;
import dev.quarry.language.detect.LanguageDetector;
import dev.quarry.language.lexer.LexerHighlighter;
import dev.quarry.model.FakeAccounts;
import dev.quarry.model.ModelEntry;
import dev.quarry.model.ModelEntry.Kind;
import dev.quarry.preset.PresetLibrary;
import dev.quarry.run.CodeAssistant;
import dev.quarry.run.ConnectionDoctor.Finding;
import dev.quarry.run.ConnectionDoctor.Report;
import dev.quarry.run.ConnectionDoctor.Result;
import dev.quarry.run.ConnectionDoctor.Step;
import dev.quarry.run.ConnectionOptions;
import dev.quarry.settings.AppFolders;
import dev.quarry.settings.SettingsFile;
import dev.quarry.ui.control.NoFileDialogs;
import dev.quarry.ui.fx.Fonts;
import dev.quarry.ui.window.Example;
import dev.quarry.ui.window.QuarryWindow;
import dev.quarry.ui.window.WindowParts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Setting a connection up, switching it, and picking a model of it, over the real wire.
@SuppressWarnings("unchecked") // look-ups by ID give raw controls
@ExtendWith(ApplicationExtension.class)
class ConnectionJobTest {
    private static final ModelEntry PROFILE_ONLY = new ModelEntry(
            "eu.anthropic.claude-opus-5",
            "Claude Opus 5 (EU)",
            "Anthropic",
            Kind.PROFILE,
            "anthropic.claude-opus-5",
            false,
            "arn:aws:bedrock:eu-central-1:111122223333:inference-profile/eu.anthropic.claude-opus-5",
            List.of("arn:aws:bedrock:eu-west-1::foundation-model/anthropic.claude-opus-5"));

    @TempDir
    Path home;

    private final FxRobot robot = new FxRobot();
    private final FakeAccounts known = new FakeAccounts();
    private final CodeAssistant assistant = new CodeAssistant();
    private final List<ConnectionOptions> opened = new CopyOnWriteArrayList<>();
    private final FaultEndpoint endpoint = FaultEndpoint.answering(Script.stream()
            .reasoning("The function adds two numbers. ")
            .reasoning("It needs no imports.")
            .text("```go\nfunc add(a, b int) int { return a + b }\n```\n")
            .whole());
    private QuarryWindow window;
    private Stage stage;

    @Start
    void start(Stage shown) {
        Fonts.load();
        stage = shown;
        known.models.put(
                "work",
                List.of(
                        PROFILE_ONLY,
                        new ModelEntry(
                                "amazon.nova-pro-v1:0",
                                "Nova Pro",
                                "Amazon",
                                Kind.ON_DEMAND,
                                "amazon.nova-pro-v1:0",
                                false,
                                null,
                                List.of()),
                        new ModelEntry(
                                "amazon.titan-old", "Titan", "Amazon", Kind.ON_DEMAND, "t", true, null, List.of())));
        known.report = new Report(
                List.of(
                        new Finding(Step.CREDENTIALS, Result.GOOD, "Keys of the AWS profile `dev`: account 1.", null),
                        new Finding(
                                Step.CLOCK,
                                Result.WARNING,
                                "This machine's clock is 90 s behind the server's.",
                                "Set the clock: AWS refuses signatures that are 5 minutes off."),
                        new Finding(Step.ENDPOINT, Result.GOOD, "It answers (HTTP 404).", null),
                        new Finding(Step.MODELS, Result.GOOD, "42 can be called in eu-central-1.", null),
                        new Finding(Step.CALL, Result.BAD, "The credentials may not call it.", "Allow it.")),
                "{\n  \"Version\": \"2012-10-17\"\n}\n");
        shown.setX(0);
        shown.setY(0);
        window = new QuarryWindow(
                new WindowParts(
                        assistant,
                        options -> {
                            opened.add(options);
                            return BedrockConnection.loopback(
                                    endpoint.uri(), options.name() == null ? "Automatic" : options.name());
                        },
                        known.in(home),
                        settings -> PresetLibrary.load(settings.presetFolders()),
                        () -> List.of(new Example("Add", "Translate", Map.of("target", "go"), "python", "x = 1\n")),
                        new LexerHighlighter(),
                        new LanguageDetector(),
                        new SettingsFile(new AppFolders(home, home)),
                        "some.model-v1:0"),
                shown,
                new NoFileDialogs());
        shown.setWidth(1280);
        shown.setHeight(820);
    }

    @AfterEach
    void close() {
        robot.interact(window::close);
        assistant.close();
        endpoint.close();
    }

    private <T extends Node> T node(String id, Class<T> type) {
        return robot.lookup("#" + id).queryAs(type);
    }

    private String label(String id) {
        return node(id, Labeled.class).getText();
    }

    private void fire(String button) {
        robot.interact(() -> node(button, Button.class).fire());
    }

    private void choose(String id) {
        robot.interact(() -> node("connection", MenuButton.class).getItems().stream()
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow()
                .fire());
    }

    private void theme(String name) {
        MenuItems.choose(robot, "menu-theme-" + name);
    }

    /// What hovering over the temperature says.
    private String temperatureHint() {
        for (Node at = node("temperature", Slider.class); at != null; at = at.getParent()) {
            if (at.getProperties().get("javafx.scene.control.Tooltip") instanceof Tooltip hint) {
                return hint.getText();
            }
        }
        return "";
    }

    private void addWork() throws TimeoutException {
        eventually(() -> label("connection").equals("Automatic"));
        choose("connection-add");
        eventually(() -> robot.lookup("#connect-name").tryQuery().isPresent());
        robot.interact(() -> {
            node("connect-name", TextField.class).setText("work");
            node("connect-kind", ComboBox.class).getSelectionModel().select(1);
            node("connect-profile", ComboBox.class).getEditor().setText("dev");
            node("connect-region", TextField.class).setText("eu-central-1");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void aConnectionIsMadeAndAProfileOnlyModelOfItTakesNoTemperature(String theme) throws TimeoutException {
        theme(theme);
        addWork();
        Screenshot.take(robot.lookup("#connection-dialog").query().getScene(), "job-connection-" + theme);
        fire("connect-use");
        eventually(() -> label("connection").equals("work"));
        assertThat(opened.getLast())
                .isEqualTo(
                        ConnectionOptions.bedrock("dev", "eu-central-1", null).withName("work"));

        fire("model-list-open");
        eventually(() -> robot.lookup("#model-list").tryQuery().isPresent()
                && node("model-list", ListView.class).getItems().size() == 3);
        Screenshot.take(robot.lookup("#model-list").query().getScene(), "job-models-" + theme);
        robot.interact(() -> {
            node("model-list", ListView.class).getSelectionModel().select(PROFILE_ONLY);
            node("model-picker", TextField.class).requestFocus();
        });
        robot.push(KeyCode.ENTER);
        eventually(() -> node("model-picker", TextField.class).getText().equals(PROFILE_ONLY.id()));
        eventually(() -> node("temperature", Slider.class).isDisabled());
        assertThat(robot.lookup("Temperature: not taken").tryQuery()).isPresent();
        assertThat(temperatureHint())
                .isEqualTo("This model chooses its own sampling and refuses a temperature, so none" + " is sent.");

        fire("parameters");
        eventually(() -> robot.lookup("#parameter-top-p").tryQuery().isPresent());
        assertThat(node("parameter-top-p", TextField.class).isDisabled()).isTrue();
        assertThat(label("parameter-top-p-reason")).contains("refuses top-p");
        robot.interact(() -> node("parameter-reasoning", ComboBox.class).setValue("high"));
        Screenshot.take(robot.lookup("#parameter-top-p").query().getScene(), "job-parameters-" + theme);
        robot.push(KeyCode.ESCAPE);

        fire("run");
        eventually(() -> label("status-outcome").startsWith("Complete"));
        assertThat(endpoint.requests().getFirst().body())
                .contains("\"thinking\":{\"type\":\"adaptive\"}", "\"effort\":\"high\"")
                .doesNotContain("temperature", "topP");
        var reasoning = node("reasoning", TitledPane.class);
        assertThat(reasoning.isVisible()).isTrue();
        assertThat(reasoning.isExpanded()).isFalse();
        robot.interact(() -> reasoning.setExpanded(true));
        assertThat(node("reasoning-text", TextArea.class).getText())
                .isEqualTo("The function adds two numbers. It needs no imports.");
        Screenshot.take(stage.getScene(), "reasoning-" + theme);

        choose("connection-doctor");
        eventually(() -> robot.lookup("#doctor-call").tryQuery().isPresent()
                && !node("doctor-copy", Button.class).isDisabled());
        assertThat(node("doctor-policy", TextArea.class).getText()).contains("2012-10-17");
        Screenshot.take(robot.lookup("#doctor-dialog").query().getScene(), "job-doctor-" + theme);
        assertThat(known.examined.getLast().name()).isEqualTo("work");
    }

    @Test
    void aBudgetOfTokensMayBeTypedWhereTheModelThinksWithinOne() throws TimeoutException {
        addWork();
        fire("connect-use");
        eventually(() -> label("connection").equals("work"));
        robot.interact(
                () -> node("model-picker", TextField.class).setText("anthropic.claude-sonnet-4-5-20250929-v1:0"));
        fire("parameters");
        eventually(() -> robot.lookup("#parameter-reasoning").tryQuery().isPresent());
        var reasoning = node("parameter-reasoning", ComboBox.class);
        assertThat(reasoning.isEditable()).isTrue();
        assertThat(label("parameter-reasoning-reason")).isEqualTo("A level, or a number of tokens from 1024 on.");
        robot.interact(() -> reasoning.getEditor().setText("9000"));
        assertThat(reasoning.getStyleClass()).doesNotContain("field-problem");
        robot.push(KeyCode.ESCAPE);

        fire("run");
        eventually(() -> label("status-outcome").startsWith("Complete"));
        assertThat(endpoint.requests().getFirst().body()).contains("\"budget_tokens\":9000");

        fire("parameters");
        eventually(() -> robot.lookup("#parameter-reasoning").tryQuery().isPresent());
        var again = node("parameter-reasoning", ComboBox.class);
        assertThat(again.getEditor().getText()).isEqualTo("9000");
        robot.interact(() -> again.getEditor().setText("a lot"));
        assertThat(again.getStyleClass()).contains("field-problem");
    }

    @Test
    void connectionsAreSwitchedByOneClickAndKept() throws TimeoutException {
        addWork();
        fire("connect-use");
        eventually(() -> label("connection").equals("work"));
        choose("connection-bedrock");
        eventually(() -> label("connection").equals("Automatic"));
        choose("connection-use-work");
        eventually(() -> label("connection").equals("work"));
        var file = new SettingsFile(new AppFolders(home, home));
        eventually(() -> "work".equals(file.load().settings().connections().active()));
        choose("connection-edit");
        eventually(() -> robot.lookup("#connect-delete").tryQuery().isPresent());
        fire("connect-delete");
        eventually(() -> file.load().settings().connections().saved().isEmpty());
    }

    @Test
    void whatIsMissingInANewConnectionIsSaidAndNothingIsOpened() throws TimeoutException {
        addWork();
        var before = opened.size();
        robot.interact(() -> node("connect-name", TextField.class).setText("samples"));
        fire("connect-use");
        assertThat(label("connect-banner-sentence")).startsWith("Give the connection a name of its own");
        robot.interact(() -> {
            node("connect-name", TextField.class).setText("gate");
            node("connect-endpoint", TextField.class).setText("not an address");
        });
        fire("connect-use");
        assertThat(label("connect-banner-sentence")).startsWith("Endpoints and proxies are addresses");
        assertThat(opened).hasSize(before);
    }

    @Test
    void aConnectionCanHaveAProxyOfItsOwn() throws TimeoutException {
        addWork();
        robot.interact(() -> node("connect-proxy", TextField.class).setText("http://proxy.example:3128"));
        fire("connect-use");
        eventually(() -> label("connection").equals("work"));
        assertThat(opened.getLast().proxy()).hasToString("http://proxy.example:3128");
        choose("connection-edit");
        eventually(() -> robot.lookup("#connect-delete").tryQuery().isPresent());
        assertThat(node("connect-proxy", TextField.class).getText()).isEqualTo("http://proxy.example:3128");
        robot.interact(() -> node("connect-proxy", TextField.class).setText("http://me:word@proxy.example:3128"));
        fire("connect-use");
        assertThat(label("connect-banner-sentence")).startsWith("Endpoints and proxies are addresses");
    }

    @Test
    void aKeychainThatTakesNoKeyIsToldBeforeTheKeyIsKeptForThisSitting() throws TimeoutException {
        known.locked = true;
        addWork();
        robot.interact(() -> {
            node("connect-kind", ComboBox.class).getSelectionModel().select(3);
            node("connect-apiKey", TextField.class).setText("not-a-real-key");
        });
        fire("connect-use");
        eventually(() -> label("connect-banner-sentence").startsWith("The keychain of this system took no key"));
        assertThat(node("connect-keep", CheckBox.class).isSelected()).isFalse();
        assertThat(label("connection")).isEqualTo("Automatic");
        fire("connect-use");
        eventually(() -> label("connection").equals("work"));
        assertThat(known.keys).containsEntry("work", "not-a-real-key");
    }

    @Test
    void aConnectionThatIsRenamedTakesItsKeyAlong() throws TimeoutException {
        addWork();
        robot.interact(() -> {
            node("connect-kind", ComboBox.class).getSelectionModel().select(3);
            node("connect-apiKey", TextField.class).setText("not-a-real-key");
        });
        fire("connect-use");
        eventually(() -> label("connection").equals("work"));
        choose("connection-edit");
        eventually(() -> robot.lookup("#connect-delete").tryQuery().isPresent());
        robot.interact(() -> node("connect-name", TextField.class).setText("office"));
        fire("connect-use");
        eventually(() -> label("connection").equals("office"));
        eventually(() -> known.keys.equals(Map.of("office", "not-a-real-key")));
    }

    @Test
    void anApiKeyIsKeptByTheKeychainAndNotInTheSettings() throws Exception {
        addWork();
        robot.interact(() -> {
            node("connect-kind", ComboBox.class).getSelectionModel().select(3);
            node("connect-apiKey", TextField.class).setText("not-a-real-key");
        });
        fire("connect-use");
        eventually(() -> label("connection").equals("work"));
        assertThat(known.keys).containsEntry("work", "not-a-real-key");
        var file = new SettingsFile(new AppFolders(home, home));
        eventually(() -> "work".equals(file.load().settings().connections().active()));
        assertThat(home.resolve("settings.json")).content().doesNotContain("not-a-real-key");
    }
}
