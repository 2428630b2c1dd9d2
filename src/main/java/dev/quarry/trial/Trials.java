package dev.quarry.trial;

import dev.quarry.language.Language;
import dev.quarry.language.Languages;
import dev.quarry.preset.AnswerJudge;
import dev.quarry.preset.Judged;
import dev.quarry.preset.Preset;
import dev.quarry.run.CodeAssistant;
import dev.quarry.run.FencedCode;
import dev.quarry.run.ModelConnection;
import dev.quarry.run.Outcome;
import dev.quarry.run.Run;
import dev.quarry.run.RunResult;
import dev.quarry.trial.TrialResult.Judgement;
import java.util.List;
import java.util.function.Consumer;

/// Runs trials one after the other and judges what comes. May be used from any thread.
public final class Trials {
    private final CodeAssistant assistant;
    private final AnswerJudge judge;

    public Trials(CodeAssistant assistant, AnswerJudge judge) {
        this.assistant = assistant;
        this.judge = judge;
    }

    /// Runs a trial and blocks until it is judged.
    ///
    /// @param onStart told the run at once, so that it can be cancelled
    public TrialResult run(ModelConnection connection, Trial trial, Consumer<Run> onStart) throws InterruptedException {
        var run = assistant.run(connection, trial.request(), event -> {});
        onStart.accept(run);
        return judged(trial, run.await());
    }

    /// An answer that is not whole is not judged: what it lacks may still have been coming.
    TrialResult judged(Trial trial, RunResult result) {
        if (!(result.outcome() instanceof Outcome.Complete)) {
            return new TrialResult(trial, result, List.of());
        }
        var fenced = new FencedCode();
        fenced.append(result.answer());
        fenced.finish();
        var blocks = fenced.blocks();
        var bare = trial.preset().output() == Preset.Output.CODE && blocks.isEmpty();
        var code = bare
                ? result.answer()
                : blocks.isEmpty() ? "" : blocks.getFirst().code();
        var answer = new Judged(
                result.answer(), code, language(trial, blocks), trial.example().input(), trial.language());
        return new TrialResult(
                trial,
                result,
                trial.example().expectations().stream()
                        .map(e -> new Judgement(e, judge.judge(e, answer)))
                        .toList());
    }

    private static Language language(Trial trial, List<FencedCode.Block> blocks) {
        var label = blocks.isEmpty() ? "" : blocks.getFirst().label();
        return Languages.ofFence(label).orElseGet(trial::answerLanguage);
    }
}
