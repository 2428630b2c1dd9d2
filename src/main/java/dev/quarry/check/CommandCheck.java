package dev.quarry.check;

import dev.quarry.check.tool.SearchPath;
import dev.quarry.check.tool.ToolCommand;
import dev.quarry.check.tool.ToolOutcome;
import dev.quarry.check.tool.ToolRun;
import java.util.ArrayList;
import java.util.List;

/// Whether the compiler of a language takes the code. The command only checks; nothing of the answer is run.
final class CommandCheck {
    private final ToolRun run;
    private final SearchPath path;

    CommandCheck(ToolRun run, SearchPath path) {
        this.run = run;
        this.path = path;
    }

    Check of(ToolCommand command, List<Piece> pieces) throws InterruptedException {
        var kind = Check.Kind.COMPILES;
        var program = path.find(command.program());
        if (program.isEmpty()) {
            return Check.notMade(
                    kind,
                    command.toString(),
                    command.program() + " was not found; install it, or change the command in the settings.");
        }
        var findings = new ArrayList<Finding>();
        var outside = new ArrayList<String>();
        for (var piece : pieces) {
            var refused = ToolRules.refuses(piece.language(), piece.text());
            if (refused.isPresent()) {
                return Check.notMade(kind, command.toString(), refused.get());
            }
            var file = ToolRules.fileName(piece.language(), piece.text());
            var outcome = run.run(program.get(), command, file, piece.text());
            switch (outcome.how()) {
                case NOT_STARTED -> {
                    return Check.notMade(kind, command.toString(), outcome.output());
                }
                case TIMED_OUT -> {
                    return Check.notMade(
                            kind,
                            command.toString(),
                            command.program() + " was ended: it took longer than "
                                    + run.limit().toSeconds() + " s.");
                }
                case ENDED -> read(piece, outcome, findings, outside);
            }
        }
        if (findings.isEmpty() && !outside.isEmpty()) {
            return Check.notMade(kind, command.toString(), "It depends on what is not here: " + outside.getFirst());
        }
        return Check.made(
                kind,
                command.toString(),
                findings,
                outside.isEmpty() ? "" : "What depends on things that are not here was not checked.");
    }

    private static void read(Piece piece, ToolOutcome outcome, List<Finding> findings, List<String> outside) {
        if (outcome.exitCode() == 0) {
            return;
        }
        if (ToolRules.isOtherDialect(piece.language(), outcome.output(), piece.text())) {
            outside.add("the tool does not read JSX.");
            return;
        }
        var missing = outcome.output().lines().filter(ToolRules::isOutside).findFirst();
        if (missing.isPresent()) {
            // Later errors may all follow from what is missing.
            outside.add(ToolMessages.read(missing.get()).getFirst().message());
            return;
        }
        ToolMessages.read(outcome.output()).forEach(f -> findings.add(f.movedDown(piece.line())));
    }
}
