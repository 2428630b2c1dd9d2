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
import dev.quarry.run.Access;
import dev.quarry.run.CodeAssistant;
import dev.quarry.run.ConnectionDoctor.Finding;
import dev.quarry.run.ConnectionDoctor.Report;
import dev.quarry.run.ConnectionDoctor.Result;
import dev.quarry.run.ConnectionDoctor.Step;
import dev.quarry.run.ConnectionOptions;
import dev.quarry.settings.AppFolders;
import dev.quarry.settings.SavedConnections;
import dev.quarry.settings.Settings;
import dev.quarry.settings.SettingsFile;
import dev.quarry.ui.control.NoFileDialogs;
import dev.quarry.ui.fx.Fonts;
import dev.quarry.ui.window.QuarryWindow;
import dev.quarry.ui.window.WindowParts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What is set up for an account, in both themes and two sizes of the window. The pictures are looked at by people;
/// here that they fit a small screen, and that there is something to see.
@ExtendWith(ApplicationExtension.class)
class AccountPicturesTest {
    private static final double SMALL_SCREEN = 768;
    private static final String EU_OPUS = "eu.anthropic.claude-opus-5";

    private static final ConnectionOptions WORK = ConnectionOptions.bedrock(null, "eu-central-1", null)
            .withName("work")
            .withAccess(Access.sso(
                    new Access.Sso("https://company.awsapps.com/start", "eu-west-1", "111122223333", "Developer")));

    private static final String POLICY = """
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Sid": "CallTheModel",
                  "Effect": "Allow",
                  "Action": ["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"],
                  "Resource": [
                    "arn:aws:bedrock:eu-central-1:111122223333:inference-profile/eu.anthropic.claude-opus-5",
                    "arn:aws:bedrock:eu-central-1::foundation-model/anthropic.claude-opus-5",
                    "arn:aws:bedrock:eu-west-1::foundation-model/anthropic.claude-opus-5",
                    "arn:aws:bedrock:eu-north-1::foundation-model/anthropic.claude-opus-5"
                  ]
                }
              ]
            }
            """;

    @TempDir
    private Path home;

    private final FxRobot robot = new FxRobot();
    private final FakeAccounts known = new FakeAccounts();
    private final CodeAssistant assistant = new CodeAssistant();
    private final FaultEndpoint endpoint =
            FaultEndpoint.answering(Script.stream().text("ok").whole());
    private QuarryWindow window;
    private Stage stage;

    @Start
    void start(Stage shown) throws Exception {
        Fonts.load();
        stage = shown;
        known.signedInUntil = Instant.now().plusSeconds(6 * 3600);
        known.models.put("work", models());
        known.report = new Report(
                List.of(
                        new Finding(
                                Step.CREDENTIALS,
                                Result.GOOD,
                                "Keys of the SSO Developer: account 111122223333, as"
                                        + " arn:aws:sts::111122223333:assumed-role/Developer/ada, valid until 16:40.",
                                null),
                        new Finding(Step.CLOCK, Result.GOOD, "This machine's clock agrees with the server's.", null),
                        new Finding(
                                Step.ENDPOINT,
                                Result.GOOD,
                                "bedrock-runtime.eu-central-1.amazonaws.com answers (HTTP 404).",
                                null),
                        new Finding(
                                Step.MODELS,
                                Result.GOOD,
                                "42 can be called in eu-central-1, " + EU_OPUS + " among them.",
                                null),
                        new Finding(
                                Step.CALL,
                                Result.BAD,
                                "The credentials of the SSO Developer may not call " + EU_OPUS + " in eu-central-1."
                                        + " They need the permission bedrock:InvokeModelWithResponseStream for it.",
                                "Allow bedrock:InvokeModelWithResponseStream for the model, as in the policy below.")),
                POLICY);
        var settings = new SettingsFile(new AppFolders(home, home));
        settings.save(Settings.DEFAULTS
                .withModel(EU_OPUS)
                .withFavouriteModels(List.of(EU_OPUS))
                .withConnections(new SavedConnections("work", List.of(WORK))));
        shown.setX(0);
        shown.setY(0);
        window = new QuarryWindow(
                new WindowParts(
                        assistant,
                        options -> BedrockConnection.loopback(endpoint.uri(), "work"),
                        known.in(home),
                        kept -> PresetLibrary.load(kept.presetFolders()),
                        List::of,
                        new LexerHighlighter(),
                        new LanguageDetector(),
                        settings,
                        EU_OPUS),
                shown,
                new NoFileDialogs());
    }

    private static List<ModelEntry> models() {
        return List.of(
                entry(EU_OPUS, "Claude Opus 5 (EU)", "Anthropic", Kind.PROFILE, false),
                entry("qwen.qwen3-coder-30b-a3b-v1:0", "Qwen3 Coder 30B", "Qwen", Kind.ON_DEMAND, false),
                entry("global.anthropic.claude-sonnet-5", "Claude Sonnet 5 (Global)", "Anthropic", Kind.PROFILE, false),
                entry("amazon.nova-pro-v1:0", "Nova Pro", "Amazon", Kind.ON_DEMAND, false),
                entry(
                        "arn:aws:bedrock:eu-central-1:111122223333:application-inference-profile/team-coding",
                        "team-coding",
                        "Anthropic",
                        Kind.APPLICATION,
                        false),
                entry("openai.gpt-oss-120b-1:0", "gpt-oss-120b", "OpenAI", Kind.ON_DEMAND, false),
                entry("amazon.titan-text-large", "Titan Text Large", "Amazon", Kind.ON_DEMAND, true));
    }

    private static ModelEntry entry(String id, String name, String provider, Kind kind, boolean legacy) {
        return new ModelEntry(id, name, provider, kind, id, legacy, null, List.of());
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

    private void size(int width, int height) {
        robot.interact(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
    }

    private void choose(String id) {
        robot.interact(() -> node("connection", MenuButton.class).getItems().stream()
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow()
                .fire());
    }

    private void fire(String button) {
        robot.interact(() -> node(button, Button.class).fire());
    }

    private Scene scene(String id) {
        return robot.lookup("#" + id).query().getScene();
    }

    /// The window is as large as what is in it, and no larger than a small screen.
    private static void fits(Scene scene) throws TimeoutException {
        eventually(() -> scene.getRoot().prefHeight(scene.getWidth()) <= scene.getHeight() + 1);
        assertThat(scene.getHeight()).isLessThanOrEqualTo(SMALL_SCREEN);
        assertThat(scene.getWidth()).isLessThanOrEqualTo(900);
        for (var label : scene.getRoot().lookupAll(".label")) {
            if (label instanceof Label words && words.isVisible() && words.isWrapText()) {
                assertThat(words.getHeight())
                        .as(words.getText())
                        .isGreaterThanOrEqualTo(words.prefHeight(words.getWidth()) - 1);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"light, 1280, 820", "dark, 1280, 820", "light, 900, 640", "dark, 900, 640"})
    void connectionDoctorModelsAndParameters(String theme, int width, int height) throws Exception {
        size(width, height);
        MenuItems.choose(robot, "menu-theme-" + theme);
        var suffix = "-" + theme + (width == 900 ? "-small" : "");
        eventually(() -> node("connection", MenuButton.class).getItems().stream()
                .anyMatch(item -> "connection-edit".equals(item.getId())));

        choose("connection-edit");
        eventually(() -> robot.lookup("#sign-in-state").tryQuery().isPresent()
                && node("sign-in-state", Labeled.class).getText().startsWith("Signed in until"));
        picture("connection-dialog", "connection" + suffix);
        robot.interact(() -> scene("connection-dialog").getWindow().hide());

        choose("connection-doctor");
        eventually(() -> robot.lookup("#doctor-call").tryQuery().isPresent()
                && !node("doctor-copy", Button.class).isDisabled());
        picture("doctor-dialog", "doctor" + suffix);
        robot.interact(() -> scene("doctor-dialog").getWindow().hide());

        fire("model-list-open");
        eventually(() -> robot.lookup("#model-list").tryQuery().isPresent()
                && node("model-list", ListView.class).getItems().size() == models().size());
        picture("model-list", "models" + suffix);
        robot.push(KeyCode.ESCAPE);

        fire("parameters");
        eventually(() -> robot.lookup("#parameter-top-p").tryQuery().isPresent());
        assertThat(node("parameter-top-p", TextField.class).isDisabled()).isTrue();
        eventually(() -> isOpaque(node("parameter-top-p", TextField.class)));
        picture("parameter-top-p", "parameters" + suffix);
        Screenshot.take(stage.getScene(), "account-window" + suffix);
    }

    /// Whether it has faded in.
    private static boolean isOpaque(Node shown) {
        for (var at = shown; at != null; at = at.getParent()) {
            if (at.getOpacity() < 1 && !at.isDisabled()) {
                return false;
            }
        }
        return true;
    }

    private void picture(String of, String name) throws Exception {
        fits(scene(of));
        var file = Screenshot.take(scene(of), name);
        assertThat(Files.size(file)).isGreaterThan(4_000L);
    }

    @Test
    void eachWayToSignInFitsASmallScreen() throws TimeoutException {
        size(900, 640);
        eventually(() -> node("connection", MenuButton.class).getItems().stream()
                .anyMatch(item -> "connection-edit".equals(item.getId())));
        choose("connection-edit");
        eventually(() -> robot.lookup("#connect-kind").tryQuery().isPresent());
        var kinds = node("connect-kind", ComboBox.class);
        for (var at = 0; at < kinds.getItems().size(); at++) {
            var index = at;
            robot.interact(() -> kinds.getSelectionModel().select(index));
            fits(scene("connection-dialog"));
            Screenshot.take(scene("connection-dialog"), "sign-in-" + index);
        }
    }
}
