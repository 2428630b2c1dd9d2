package dev.quarry.cli;

import dev.quarry.preset.Preset;
import dev.quarry.run.FencedCode;

/// The code of one answer. An answer without any fence is code as a whole if the preset asks for code, and
/// holds none if it asks for prose.
final class AnswerCode {
    private final FencedCode fenced = new FencedCode();
    private final Preset.Output output;

    AnswerCode(Preset.Output output) {
        this.output = output;
    }

    /// What the piece adds.
    String append(String piece) {
        return fenced.append(piece);
    }

    /// What the end of the answer adds.
    String finish() {
        var rest = fenced.finish();
        return output != Preset.Output.CODE && fenced.blocks().isEmpty() ? "" : rest;
    }

    /// Of a whole answer.
    static String of(String answer, Preset.Output output) {
        var code = new AnswerCode(output);
        return code.append(answer) + code.finish();
    }
}
