package dev.quarry.cli;

import dev.quarry.preset.Prompt;
import dev.quarry.run.Message;
import dev.quarry.run.ModelConnection;
import dev.quarry.run.PieceFilter;
import dev.quarry.run.RunRequest;
import dev.quarry.run.RunResult;
import dev.quarry.secret.MaskedConnection;
import dev.quarry.secret.SecretScanner;
import dev.quarry.secret.Vault;
import dev.quarry.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Keeps credentials of the inputs here, unless the user has said otherwise.
final class SecretGate {
    private static final int MOST_NAMED = 5;

    private final Vault vault = new Vault();
    private final boolean open;

    /// One prompt that would be sent.
    ///
    /// @param input what it was made of besides the preset and the parameters
    /// @param place where the input stands, in a message
    record Outgoing(String place, String input, Prompt prompt) {}

    /// Looks at all that would be sent, before any of it is.
    ///
    /// @throws UsageException when there are credentials, and nobody said what to do with them
    SecretGate(Safety.Secrets choice, List<Outgoing> texts) throws UsageException {
        var found = new ArrayList<String>();
        if (choice == Safety.Secrets.AS_IS) {
            open = texts.stream().anyMatch(SecretGate::hasSecrets);
            return;
        }
        open = false;
        for (var text : texts) {
            var inInput = SecretScanner.scan(text.input());
            inInput.forEach(f -> found.add(f.kind() + " in " + text.place() + ", line " + f.line()));
            vault.keep(text.input(), inInput);
            var prompt =
                    vault.mask(text.prompt().system() + "\n" + text.prompt().user());
            var elsewhere = SecretScanner.scan(prompt);
            elsewhere.forEach(f -> found.add(f.kind() + " in a parameter or the preset"));
            vault.keep(prompt, elsewhere);
        }
        if (!found.isEmpty() && choice == Safety.Secrets.REFUSE) {
            var named = found.stream().limit(MOST_NAMED).collect(Collectors.joining("; "));
            throw new UsageException("Nothing was sent, for there "
                    + (found.size() == 1 ? "is a credential" : "are " + found.size() + " credentials") + ": " + named
                    + (found.size() > MOST_NAMED ? "; …" : "")
                    + ". Take them out, or say --secrets placeholders to send placeholders, or --secrets as-is.");
        }
    }

    /// For the inputs of a job.
    static SecretGate of(Job job) throws UsageException {
        return new SecretGate(
                job.safety().secrets(),
                job.works().stream()
                        .map(work -> new Outgoing(
                                work.input().file() == null
                                        ? "standard input"
                                        : work.input().file(),
                                work.input().text(),
                                work.prompt()))
                        .toList());
    }

    /// For the examples of presets.
    static SecretGate of(List<Trial> trials, Safety.Secrets choice) throws UsageException {
        return new SecretGate(
                choice,
                trials.stream()
                        .map(trial -> new Outgoing(
                                "example '" + trial.example().name() + "' of "
                                        + trial.preset().name(),
                                trial.example().input(),
                                prompt(trial.request())))
                        .toList());
    }

    private static Prompt prompt(RunRequest request) {
        return new Prompt(
                request.system(), request.messages().stream().map(Message::text).collect(Collectors.joining("\n")));
    }

    private static boolean hasSecrets(Outgoing text) {
        return !SecretScanner.scan(text.input()).isEmpty()
                || !SecretScanner.scan(
                                text.prompt().system() + "\n" + text.prompt().user())
                        .isEmpty();
    }

    /// A connection over which nothing goes that the gate keeps here.
    ModelConnection over(ModelConnection to) {
        return open ? to : new MaskedConnection(to, vault);
    }

    /// Whether credentials go out as they are.
    boolean isOpen() {
        return open;
    }

    /// A text as it may be sent and kept.
    String outgoing(String text) {
        return vault.mask(text);
    }

    Map<String, String> outgoing(Map<String, String> values) {
        return vault.mask(values);
    }

    RunRequest outgoing(RunRequest request) {
        return vault.isEmpty() ? request : vault.mask(request);
    }

    PieceFilter incoming() {
        return vault.isEmpty() ? PieceFilter.NONE : vault.unmasking();
    }

    RunResult incoming(RunResult result) {
        return vault.isEmpty() ? result : result.withAnswer(vault.unmask(result.answer()));
    }
}
