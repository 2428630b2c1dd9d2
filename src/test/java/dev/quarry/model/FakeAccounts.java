package dev.quarry.model;

import dev.quarry.run.ApiKeys;
import dev.quarry.run.ConnectionDoctor;
import dev.quarry.run.ConnectionOptions;
import dev.quarry.run.RunException;
import dev.quarry.run.SignIns;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// What is known of accounts in a test that asks none.
public final class FakeAccounts {
    /// By the name of the connection; the empty name for one that has none.
    public final Map<String, List<ModelEntry>> models = new HashMap<>();

    public final Map<String, String> keys = new ConcurrentHashMap<>();

    /// Whether the keychain takes no keys.
    public volatile boolean locked;

    public ConnectionDoctor.Report report = new ConnectionDoctor.Report(List.of(), "");
    public Instant signedInUntil = Instant.EPOCH;
    public List<ConnectionOptions> examined = new java.util.ArrayList<>();

    public Accounts in(Path folder) {
        return new Accounts(
                this::catalog,
                new KnownModels(folder.resolve("models")),
                new ModelRules(folder.resolve("families.json"), new LearnedRules(folder.resolve("learned.json"))),
                new Keys(),
                SignedIn::new,
                this::examine,
                () -> List.of("dev", "work"));
    }

    /// Accounts of which nothing is known.
    public static Accounts none(Path folder) {
        return new FakeAccounts().in(folder);
    }

    private ModelCatalog catalog(ConnectionOptions options) {
        var name = options.name() == null ? "" : options.name();
        return new ModelCatalog() {
            @Override
            public String place() {
                return "Fake " + name;
            }

            @Override
            public ModelList fetch() throws RunException {
                if (!models.containsKey(name)) {
                    throw new RunException(
                            RunException.Reason.ACCESS_DENIED,
                            "They need the permission bedrock:ListFoundationModels.",
                            false,
                            null,
                            null);
                }
                return new ModelList(models.get(name), Instant.now(), null);
            }
        };
    }

    private ConnectionDoctor.Report examine(
            ConnectionOptions options, String model, Consumer<ConnectionDoctor.Finding> sink) {
        examined.add(options);
        report.findings().forEach(sink);
        return report;
    }

    private final class Keys implements ApiKeys {
        @Override
        public Optional<String> find(String connection) {
            return Optional.ofNullable(keys.get(connection));
        }

        @Override
        public Keep store(String connection, String key, Keep where) {
            keys.put(connection, key);
            return locked ? Keep.SITTING : where;
        }

        @Override
        public void forget(String connection) {
            keys.remove(connection);
        }
    }

    private final class SignedIn implements SignIns {
        @Override
        public Optional<State> state(ConnectionOptions options) {
            return options.access().sso() == null
                    ? Optional.empty()
                    : Optional.of(new State(options.access().sso().startUrl(), signedInUntil));
        }

        @Override
        public void signIn(ConnectionOptions options, Consumer<Prompt> prompt) {
            signedInUntil = Instant.now().plusSeconds(3600);
        }
    }
}
