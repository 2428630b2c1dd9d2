package dev.quarry.cli;

import dev.quarry.run.PieceFilter;
import dev.quarry.run.RunRequest;
import dev.quarry.run.RunResult;
import dev.quarry.secret.SecretScanner;
import dev.quarry.secret.Vault;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Collectors;

/// Keeps credentials of the inputs here, unless the user has said otherwise.
final class SecretGate {
    private static final int MOST_NAMED = 5;

    private final Vault vault = new Vault();
    private final boolean open;

    /// Looks at all that would be sent, before any of it is.
    ///
    /// @throws UsageException when there are credentials, and nobody said what to do with them
    SecretGate(Job job) throws UsageException {
        var found = new ArrayList<String>();
        if (job.safety().secrets() == Safety.Secrets.AS_IS) {
            open = job.works().stream().anyMatch(SecretGate::hasSecrets);
            return;
        }
        open = false;
        for (var work : job.works()) {
            var file = work.input().file() == null
                    ? "standard input"
                    : work.input().file();
            var inInput = SecretScanner.scan(work.input().text());
            inInput.forEach(f -> found.add(f.kind() + " in " + file + ", line " + f.line()));
            vault.keep(work.input().text(), inInput);
            var prompt =
                    vault.mask(work.prompt().system() + "\n" + work.prompt().user());
            var elsewhere = SecretScanner.scan(prompt);
            elsewhere.forEach(f -> found.add(f.kind() + " in a parameter"));
            vault.keep(prompt, elsewhere);
        }
        if (!found.isEmpty() && job.safety().secrets() == Safety.Secrets.REFUSE) {
            var named = found.stream().limit(MOST_NAMED).collect(Collectors.joining("; "));
            throw new UsageException("Nothing was sent, for there "
                    + (found.size() == 1 ? "is a credential" : "are " + found.size() + " credentials") + ": " + named
                    + (found.size() > MOST_NAMED ? "; …" : "")
                    + ". Take them out, or say --secrets placeholders to send placeholders, or --secrets as-is.");
        }
    }

    private static boolean hasSecrets(Job.Work work) {
        return !SecretScanner.scan(work.input().text()).isEmpty()
                || !SecretScanner.scan(
                                work.prompt().system() + "\n" + work.prompt().user())
                        .isEmpty();
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
