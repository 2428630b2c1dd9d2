package dev.quarry.ui.task;

import dev.quarry.model.ModelList;
import dev.quarry.model.ModelRules;
import dev.quarry.model.ModelTakes;
import dev.quarry.preset.Parameter;
import dev.quarry.preset.Preset;
import dev.quarry.run.InferenceParameter;
import dev.quarry.run.InferenceSettings;
import dev.quarry.run.ParameterChoices;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What is asked for: the preset, what its fields hold, the model and the temperature. Knows no nodes. FX
/// thread only.
public final class TaskModel {

    /// Where answers to code tasks are best: repeatable, without being stiff.
    public static final double ADVICE_FROM = 0.1;

    public static final double ADVICE_TO = 0.3;

    private final ObservableList<Preset> presets = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Preset> preset = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Preset> draft = new SimpleObjectProperty<>();
    private final ObjectBinding<@Nullable Preset> current;
    private @Nullable String ownModel;
    private final Map<String, Map<String, StringProperty>> values = new HashMap<>();
    private final StringProperty model = new SimpleStringProperty("");
    private final BooleanProperty modelIsFixed = new SimpleBooleanProperty();
    private final ObjectProperty<ModelList> models = new SimpleObjectProperty<>(ModelList.NONE);
    private final ObjectProperty<Runnable> refresh = new SimpleObjectProperty<>(() -> {});
    private final StringProperty modelsNote = new SimpleStringProperty("");
    private final ObservableList<String> favourites = FXCollections.observableArrayList();
    private final ObjectProperty<ParameterChoices> choices = new SimpleObjectProperty<>(ParameterChoices.NONE);
    private final ModelRules rules;
    private final IntegerProperty lessons = new SimpleIntegerProperty();
    private final ObjectBinding<ModelTakes> takes;
    private final DoubleProperty temperature = new SimpleDoubleProperty(0.2);
    private final StringBinding temperatureRefusal;

    /// With the built-in rules of what models take.
    public TaskModel() {
        this(ModelRules.builtIn());
    }

    public TaskModel(ModelRules rules) {
        this.rules = rules;
        current = Bindings.createObjectBinding(() -> draft.get() == null ? preset.get() : draft.get(), draft, preset);
        takes = Bindings.createObjectBinding(
                () -> rules.isLoaded() ? rules.of(model.get().strip()) : ModelTakes.UNKNOWN, model, lessons);
        temperatureRefusal = Bindings.createStringBinding(
                () -> takes.get().refusal(InferenceParameter.TEMPERATURE).orElse(""), takes);
        preset.addListener((o, was, is) -> {
            draft.set(null);
            if (is != null) {
                if (is.temperature() != null) {
                    temperature.set(is.temperature());
                }
                pin(is.model());
            }
        });
    }

    /// Takes the model that a preset is pinned to, and brings the user's own choice back afterwards.
    private void pin(@Nullable String to) {
        if (to != null) {
            ownModel = ownModel == null ? model.get() : ownModel;
            model.set(to);
        } else if (ownModel != null) {
            model.set(ownModel);
            ownModel = null;
        }
    }

    /// The model that the user named, also while a preset is pinned to another.
    public String ownModel() {
        return ownModel == null ? model.get() : ownModel;
    }

    /// In the order of the picker.
    public ObservableList<Preset> presets() {
        return presets;
    }

    /// Takes new presets; the one that was picked stays picked when it is still there.
    public void setPresets(List<Preset> all) {
        var picked = preset.get();
        presets.setAll(all);
        preset.set(presets.stream()
                .filter(p -> picked != null && p.name().equals(picked.name()))
                .findFirst()
                .orElse(presets.isEmpty() ? null : presets.getFirst()));
    }

    public ObjectProperty<@Nullable Preset> presetProperty() {
        return preset;
    }

    /// The picked preset as it is being edited; null while it is not. Picking another one ends it.
    public ObjectProperty<@Nullable Preset> draftProperty() {
        return draft;
    }

    /// What Run would run: the draft, else the picked preset.
    public ObservableValue<@Nullable Preset> currentProperty() {
        return current;
    }

    /// Picks the preset of that name, if there is one.
    public void pick(String name) {
        presets.stream()
                .filter(p -> p.name().equalsIgnoreCase(name))
                .findFirst()
                .ifPresent(preset::set);
    }

    /// What the field of that parameter holds; starts with the default, and is kept while other presets are
    /// picked.
    public StringProperty valueOf(Preset of, Parameter parameter) {
        var picked = preset.get();
        var task = picked != null && of.equals(draft.get()) ? picked.name() : of.name(); // a draft may have a new name
        return values.computeIfAbsent(task, name -> new HashMap<>()).computeIfAbsent(parameter.name(), name -> {
            var start = parameter.defaultValue();
            return new SimpleStringProperty(start == null ? "" : start);
        });
    }

    /// Takes over what an edit made of the picked preset: fields that held the old default, the temperature,
    /// and the model it is pinned to. What the user chose otherwise stays.
    public void follow(Preset before, Preset now) {
        fieldsFollow(before, now);
        if (now.temperature() != null && !now.temperature().equals(before.temperature())) {
            temperature.set(now.temperature());
        }
        if (!Objects.equals(now.model(), before.model())) {
            pin(now.model());
        }
    }

    /// The same for the fields alone, also those of a preset that is not picked any more.
    public void fieldsFollow(Preset before, Preset now) {
        for (var parameter : now.parameters()) {
            before.parameters().stream()
                    .filter(p -> p.name().equals(parameter.name()))
                    .findFirst()
                    .filter(old -> !Objects.equals(old.defaultValue(), parameter.defaultValue()))
                    .map(old -> Objects.requireNonNullElse(old.defaultValue(), ""))
                    .filter(old -> valueOf(now, parameter).get().equals(old))
                    .ifPresent(old ->
                            valueOf(now, parameter).set(Objects.requireNonNullElse(parameter.defaultValue(), "")));
        }
    }

    /// What the fields of the picked preset hold, by parameter name.
    public Map<String, String> values() {
        var picked = current.get();
        var held = new HashMap<String, String>();
        if (picked != null) {
            for (var parameter : picked.parameters()) {
                held.put(parameter.name(), valueOf(picked, parameter).get());
            }
        }
        return held;
    }

    /// A model ID, inference profile ID or ARN; free text.
    public StringProperty modelProperty() {
        return model;
    }

    /// Whether the connection has one model only, so that none can be picked.
    public BooleanProperty modelIsFixedProperty() {
        return modelIsFixed;
    }

    /// What the connection can call.
    public ObjectProperty<ModelList> modelsProperty() {
        return models;
    }

    /// What has to be said of that list, such as its age; empty for nothing.
    public StringProperty modelsNoteProperty() {
        return modelsNote;
    }

    /// Takes a new list.
    public void setModels(ModelList list) {
        rules.know(list);
        models.set(list);
        rulesChanged();
    }

    /// Has the list asked for anew.
    public ObjectProperty<Runnable> refreshProperty() {
        return refresh;
    }

    /// The IDs of the models that are shown first.
    public ObservableList<String> favourites() {
        return favourites;
    }

    /// What was chosen for all tasks.
    public ObjectProperty<ParameterChoices> choicesProperty() {
        return choices;
    }

    /// What the picked model takes.
    public ObjectBinding<ModelTakes> takes() {
        return takes;
    }

    /// More is known of the models now, such as what one of them has just refused.
    public void rulesChanged() {
        lessons.set(lessons.get() + 1);
    }

    /// What is to be sent for the picked preset to a model.
    ///
    /// @param to the model that is asked, which may be the connection's only one
    /// @param promptUnits the length of the prompt in UTF-16 units
    public InferenceSettings settings(String to, int promptUnits) {
        var picked = current.get();
        return rules.of(to)
                .settings(shownTemperature(), choices.get(), picked == null ? null : picked.maxTokens(), promptUnits);
    }

    /// From 0.0 to 1.0; starts with the preset's advice when a preset is picked.
    public DoubleProperty temperatureProperty() {
        return temperature;
    }

    /// The temperature as the slider tells it: rounded to hundredths.
    public double shownTemperature() {
        return Math.round(temperature.get() * 100) / 100.0;
    }

    /// Why the picked model takes no temperature; empty when it does.
    public StringBinding temperatureRefusal() {
        return temperatureRefusal;
    }

    /// The temperature that is to be sent: rounded to hundredths, or null when the model takes none.
    public @Nullable Double temperatureToSend() {
        return temperatureRefusal.get().isEmpty() ? (Double) shownTemperature() : null;
    }
}
