package dev.quarry.bedrock;

import dev.quarry.model.ModelList;
import dev.quarry.run.ApiKeys;
import dev.quarry.run.ConnectionDoctor;
import dev.quarry.run.ConnectionOptions;
import dev.quarry.run.InferenceSettings;
import dev.quarry.run.Message;
import dev.quarry.run.RunException;
import dev.quarry.run.RunException.Reason;
import dev.quarry.run.RunRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Examines a connection to Amazon Bedrock, each step with the clients that a run would use.
public final class BedrockDoctor implements ConnectionDoctor {
    private static final Duration TOLERATED = Duration.ofMinutes(1);
    /// What AWS tolerates in the time of a signature.
    private static final Duration REFUSED = Duration.ofMinutes(5);

    private final ApiKeys apiKeys;
    private final Patience patience;
    private final Clock clock;

    public BedrockDoctor(ApiKeys apiKeys) {
        this(apiKeys, Patience.USUAL.withIdle(Duration.ofSeconds(60)), Clock.systemUTC());
    }

    BedrockDoctor(ApiKeys apiKeys, Patience patience, Clock clock) {
        this.apiKeys = apiKeys;
        this.patience = patience;
        this.clock = clock;
    }

    @Override
    public Report examine(ConnectionOptions options, String model, Consumer<Finding> sink) {
        return new Examination(model, sink).of(options);
    }

    /// One visit.
    private final class Examination {
        private final String model;
        private final Consumer<Finding> sink;
        private final List<Finding> findings = new ArrayList<>();

        Examination(String model, Consumer<Finding> sink) {
            this.model = model;
            this.sink = sink;
        }

        Report of(ConnectionOptions options) {
            Account account;
            try {
                account = Account.of(options, apiKeys);
            } catch (RunException e) {
                say(step(e), Result.BAD, e.sentence(), null);
                skipRest();
                return new Report(findings, "");
            }
            var identity = Identity.of(account, patience, clock.instant());
            say(identity.finding());
            var reached = knock(account);
            if (!identity.usable() || !reached) {
                skipRest();
                return new Report(findings, PolicyText.of(account.region(), identity.account(), model, null));
            }
            var list = models(account);
            call(account);
            return new Report(
                    findings,
                    PolicyText.of(
                            account.region(),
                            identity.account(),
                            model,
                            list.named(model).orElse(null)));
        }

        private boolean knock(Account account) {
            try {
                var server = ServerTime.of(account, patience);
                clock(server);
                say(Step.ENDPOINT, Result.GOOD, account.host() + " answers (HTTP " + server.status() + ").", null);
                return true;
            } catch (RunException e) {
                say(Step.CLOCK, Result.SKIPPED, "No server told its time.", null);
                say(Step.ENDPOINT, Result.BAD, e.sentence(), null);
                return false;
            }
        }

        private void clock(ServerTime server) {
            if (server.time() == null) {
                say(Step.CLOCK, Result.SKIPPED, "The server told no time.", null);
                return;
            }
            var skew = Duration.between(server.time(), clock.instant());
            var seconds = skew.abs().toSeconds();
            var sentence = seconds < 2
                    ? "This machine's clock agrees with the server's."
                    : "This machine's clock is " + seconds + " s " + (skew.isNegative() ? "behind" : "ahead of")
                            + " the server's.";
            var result = skew.abs().compareTo(REFUSED) >= 0
                    ? Result.BAD
                    : skew.abs().compareTo(TOLERATED) >= 0 ? Result.WARNING : Result.GOOD;
            say(
                    Step.CLOCK,
                    result,
                    sentence,
                    result == Result.GOOD ? null : "Set the clock: AWS refuses signatures that are 5 minutes off.");
        }

        private ModelList models(Account account) {
            try {
                var list = new BedrockCatalog(account, patience).fetch();
                var found = list.named(model);
                var count = list.entries().size() + " can be called in "
                        + account.region().id();
                if (list.note() != null) {
                    say(
                            Step.MODELS,
                            Result.WARNING,
                            count + ". " + list.note(),
                            "Allow bedrock:ListInferenceProfiles.");
                } else if (found.isEmpty()) {
                    say(
                            Step.MODELS,
                            Result.WARNING,
                            count + ", but " + model + " is not one of them.",
                            "Choose one of `quarry models`, or another region.");
                } else if (found.get().legacy()) {
                    say(
                            Step.MODELS,
                            Result.WARNING,
                            count + "; " + model + " is legacy and will be retired.",
                            "Choose a newer one.");
                } else {
                    say(Step.MODELS, Result.GOOD, count + ", " + model + " among them.", null);
                }
                return list;
            } catch (RunException e) {
                say(
                        Step.MODELS,
                        Result.WARNING,
                        e.sentence() + " Runs do not need that; the model picker does.",
                        e.reason() == Reason.ACCESS_DENIED
                                ? "Allow bedrock:ListFoundationModels and bedrock:ListInferenceProfiles."
                                : null);
                return ModelList.NONE;
            }
        }

        private void call(Account account) {
            var request = new RunRequest(
                    model, "", List.of(Message.user("Hi")), new InferenceSettings(null, null, 1, List.of()));
            try (var connection = new BedrockConnection(account, account.label(), patience)) {
                var outcome = connection.converse(request, _ -> {});
                switch (outcome) {
                    case dev.quarry.run.Outcome.Complete _, dev.quarry.run.Outcome.CutOff _ ->
                        say(Step.CALL, Result.GOOD, model + " answers a request of one token.", null);
                    case dev.quarry.run.Outcome.Failed failed ->
                        say(Step.CALL, Result.BAD, failed.error().sentence(), advice(failed.error()));
                    default ->
                        say(
                                Step.CALL,
                                Result.WARNING,
                                model + " was called, and its answer ended as " + outcome.code() + ".",
                                null);
                }
            } catch (RunException e) {
                say(Step.CALL, Result.BAD, e.sentence(), advice(e));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                say(Step.CALL, Result.SKIPPED, "It was given up.", null);
            }
        }

        private @Nullable String advice(RunException e) {
            return switch (e.reason()) {
                case ACCESS_DENIED ->
                    "Allow bedrock:InvokeModelWithResponseStream for the model, as in the policy below.";
                case MODEL_NOT_FOUND -> "Choose one of `quarry models`.";
                case THROTTLED, QUOTA -> "Ask for a higher quota on the Service Quotas page of AWS.";
                default -> null;
            };
        }

        /// Region and endpoint are found out with the credentials, and are told where they belong.
        private static Step step(RunException e) {
            return e.sentence().contains("endpoint") ? Step.ENDPOINT : Step.CREDENTIALS;
        }

        private void skipRest() {
            for (var step : Step.values()) {
                if (findings.stream().noneMatch(f -> f.step() == step)) {
                    say(step, Result.SKIPPED, "Not tried: mend the step before it first.", null);
                }
            }
        }

        private void say(Step step, Result result, String sentence, @Nullable String advice) {
            say(new Finding(step, result, sentence, advice));
        }

        private void say(Finding finding) {
            findings.add(finding);
            sink.accept(finding);
        }
    }
}
