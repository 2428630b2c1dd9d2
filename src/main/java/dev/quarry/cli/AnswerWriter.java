package dev.quarry.cli;

import java.io.IOException;

/// Puts one answer on standard output. [#piece] comes from the run's thread, then [#end] from the command's.
interface AnswerWriter {

    void piece(String text) throws IOException;

    /// The run is over; its outcome may be any.
    void end(CheckedAnswer answer) throws IOException;
}
