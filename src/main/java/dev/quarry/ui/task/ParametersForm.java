package dev.quarry.ui.task;

import dev.quarry.run.Guardrail;
import dev.quarry.run.InferenceParameter;
import dev.quarry.run.ParameterChoices;
import dev.quarry.run.ServiceTier;
import dev.quarry.ui.control.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What can be asked of a model besides the temperature. What the picked model does not take is disabled, with the
/// reason under it. FX thread only.
final class ParametersForm {
    private static final List<ServiceTier> TIERS = List.of(ServiceTier.values());

    private final TaskModel model;
    private final GridPane grid = new GridPane();
    private final TextField maxTokens = new TextField();
    private final TextField topP = new TextField();
    private final TextField stops = new TextField();
    private final ComboBox<String> reasoning = new ComboBox<>();
    private final ComboBox<String> tier = new ComboBox<>();
    private final CheckBox fast = new CheckBox(Texts.of("parameters.fast"));
    private final CheckBox caching = new CheckBox(Texts.of("parameters.caching"));
    private final TextField guardrail = new TextField();
    private final TextField guardrailVersion = new TextField();
    private final TextField metadata = new TextField();
    private final Map<InferenceParameter, Label> reasons = new LinkedHashMap<>();
    private boolean filling;

    private ParametersForm(TaskModel model) {
        this.model = model;
    }

    static Node build(TaskModel model) {
        var form = new ParametersForm(model);
        form.lay();
        form.fill();
        form.disable();
        form.listen();
        return form.grid;
    }

    private void lay() {
        grid.getStyleClass().add("parameters");
        maxTokens.setPromptText(Texts.of("parameters.bySize"));
        topP.setPromptText(Texts.of("parameters.byModel"));
        stops.setPromptText(Texts.of("parameters.stops.prompt"));
        guardrail.setPromptText(Texts.of("parameters.guardrail.prompt"));
        guardrailVersion.setPromptText("DRAFT");
        guardrailVersion.setPrefColumnCount(5);
        metadata.setPromptText("team=core, ticket=42");
        tier.getItems().setAll(Texts.of("parameters.tier.none"));
        for (var one : TIERS) {
            tier.getItems().add(Texts.of("parameters.tier." + one.name()));
        }
        row("parameter-max-tokens", "parameters.maxTokens", maxTokens, null);
        row("parameter-top-p", "parameters.topP", topP, InferenceParameter.TOP_P);
        row("parameter-stops", "parameters.stops", stops, InferenceParameter.STOP_SEQUENCES);
        row("parameter-reasoning", "parameters.reasoning", reasoning, InferenceParameter.REASONING);
        row("parameter-tier", "parameters.tier", tier, InferenceParameter.SERVICE_TIER);
        row("parameter-fast", "parameters.latency", fast, InferenceParameter.LATENCY);
        row("parameter-caching", "parameters.cache", caching, InferenceParameter.CACHING);
        row("parameter-guardrail", "parameters.guardrail", guardrail, null);
        row("parameter-guardrail-version", "parameters.guardrailVersion", guardrailVersion, null);
        row("parameter-metadata", "parameters.metadata", metadata, InferenceParameter.METADATA);
    }

    private void row(String id, String name, javafx.scene.control.Control control, @Nullable InferenceParameter of) {
        control.setId(id);
        control.setMaxWidth(Double.MAX_VALUE);
        var label = new Label(Texts.of(name));
        label.setLabelFor(control);
        // Beside the control, and not beside the middle of it and the reason under it.
        label.minHeightProperty().bind(control.heightProperty());
        GridPane.setValignment(label, VPos.TOP);
        var cell = new VBox(control);
        if (of != null) {
            var reason = new Label();
            reason.setId(id + "-reason");
            reason.getStyleClass().addAll("muted", "reason");
            reason.setWrapText(true);
            reasons.put(of, reason);
            cell.getChildren().add(reason);
        }
        grid.addRow(grid.getRowCount(), label, cell);
    }

    /// Shows what was chosen.
    private void fill() {
        filling = true;
        var chosen = model.choicesProperty().get();
        maxTokens.setText(chosen.maxTokens() == null ? "" : chosen.maxTokens().toString());
        topP.setText(chosen.topP() == null ? "" : chosen.topP().toString());
        stops.setText(ParameterText.ofParts(chosen.stopSequences()));
        tier.getSelectionModel().select(chosen.tier() == null ? 0 : TIERS.indexOf(chosen.tier()) + 1);
        fast.setSelected(chosen.fast());
        caching.setSelected(chosen.caching());
        var guard = chosen.guardrail();
        guardrail.setText(guard == null ? "" : guard.id());
        guardrailVersion.setText(guard == null ? "" : guard.version());
        metadata.setText(ParameterText.ofPairs(chosen.metadata()));
        filling = false;
    }

    private void disable() {
        var takes = model.takes().get();
        filling = true;
        var levels = new ArrayList<String>();
        levels.add(Texts.of("parameters.byModel"));
        levels.addAll(takes.reasoningLevels());
        reasoning.getItems().setAll(levels);
        reasoning.setEditable(takes.takesBudget());
        var level = model.choicesProperty().get().reasoning();
        var known = level != null && takes.knowsReasoning(level);
        reasoning.setValue(known ? level : levels.getFirst());
        filling = false;
        reasons.forEach((parameter, label) -> {
            var reason = takes.refusal(parameter).orElse("");
            if (parameter == InferenceParameter.TOP_P && reason.isEmpty() && takes.takesNotBoth()) {
                label.setText(Texts.of("parameters.notBoth"));
            } else if (parameter == InferenceParameter.REASONING && takes.takesBudget()) {
                label.setText(Texts.of("parameters.budget"));
            } else {
                label.setText(reason);
            }
            label.setVisible(!label.getText().isEmpty());
            label.setManaged(label.isVisible());
            control(parameter).setDisable(!reason.isEmpty());
        });
    }

    private Node control(InferenceParameter parameter) {
        return switch (parameter) {
            case TOP_P -> topP;
            case STOP_SEQUENCES -> stops;
            case REASONING -> reasoning;
            case SERVICE_TIER -> tier;
            case LATENCY -> fast;
            case CACHING -> caching;
            case METADATA -> metadata;
            case TEMPERATURE, MAX_TOKENS, GUARDRAIL -> maxTokens;
        };
    }

    private void listen() {
        model.takes().addListener((o, was, is) -> disable());
        for (var field : List.of(maxTokens, topP, stops, guardrail, guardrailVersion, metadata)) {
            field.textProperty().addListener((o, was, is) -> take());
        }
        reasoning.valueProperty().addListener((o, was, is) -> take());
        reasoning.getEditor().textProperty().addListener((o, was, is) -> {
            if (reasoning.isEditable() && !filling) {
                reasoning.setValue(is);
            }
        });
        tier.valueProperty().addListener((o, was, is) -> take());
        fast.selectedProperty().addListener((o, was, is) -> take());
        caching.selectedProperty().addListener((o, was, is) -> take());
    }

    private void take() {
        if (filling) {
            return;
        }
        var tierAt = tier.getSelectionModel().getSelectedIndex();
        var level = level();
        var id = guardrail.getText().strip();
        var version = guardrailVersion.getText().strip();
        model.choicesProperty()
                .set(new ParameterChoices(
                        ParameterText.share(topP),
                        ParameterText.count(maxTokens),
                        ParameterText.parts(stops),
                        level,
                        tierAt <= 0 ? null : TIERS.get(tierAt - 1),
                        fast.isSelected(),
                        caching.isSelected(),
                        id.isEmpty() ? null : new Guardrail(id, version.isEmpty() ? "DRAFT" : version),
                        ParameterText.pairs(metadata)));
    }

    /// A level that the model knows, or a number of tokens where it has a budget.
    private @Nullable String level() {
        var text = reasoning.getValue() == null ? "" : reasoning.getValue().strip();
        var left = text.isEmpty() || text.equals(Texts.of("parameters.byModel"));
        var good = left || model.takes().get().knowsReasoning(text);
        ParameterText.mark(reasoning, good);
        return left || !good ? null : text;
    }
}
