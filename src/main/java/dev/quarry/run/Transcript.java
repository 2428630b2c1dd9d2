package dev.quarry.run;

import java.time.Duration;

/// What has come of a run so far. Used by the run's worker only.
final class Transcript {
    private final StringBuilder answer = new StringBuilder();
    private final StringBuilder reasoning = new StringBuilder();
    private final long start = System.nanoTime();
    private TokenUsage usage = TokenUsage.NONE;
    private int attempts;
    private boolean hasPieces;
    private Duration toFirstPiece = Duration.ZERO;

    void add(RunEvent event) {
        switch (event) {
            case RunEvent.Started begun -> attempts = begun.attempt();
            case RunEvent.Text text -> add(answer, text.piece());
            case RunEvent.Reasoning thought -> add(reasoning, thought.piece());
            case RunEvent.Usage counted -> usage = usage.plus(counted.tokens());
            case RunEvent.Retrying _, RunEvent.Dropped _, RunEvent.Ended _ -> {}
        }
    }

    /// Whether any text or reasoning came: from then on no other attempt is made.
    boolean hasPieces() {
        return hasPieces;
    }

    RunResult result(Outcome outcome, String model, String connection) {
        return new RunResult(
                answer.toString(),
                reasoning.toString(),
                outcome,
                usage,
                model,
                connection,
                attempts,
                toFirstPiece,
                sinceStart());
    }

    private void add(StringBuilder whole, String piece) {
        if (!hasPieces) {
            hasPieces = true;
            toFirstPiece = sinceStart();
        }
        whole.append(piece);
    }

    private Duration sinceStart() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
