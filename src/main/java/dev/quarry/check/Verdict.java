package dev.quarry.check;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What is known of an answer: every check that was made, and those that could not be. It never says that an answer is
/// correct; no check here can tell.
///
/// @param checks one of each kind that applies, in the order of [Check.Kind]
/// @param elapsed for all of them
public record Verdict(List<Check> checks, Duration elapsed) implements Comparable<Verdict> {

    public Verdict {
        checks = List.copyOf(checks);
    }

    /// Whether some check failed.
    public boolean failed() {
        return checks.stream().anyMatch(c -> c.status() == Check.Status.FAILED);
    }

    /// The worst that was found; not checked only when nothing was.
    public Check.Status status() {
        return checks.stream().map(Check::status).max(Comparator.naturalOrder()).orElse(Check.Status.NOT_CHECKED);
    }

    public Optional<Check> of(Check.Kind kind) {
        return checks.stream().filter(c -> c.kind() == kind).findFirst();
    }

    /// Whether that check was made and found nothing that fails it; false when it was not made.
    public boolean passed(Check.Kind kind) {
        return of(kind).filter(c -> c.status() == Check.Status.PASSED || c.status() == Check.Status.DOUBTFUL)
                .isPresent();
    }

    /// What fails the answer, check by check.
    public List<Finding> failures() {
        return checks.stream()
                .flatMap(c -> c.findings().stream())
                .filter(f -> f.weight() == Finding.Weight.FAILURE)
                .toList();
    }

    /// Better ones first: fewer failed checks, then fewer failures, then fewer doubts.
    @Override
    public int compareTo(Verdict other) {
        return Comparator.<Verdict>comparingLong(v -> count(v, Check.Status.FAILED))
                .thenComparingInt(v -> v.failures().size())
                .thenComparingLong(v -> count(v, Check.Status.DOUBTFUL))
                .compare(this, other);
    }

    private static long count(Verdict verdict, Check.Status status) {
        return verdict.checks.stream().filter(c -> c.status() == status).count();
    }
}
