package dev.quarry.cli;

import java.io.IOException;

/// Lets no piece of an answer through: which answer it will be is known only when the repairs are over.
final class HeldBack implements AnswerWriter {
    private final AnswerWriter out;

    HeldBack(AnswerWriter out) {
        this.out = out;
    }

    @Override
    public void piece(String text) {
        // It comes as a whole, at the end.
    }

    @Override
    public void end(CheckedAnswer answer) throws IOException {
        out.piece(answer.result().answer());
        out.end(answer);
    }
}
