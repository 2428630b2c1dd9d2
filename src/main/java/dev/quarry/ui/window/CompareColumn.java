package dev.quarry.ui.window;

import dev.quarry.history.Price;
import dev.quarry.language.Highlighter;
import dev.quarry.run.CodeAssistant;
import dev.quarry.run.Outcome;
import dev.quarry.run.RunRequest;
import dev.quarry.ui.control.Buttons;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.editor.CodeEditor;
import dev.quarry.ui.run.RunController;
import dev.quarry.ui.run.RunModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// One of the answers that are compared: its model and temperature, how it went, and its text. FX thread
/// only.
final class CompareColumn extends BorderPane implements AutoCloseable {
    private final RunModel run = new RunModel();
    private final RunController runs;
    private final CodeEditor editor;
    private final ComboBox<String> model = new ComboBox<>();
    private final TextField temperature = new TextField();
    private final Price price;

    /// @param number from 1, left to right
    /// @param onPick told when this answer is picked
    CompareColumn(
            int number,
            List<String> models,
            String firstModel,
            double firstTemperature,
            CodeAssistant assistant,
            Highlighter highlighter,
            Price price,
            Consumer<CompareColumn> onPick) {
        this.price = price;
        runs = new RunController(run, assistant);
        editor = CodeEditor.readOnly("compare-output-" + number, highlighter);
        editor.setAreaAccessibleText(Texts.of("compare.output", number));
        run.addListener(new Feed());
        model.setId("compare-model-" + number);
        model.setEditable(true);
        model.getItems().setAll(models);
        model.setValue(firstModel);
        model.setMaxWidth(Double.MAX_VALUE);
        model.setAccessibleText(Texts.of("compare.model", number));
        temperature.setId("compare-temperature-" + number);
        temperature.setText(String.format(Locale.ROOT, "%.2f", firstTemperature));
        temperature.setPrefColumnCount(4);
        temperature.setAccessibleText(Texts.of("compare.temperature", number));
        HBox.setHgrow(model, Priority.ALWAYS);
        var pick = new Button(Texts.of("compare.pick"), Buttons.icon(Feather.CHECK));
        pick.setId("compare-pick-" + number);
        pick.disableProperty().bind(run.emptyProperty().or(run.running()));
        pick.setOnAction(event -> onPick.accept(this));
        var choice = new HBox(model, temperature);
        choice.getStyleClass().add("compare-choice");
        var facts = new Label();
        facts.setId("compare-facts-" + number);
        facts.getStyleClass().addAll("muted", "compare-facts");
        facts.setWrapText(true);
        facts.textProperty()
                .bind(Bindings.createStringBinding(
                        this::facts, run.phaseProperty(), run.elapsedProperty(), run.usageProperty()));
        var verdict = FenceLabel.build(run);
        verdict.setId("compare-verdict-" + number);
        verdict.getStyleClass().add("muted");
        var top = new VBox(choice, new HBox(verdict), facts);
        top.getStyleClass().add("compare-header");
        setTop(top);
        setCenter(editor);
        var foot = new HBox(pick);
        foot.getStyleClass().add("compare-foot");
        setBottom(foot);
        getStyleClass().add("pane");
    }

    /// What is known of the run so far: how it stands, tokens, cost, time to the first piece and time in all.
    private String facts() {
        var facts = new ArrayList<String>();
        var outcome = run.outcomeProperty().get();
        switch (run.phaseProperty().get()) {
            case IDLE -> {
                return Texts.of("compare.idle");
            }
            case WAITING, STREAMING -> facts.add(Texts.of("compare.running"));
            case OVER -> facts.add(outcome == null ? "" : Texts.of("outcome." + outcome.code()));
        }
        var usage = run.usageProperty().get();
        if (usage.output() > 0) {
            facts.add(Texts.of("compare.tokens", usage.input(), usage.output()));
            var request = run.requestProperty().get();
            var cost = request == null ? null : price.costMicros(request, usage, "");
            if (cost != null) {
                facts.add(Texts.of("compare.cost", cost / 1e6));
            }
        }
        if (!run.toFirstPiece().equals(Duration.ZERO)) {
            facts.add(Texts.of("compare.first", run.toFirstPiece().toMillis() / 1000.0));
        }
        facts.add(Texts.of("compare.seconds", run.elapsedProperty().get().toMillis() / 1000.0));
        if (outcome instanceof Outcome.Failed failed) {
            facts.add(failed.error().sentence());
        }
        return String.join(" · ", facts);
    }

    String model() {
        var typed = model.getEditor().getText();
        return typed == null ? "" : typed.strip();
    }

    /// As it was typed.
    String temperature() {
        return temperature.getText().strip();
    }

    RunModel run() {
        return run;
    }

    RunController runs() {
        return runs;
    }

    RunRequest sent() {
        return Objects.requireNonNull(run.requestProperty().get(), "nothing was sent");
    }

    @Override
    public void close() {
        runs.stop();
        editor.close();
    }

    /// Feeds the text pane: the code, or the answer as it is when it holds none.
    private final class Feed extends CodeFeed {
        Feed() {
            super(run, editor);
        }

        @Override
        public void over() {
            super.over();
            if (run.code().isBlank() && run.answerLength() > 0) {
                editor.replaceAll(run.answer());
            }
        }
    }
}
