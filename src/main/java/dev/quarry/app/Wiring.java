package dev.quarry.app;

import dev.quarry.bedrock.AwsProfiles;
import dev.quarry.bedrock.BedrockCatalog;
import dev.quarry.bedrock.BedrockConnection;
import dev.quarry.bedrock.BedrockDoctor;
import dev.quarry.bedrock.SsoSignIns;
import dev.quarry.check.CheckTools;
import dev.quarry.cli.Sample;
import dev.quarry.history.History;
import dev.quarry.history.Price;
import dev.quarry.keychain.KeychainApiKeys;
import dev.quarry.language.Language;
import dev.quarry.language.Languages;
import dev.quarry.model.Accounts;
import dev.quarry.model.KnownModels;
import dev.quarry.model.LearnedRules;
import dev.quarry.model.ModelCatalog;
import dev.quarry.model.ModelRules;
import dev.quarry.money.Spending;
import dev.quarry.preset.AnswerJudge;
import dev.quarry.preset.PresetLibrary;
import dev.quarry.preset.PresetReadings;
import dev.quarry.preset.PresetSource;
import dev.quarry.preset.TextJudge;
import dev.quarry.run.ApiKeys;
import dev.quarry.run.CodeAssistant;
import dev.quarry.run.ConnectionOptions;
import dev.quarry.run.ConnectionOptions.Kind;
import dev.quarry.run.Connections;
import dev.quarry.run.ModelConnection;
import dev.quarry.run.RunException;
import dev.quarry.run.RunException.Reason;
import dev.quarry.sample.Pace;
import dev.quarry.sample.SampleConnection;
import dev.quarry.sample.SampleLibrary;
import dev.quarry.settings.AppFolders;
import dev.quarry.settings.Settings;
import dev.quarry.settings.SettingsFile;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// Where the objects meet. Each is made when it is first asked for and then kept, so that a short command
/// loads little. May be used from any thread.
final class Wiring implements Connections, AutoCloseable {
    private final AppFolders folders;
    private final SettingsFile settingsFile;
    private final Consumer<String> problems;
    private final PresetReadings readings = new PresetReadings();
    private final boolean safeMode;
    private @Nullable ApiKeys apiKeys;
    private @Nullable LearnedRules learned;
    private @Nullable KnownModels knownModels;
    private @Nullable Settings settings;
    private @Nullable PresetLibrary presets;
    private @Nullable CodeAssistant assistant;
    private @Nullable History history;
    private @Nullable Accounts accounts;
    private @Nullable Spending spending;
    private @Nullable AnswerJudge judge;

    /// @param problems takes a sentence for the user when something kept on disk cannot be used
    Wiring(AppFolders folders, Consumer<String> problems) {
        this(folders, problems, new SettingsFile(folders), false);
    }

    private Wiring(AppFolders folders, Consumer<String> problems, SettingsFile settingsFile, boolean safeMode) {
        this.folders = folders;
        this.problems = problems;
        this.settingsFile = settingsFile;
        this.safeMode = safeMode;
    }

    /// The same, but that nothing the user keeps is read or written.
    ///
    /// @param why a sentence for the user
    Wiring inSafeMode(String why) {
        return new Wiring(folders, problems, SettingsFile.untouched(folders, why), true);
    }

    AppFolders folders() {
        return folders;
    }

    SettingsFile settingsFile() {
        return settingsFile;
    }

    private synchronized ApiKeys apiKeys() {
        if (apiKeys == null) {
            apiKeys = new KeychainApiKeys();
        }
        return apiKeys;
    }

    private synchronized LearnedRules learned() {
        if (learned == null) {
            learned = safeMode
                    ? LearnedRules.ofThisSitting()
                    : new LearnedRules(folders.data().resolve("learned-parameters.json"));
        }
        return learned;
    }

    private synchronized KnownModels knownModels() {
        if (knownModels == null) {
            knownModels = new KnownModels(folders.data().resolve("models"));
        }
        return knownModels;
    }

    /// The settings as they were when they were first asked for.
    synchronized Settings settings() {
        if (settings == null) {
            var loaded = settingsFile.load();
            if (loaded.problem() != null) {
                problems.accept(loaded.problem());
            }
            settings = loaded.settings();
        }
        return settings;
    }

    /// The user's own presets, then those of the folders in the settings, then the built-in ones.
    synchronized PresetLibrary presets() {
        if (presets == null) {
            presets = presets(settings());
        }
        return presets;
    }

    /// The same, read anew.
    PresetLibrary presets(Settings now) {
        var nearestFirst = new ArrayList<PresetSource>();
        if (!safeMode) {
            nearestFirst.add(PresetSource.own(ownPresets()));
            now.presetFolders().stream().map(PresetSource::team).forEach(nearestFirst::add);
        }
        return PresetLibrary.read(nearestFirst, readings);
    }

    /// The folder of the user's own presets, whether it is there yet or not.
    Path ownPresets() {
        return folders.config().resolve("presets");
    }

    /// What answers to a preset's examples are judged by.
    synchronized AnswerJudge judge() {
        if (judge == null) {
            var checks = settings().checks();
            var tools = CheckTools.of(checks.commands(), System.getenv(), Duration.ofSeconds(checks.seconds()));
            judge = new TextJudge(new CheckJudge(tools));
        }
        return judge;
    }

    /// Not open yet: whoever uses it opens it.
    synchronized History history() {
        if (history == null) {
            Price price = (request, usage, received) ->
                    spending().bill(request, usage, received).micros();
            history = safeMode ? History.inMemory() : new History(folders.data().resolve("history.db"), price);
        }
        return history;
    }

    synchronized CodeAssistant assistant() {
        if (assistant == null) {
            assistant = new CodeAssistant(learned());
        }
        return assistant;
    }

    /// Prices, the budget, and what was spent.
    synchronized Spending spending() {
        if (spending == null) {
            spending = Spending.open(folders.config(), folders.data(), knownModels()::modelBehind);
            spending.problems().forEach(problems);
        }
        return spending;
    }

    /// What is known of accounts and models.
    synchronized Accounts accounts() {
        if (accounts == null) {
            accounts = new Accounts(
                    this::catalog,
                    knownModels(),
                    new ModelRules(safeMode ? null : folders.config().resolve("model-families.json"), learned()),
                    apiKeys(),
                    SsoSignIns::new,
                    (options, model, sink) -> new BedrockDoctor(apiKeys()).examine(options, model, sink),
                    Wiring::profiles);
        }
        return accounts;
    }

    private ModelCatalog catalog(ConnectionOptions options) throws RunException {
        if (options.kind() == Kind.SAMPLES) {
            throw new RunException(Reason.NO_MODEL_CONNECTED, "The samples have no models to list.", false, null, null);
        }
        return BedrockCatalog.of(options, apiKeys());
    }

    private static List<String> profiles() {
        try {
            return AwsProfiles.names();
        } catch (RunException e) {
            // No field: making it is a fifth of what `--help` takes. Opening a connection says it to the user.
            LoggerFactory.getLogger(Wiring.class).warn("no profiles: {}", e.reason());
            return List.of();
        }
    }

    /// In the order they are shown in; at least one.
    List<Sample> samples() {
        return SampleLibrary.bundled().samples().stream()
                .map(s -> new Sample(s.id(), s.task(), language(s.language()), s.parameters(), s.input()))
                .toList();
    }

    private static Language language(String id) {
        return Languages.named(id).orElse(Languages.PLAIN_TEXT);
    }

    /// Amazon Bedrock when credentials are found, else the samples, unless one of them is asked for. Nothing
    /// changes later: what was opened stays what it is.
    @Override
    public ModelConnection open(ConnectionOptions options) throws RunException {
        if (options.kind() == Kind.SAMPLES) {
            return sampleConnection();
        }
        try {
            return BedrockConnection.of(options, apiKeys());
        } catch (RunException e) {
            // Credentials that are there but no good are told about instead: samples in their place would hide it.
            if (options.kind() == null && e.reason() == Reason.NO_CREDENTIALS) {
                return sampleConnection();
            }
            throw e;
        }
    }

    private ModelConnection sampleConnection() {
        return new SampleConnection(
                () -> SampleScript.of(presets(), SampleLibrary.bundled().samples()),
                Wiring::sampleClient,
                Pace.OF_A_MODEL);
    }

    private static ModelConnection sampleClient(URI endpoint) {
        try {
            return BedrockConnection.loopback(endpoint, SampleConnection.LABEL);
        } catch (RunException e) {
            throw new IllegalStateException("the samples are not on this machine: " + endpoint, e);
        }
    }

    @Override
    public synchronized void close() {
        if (assistant != null) {
            assistant.close();
        }
        if (history != null) {
            history.close(); // after the runs that it writes down
        }
    }
}
