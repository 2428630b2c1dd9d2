package dev.quarry.check;

import dev.quarry.check.tool.ToolCommand;
import dev.quarry.check.tool.ToolRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Checks answers. Never runs any of their code, and never throws because of it. Blocks its caller for as long as the
/// compiler takes, at most the limit of each; may be used from any thread.
///
/// ```java
/// var verdict = new AnswerCheck(CheckTools.found(System.getenv()))
///         .check(Subject.of(preset, values, language, input, answer, Subject.End.WHOLE));
/// verdict.passed(Check.Kind.PARSES);
/// ```
public final class AnswerCheck {

    private static final int MOST_OUTPUT = 64 * 1024;

    private final JavaCheck java;
    private final CommandCheck command;
    private final Map<String, ToolCommand> commands;

    public AnswerCheck(CheckTools tools) {
        java = new JavaCheck(tools.limit());
        command = new CommandCheck(new ToolRun(tools.limit(), MOST_OUTPUT, tools.environment()), tools.path());
        commands = tools.commands();
    }

    /// Checks with the tools that are there.
    ///
    /// @throws InterruptedException when the caller was interrupted; what was started is ended then
    public Verdict check(Subject subject) throws InterruptedException {
        var began = System.nanoTime();
        var checks = new ArrayList<Check>();
        var code = AnswerCode.of(subject);
        checks.add(timed(() -> FormChecks.fence(subject, code)));
        if (subject.promise() != Subject.Promise.TEXT) {
            var input = Piece.read(subject.input(), subject.inputLanguage(), 0);
            checks.add(timed(() -> FormChecks.language(subject, code)));
            checks.add(timed(() -> ParseCheck.of(subject, code, input)));
            checks.add(timed(() -> OmissionCheck.of(subject, code, input)));
            checks.add(timed(() -> TailCheck.of(subject, code, input)));
            var from = System.nanoTime();
            checks.add(compiles(code).took(Duration.ofNanos(System.nanoTime() - from)));
        } else {
            checks.add(TailCheck.of(subject, code, Piece.read("", code.language(), 0)));
        }
        return new Verdict(checks, Duration.ofNanos(System.nanoTime() - began));
    }

    private Check compiles(AnswerCode code) throws InterruptedException {
        List<Piece> pieces = code.pieces();
        if (pieces.isEmpty()) {
            return Check.notMade(Check.Kind.COMPILES, "", "There is no code.");
        }
        if (code.language().id().equals("java")) {
            return java.of(pieces);
        }
        var tool = commands.get(code.language().id());
        return tool == null
                ? Check.notMade(
                        Check.Kind.COMPILES,
                        "",
                        "No compiler is set for " + code.language().name() + ".")
                : command.of(tool, pieces);
    }

    private static Check timed(Supplier<Check> made) {
        var from = System.nanoTime();
        return made.get().took(Duration.ofNanos(System.nanoTime() - from));
    }
}
