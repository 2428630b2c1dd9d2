package dev.quarry.bedrock;

import dev.quarry.run.RunException;

/// Carries an explanation for the user through code of the SDK, which takes unchecked exceptions only.
final class Explained extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final RunException explanation;

    Explained(RunException explanation) {
        super(explanation.sentence(), explanation);
        this.explanation = explanation;
    }

    RunException explanation() {
        return explanation;
    }
}
