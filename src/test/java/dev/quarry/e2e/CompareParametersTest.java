package dev.quarry.e2e;

import static dev.quarry.e2e.Eventually.eventually;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.quarry.bedrock.FaultEndpoint;
import dev.quarry.bedrock.Script;
import dev.quarry.run.Connections;
import dev.quarry.run.Guardrail;
import dev.quarry.run.ParameterChoices;
import dev.quarry.run.ServiceTier;
import dev.quarry.settings.AppFolders;
import dev.quarry.settings.Settings;
import dev.quarry.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What the user chose for all tasks goes out to models that are compared, as far as each of them takes it.
@ExtendWith(ApplicationExtension.class)
class CompareParametersTest {
    private static final ParameterChoices CHOSEN = new ParameterChoices(
            0.75,
            20_000,
            List.of("END"),
            "high",
            ServiceTier.PRIORITY,
            true,
            true,
            new Guardrail("gr-1", "2"),
            Map.of("team", "core"));

    /// Where a parameter stands in a request, and what goes to either model; `-` is nothing.
    private static final String EXPECTED = """
            /inferenceConfig/temperature                   | 0.25      | 0.5
            /inferenceConfig/topP                          | 0.75      | 0.75
            /inferenceConfig/maxTokens                     | 20000     | 20000
            /inferenceConfig/stopSequences/0               | END       | END
            /additionalModelRequestFields/reasoning_effort | -         | high
            /serviceTier/type                              | priority  | priority
            /performanceConfig/latency                     | optimized | -
            /system/1/cachePoint/type                      | default   | -
            /guardrailConfig/guardrailIdentifier           | gr-1      | gr-1
            /guardrailConfig/guardrailVersion              | 2         | 2
            /requestMetadata/team                          | core      | core
            """;

    @TempDir
    Path home;

    private final FxRobot robot = new FxRobot();
    private final FaultEndpoint endpoint = FaultEndpoint.answering(
            Script.stream().text("```go\npackage main\n```\n").whole());
    private SampleWindow window;

    @Start
    void start(Stage stage) throws IOException {
        new SettingsFile(new AppFolders(home, home)).save(Settings.DEFAULTS.withParameters(CHOSEN));
        window = new SampleWindow(stage, home, (Connections) options -> endpoint.connection());
    }

    @AfterEach
    void close() {
        robot.interact(window::close);
        endpoint.close();
    }

    private String label(String id) {
        return robot.lookup("#" + id)
                .tryQueryAs(Labeled.class)
                .map(Labeled::getText)
                .orElse("");
    }

    private void column(int number, String model, String temperature) {
        robot.interact(() -> {
            robot.lookup("#compare-model-" + number)
                    .queryAs(ComboBox.class)
                    .getEditor()
                    .setText(model);
            robot.lookup("#compare-temperature-" + number)
                    .queryAs(TextField.class)
                    .setText(temperature);
        });
    }

    private JsonNode sentTo(String model) throws IOException {
        var body = endpoint.requests().stream()
                .filter(r -> r.path().contains(model))
                .map(FaultEndpoint.Request::body)
                .toList();
        return JsonMapper.builder().build().readTree(body.getFirst());
    }

    @Test
    void everyParameterThatAModelTakesIsSentToIt() throws Exception {
        eventually(() ->
                !robot.lookup("#input-editor").queryAs(CodeArea.class).getText().isEmpty());
        eventually(() -> label("connection").startsWith("Fault"));
        MenuItems.choose(robot, "menu-compare");
        eventually(() -> robot.lookup("#compare-run").tryQuery().isPresent());
        column(1, "amazon.nova-pro-v1:0", "0.25");
        column(2, "openai.gpt-oss-120b-1:0", "0.5");
        robot.interact(() -> robot.lookup("#compare-run").queryAs(Button.class).fire());
        eventually(() -> label("compare-outcome-1").equals("Complete")
                && label("compare-outcome-2").equals("Complete"));
        var nova = sentTo("nova-pro");
        var gpt = sentTo("gpt-oss");
        assertSoftly(softly -> EXPECTED.lines().map(row -> row.split(" *\\| *")).forEach(row -> {
            softly.assertThat(nova.at(row[0]).asText("-"))
                    .as("nova-pro " + row[0])
                    .isEqualTo(row[1]);
            softly.assertThat(gpt.at(row[0]).asText("-"))
                    .as("gpt-oss " + row[0])
                    .isEqualTo(row[2]);
        }));
    }
}
