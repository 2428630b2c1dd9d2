package dev.quarry.run;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds out, step by step, what a connection can do, and says what to do where it cannot.
public interface ConnectionDoctor {

    /// The steps, in their order.
    enum Step {
        CREDENTIALS("Credentials"),
        CLOCK("Clock"),
        ENDPOINT("Endpoint"),
        MODELS("Models"),
        CALL("Call");

        private final String title;

        Step(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /// How a step went.
    enum Result {
        GOOD,
        /// It works, and something should be mended.
        WARNING,
        BAD,
        /// A step before it failed.
        SKIPPED
    }

    /// What one step found.
    ///
    /// @param finding one or two sentences
    /// @param advice what to do; null when nothing is to be done, or the finding says it
    record Finding(
            Step step,
            Result result,
            String finding,
            @Nullable String advice) {

        /// On a line of its own, the advice on a second one.
        public String text() {
            var mark = switch (result) {
                case GOOD -> "ok  ";
                case WARNING -> "warn";
                case BAD -> "FAIL";
                case SKIPPED -> "-   ";
            };
            return mark + "  " + String.format("%-11s", step.title()) + "  " + finding
                    + (advice == null ? "" : "\n" + " ".repeat(19) + "-> " + advice) + "\n";
        }
    }

    /// What all steps found.
    ///
    /// @param policy the least that the credentials have to be allowed, as an IAM policy; empty where the account
    ///     was not even looked up
    record Report(List<Finding> findings, String policy) {

        public Report {
            findings = List.copyOf(findings);
        }

        public boolean isGood() {
            return findings.stream().noneMatch(f -> f.result() == Result.BAD);
        }

        /// All of it, to be copied into a message to whoever runs the account. Names no secret.
        public String text() {
            return findings.stream().map(Finding::text).collect(Collectors.joining())
                    + (policy.isEmpty() ? "" : "\nThe least that is needed, as an IAM policy:\n" + policy);
        }
    }

    /// Takes the steps one after the other and blocks its caller, for a minute at most. The last step sends a
    /// request of one token to the model, which is billed.
    ///
    /// @param model a model ID, an inference profile ID or an ARN
    /// @param sink told each finding as it comes, on the calling thread
    Report examine(ConnectionOptions options, String model, Consumer<Finding> sink);
}
