package dev.quarry.check.tests;

import dev.quarry.check.tool.SearchPath;
import dev.quarry.check.tool.ToolOutcome;
import dev.quarry.check.tool.ToolRun;
import java.time.Duration;
import java.util.Map;

/// Runs tests that an answer holds, together with the code they test. This runs code that a model wrote, with all the
/// rights of the user: nothing calls it but an action that the user has confirmed.
public final class TestRun {

    /// The longest each command may take.
    public static final Duration LIMIT = Duration.ofMinutes(2);

    /// What the output begins with when the installed Node.js is older than what was asked of it.
    static final String NO_TYPESCRIPT =
            "This Node.js does not run TypeScript. Version 22.18 and later do: install one, and run the tests again.";

    private static final int MOST_OUTPUT = 256 * 1024;

    private TestRun() {}

    /// Runs the commands of a plan in a fresh folder until one fails. Blocks; everything that was started is ended
    /// afterwards, and the folder is gone.
    ///
    /// @param environment of this program, of which the tests see a little, and no credentials
    /// @return how the last command ended, with the output of all
    /// @throws InterruptedException when the caller was interrupted; what was started is ended then too
    public static ToolOutcome of(TestPlan plan, SearchPath path, Map<String, String> environment)
            throws InterruptedException {
        var outcome = new ToolRun(LIMIT, MOST_OUTPUT, environment).runAll(path, plan.commands(), plan.files());
        return outcome.exitCode() != 0
                        && outcome.output().contains("ERR_UNKNOWN_FILE_EXTENSION")
                        && outcome.output().contains(".ts\"")
                ? new ToolOutcome(
                        outcome.how(), outcome.exitCode(), NO_TYPESCRIPT + "\n\n" + outcome.output(), outcome.elapsed())
                : outcome;
    }
}
