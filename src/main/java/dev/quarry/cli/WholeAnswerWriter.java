package dev.quarry.cli;

import java.io.IOException;
import java.io.Writer;

/// Writes the answer as it comes. What was written ends with a line ending, so that the next thing starts a line.
final class WholeAnswerWriter implements AnswerWriter {
    private final Writer out;
    private boolean lineIsOpen;

    WholeAnswerWriter(Writer out) {
        this.out = out;
    }

    @Override
    public void piece(String text) throws IOException {
        if (!text.isEmpty()) {
            out.write(text);
            out.flush();
            lineIsOpen = !text.endsWith("\n");
        }
    }

    @Override
    public void end(CheckedAnswer answer) throws IOException {
        if (lineIsOpen) {
            out.write('\n');
        }
        out.flush();
    }
}
