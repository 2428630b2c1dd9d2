package dev.quarry.cli;

import java.io.IOException;

/// Writes only the code of the answer, as it comes.
final class CodeWriter implements AnswerWriter {
    private final AnswerWriter out;
    private final AnswerCode code;

    CodeWriter(AnswerWriter out, AnswerCode code) {
        this.out = out;
        this.code = code;
    }

    @Override
    public void piece(String text) throws IOException {
        out.piece(code.append(text));
    }

    @Override
    public void end(CheckedAnswer answer) throws IOException {
        out.piece(code.finish());
        out.end(answer);
    }
}
